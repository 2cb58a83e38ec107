import { useState } from 'preact/hooks';
import type { Period, SpendingData } from '../../../lib/history/read/spending.ts';
import { readYear } from '../../../lib/history/read/spending-year.ts';
import { yearOfMonth } from '../../../lib/insights/spending-months.ts';
import { SparkBars } from '../../charts/SparkBars.tsx';
import { Button } from '../../shared/Button.tsx';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { useLive, valueIn } from '../../shared/use-live.ts';
import { saveFile } from '../data/save-file.ts';
import { useSaving } from './use-saving.ts';
import { type YearBlock, type YearFacts, yearFacts } from './year-facts.ts';
import { readPalette, yearPicture } from './year-picture.ts';

/** A year at a glance, which can be saved as a picture. Orders and products are never in it. */
export function YearReview({ data, period }: { data: SpendingData; period: Period }) {
  const years = [...new Set(data.months.map((entry) => yearOfMonth(entry.month)))].reverse();
  const looked =
    period.kind === 'month' ? yearOfMonth(period.month) : period.kind === 'year' ? period.year : '';
  const [chosen, setChosen] = useState<string | null>(null);
  // A picture is for showing: shops are in it only when the user says so.
  const [hasShops, setHasShops] = useState(false);
  const year = [chosen, looked].find((entry) => entry !== null && years.includes(entry)) ?? years[0] ?? '';
  const live = useLive((db) => readYear(db, year, hasShops), [year, hasShops]);
  const facts = yearFacts(year, valueIn(live) ?? []);
  if (facts.blocks.length === 0) return null;
  return (
    <section class="card year" aria-label="Year in review">
      <div class="card-head">
        <h3>{facts.title}</h3>
        {years.length > 1 && <YearSelect years={years} value={year} onChange={setChosen} />}
      </div>
      <div class="year-blocks">
        {facts.blocks.map((block) => (
          <Block key={block.currency} block={block} />
        ))}
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={hasShops}
          onChange={(event) => setHasShops(event.currentTarget.checked)}
        />
        <span>Name the top shops, here and in the picture</span>
      </label>
      <SavePicture facts={facts} name={`orderlens-${year}-in-review.png`} />
    </section>
  );
}

function SavePicture({ facts, name }: { facts: YearFacts; name: string }) {
  const [saving, save] = useSaving();
  const savePicture = () =>
    save(async () => {
      saveFile(await yearPicture(facts, readPalette()), name);
      return `Saved as ${name}.`;
    });
  return (
    <>
      <div class="actions">
        <Button disabled={saving.isBusy} onClick={() => void savePicture()}>
          Save as picture
        </Button>
      </div>
      <p class="said" role="status">
        {saving.said}
      </p>
      {saving.failed !== null && (
        <ErrorNotice what="The picture could not be saved" why={saving.failed} next="Try again." />
      )}
    </>
  );
}

interface SelectProps {
  years: readonly string[];
  value: string;
  onChange: (year: string) => void;
}

function YearSelect({ years, value, onChange }: SelectProps) {
  return (
    <select
      class="select"
      aria-label="Year to review"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {years.map((year) => (
        <option key={year}>{year}</option>
      ))}
    </select>
  );
}

function Block({ block }: { block: YearBlock }) {
  const { currency, net, words, lines, shops } = block;
  return (
    <section aria-label={`The year in ${currency}`}>
      <p class="year-net">
        <b>{net}</b>
        <span class="muted">{words}</span>
      </p>
      <SparkBars
        label={`Net by month in ${currency}`}
        heads={['Month', 'Net']}
        bars={block.months.map(({ name, netMinor, amount }) => ({ name, value: netMinor, words: amount }))}
      />
      <Lines label={`The year in ${currency}`} lines={lines} />
      {shops.length > 0 && (
        <>
          <h4>Top shops</h4>
          <Lines
            label={`Top shops in ${currency}`}
            lines={shops.map(({ name, amount }) => ({ label: name, amount }))}
          />
        </>
      )}
    </section>
  );
}

function Lines({ label, lines }: { label: string; lines: readonly { label: string; amount: string }[] }) {
  return (
    <table class="lines">
      <caption class="visually-hidden">{label}</caption>
      <tbody>
        {lines.map((line) => (
          <tr key={line.label}>
            <th scope="row">
              <span class="name" title={line.label}>
                {line.label}
              </span>
            </th>
            <td class="amount">{line.amount}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
