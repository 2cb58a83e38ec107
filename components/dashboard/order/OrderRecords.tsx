import { type OrderRecords as Records, readOrderRecords } from '../../../lib/history/read/records.ts';
import type { Order } from '../../../lib/model/order.ts';
import { HistoryError } from '../../shared/HistoryError.tsx';
import { useLive } from '../../shared/use-live.ts';
import { Section } from './Section.tsx';
import { When } from './When.tsx';

const KINDS = { voucher: 'Voucher', review: 'Review', return: 'Return', message: 'Message' } as const;
const SHOWN = 10;

/** The vouchers, reviews, returns and messages that a data export told of an order, and of its shop. */
export function OrderRecords({ order, now }: { order: Order; now: number }) {
  const live = useLive((db) => readOrderRecords(db, order), [order]);
  if (live.state === 'error') return <HistoryError error={live.error} />;
  if (live.state === 'pending') return null;
  const { ofOrder, ofShop } = live.value;
  return (
    <>
      <RecordList title="From your data export" records={ofOrder} now={now} />
      <RecordList title="With this shop" records={ofShop} now={now} />
    </>
  );
}

interface Props {
  title: string;
  records: Records['ofOrder'];
  now: number;
}

function RecordList({ title, records, now }: Props) {
  if (records.length === 0) return null;
  const hidden = records.length - SHOWN;
  return (
    <Section title={title}>
      <ul class="seen">
        {records.slice(0, SHOWN).map(({ key, kind, at, title: name, status, text }) => (
          <li key={key}>
            <span>{[KINDS[kind], name, status, text].filter(Boolean).join(' · ')}</span>
            <small class="muted">
              <When atMs={at} now={now} />
            </small>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p class="muted">{hidden.toLocaleString()} older ones are not shown here.</p>}
    </Section>
  );
}
