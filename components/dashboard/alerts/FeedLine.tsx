import { useState } from 'preact/hooks';
import { accountName } from '../../../lib/history/read/accounts.ts';
import type { AddedEntry, ChangedEntry, FeedEntry, ImportEntry } from '../../../lib/history/read/feed.ts';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { orderName } from '../../../lib/insights/buyer-needs.ts';
import { formatMoney } from '../../../lib/model/money.ts';
import type { Order } from '../../../lib/model/order.ts';
import { Button } from '../../shared/Button.tsx';
import { clockTime, exactTime } from '../../shared/dates.ts';
import { hashOf } from '../../shared/routes.ts';
import { sourceName } from '../../shared/source-words.ts';
import { counted, shortId } from '../../shared/words.ts';
import { ChangedField } from '../order/ChangedField.tsx';
import { firstFields } from './feed-list.ts';

interface Props<E extends FeedEntry> {
  entry: E;
  isNew: boolean;
  accounts: readonly AccountRow[];
  now: number;
}

const MAX_FIELDS = 5;

/** One entry of the feed. */
export function FeedLine({ entry, ...rest }: Props<FeedEntry>) {
  if (entry.kind === 'changed') return <ChangedOrder entry={entry} {...rest} />;
  return (
    <li class="entry">{entry.kind === 'added' ? <Added entry={entry} /> : <Imported entry={entry} />}</li>
  );
}

/** An order, and what changed in it on that day. */
function ChangedOrder({ entry: { key, order, changes }, isNew, accounts, now }: Props<ChangedEntry>) {
  const [isWhole, setWhole] = useState(false);
  const { shown, hidden } = firstFields(changes, MAX_FIELDS);
  const name = orderName(order);
  return (
    <li class={isNew ? 'entry new' : 'entry'}>
      <p>
        {isNew && <span class="visually-hidden">New: </span>}
        <a href={hashOf('orders', key)}>{name}</a> <small>{aboutOf(order, name, accounts)}</small>
      </p>
      <ol class="changes">
        {(isWhole ? changes : shown).map(({ id, at, sourceId, fields }) => (
          <li key={id}>
            <ul>
              {fields.map((field) => (
                <ChangedField key={field.path} field={field} order={order} now={now} />
              ))}
            </ul>
            <From at={at} sourceId={sourceId} />
          </li>
        ))}
      </ol>
      {hidden > 0 && (
        <Button look="quiet" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Show fewer changes' : `Show ${counted(hidden, 'more change')}`}{' '}
          <span class="visually-hidden">of {name}</span>
        </Button>
      )}
    </li>
  );
}

function Added({ entry: { count, first, at, sourceId } }: { entry: AddedEntry }) {
  const more = count - first.length;
  return (
    <>
      <p>{counted(count, 'order')} seen for the first time</p>
      <p class="named">
        {first.map(({ key, order }) => (
          <a key={key} href={hashOf('orders', key)}>
            {orderName(order)}
          </a>
        ))}
        {more > 0 && <span class="muted">and {more.toLocaleString()} more</span>}
      </p>
      <From at={at} sourceId={sourceId} />
    </>
  );
}

function Imported({ entry: { count, fileName, at, sourceId } }: { entry: ImportEntry }) {
  return (
    <>
      <p>
        {counted(count, 'order was', 'orders were')} added by an import of <b>{fileName}</b>
      </p>
      <From at={at} sourceId={sourceId} />
    </>
  );
}

function From({ at, sourceId }: { at: number; sourceId: string }) {
  return (
    <small>
      <time dateTime={new Date(at).toISOString()} title={exactTime(at)}>
        {clockTime(at)}
      </time>{' '}
      · {sourceName(sourceId)}
    </small>
  );
}

/** What tells the order from others of the same name: money, with whom, the end of its id, whose it is. */
function aboutOf(order: Order, name: string, accounts: readonly AccountRow[]): string {
  const { total } = order.amounts;
  const owner = accounts.find(({ role, account }) => role === order.role && account === order.account);
  return [
    ...(total === null || order.currency === null ? [] : [formatMoney(total, order.currency)]),
    ...(order.counterparty === null || order.counterparty === name ? [] : [order.counterparty]),
    shortId(order.id),
    ...(owner && accounts.length > 1 ? [accountName(owner, accounts)] : []),
  ].join(' · ');
}
