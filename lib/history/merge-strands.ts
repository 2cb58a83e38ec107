import { isFileSource, type Order } from '../model/order.ts';
import { isFurther } from '../model/status.ts';
import { keysOf, type Side, type Sides, saidBy } from './sides.ts';
import { isSilent, newestOf, type Said, type Stamp } from './stamps.ts';
import { keepStrands, newestOfEach, type Strand } from './strands.ts';

type StatusFields = Pick<Order, 'status' | 'statusLabel'>;
interface StatusStrand extends Strand {
  value: StatusFields;
}

/**
 * Status and label belong together; UNKNOWN without a label says nothing, and a buyer's page says it of refunds.
 * A file's time is that of its download: what it tells does not take an order back behind what a page told.
 */
export function mergeStatus(sides: Sides, stamps: Map<string, Stamp>): StatusFields {
  const told = sides.flatMap(statusesOf);
  const known = told.filter(({ value }) => value.status !== 'UNKNOWN');
  const isBuyer = sides[0]?.value.role === 'buyer';
  const best = newestOfEach(isBuyer && known.length > 0 ? known : told) as StatusStrand[];
  const said = furthest(best);
  if (!said) return { status: 'UNKNOWN', statusLabel: null };
  stamps.set('status', said.stamp);
  const tellers = new Set(sides.flatMap(({ value }) => value.sources).map(tellerOf));
  if (tellers.size > 1 || best.length > 1) keepStrands(stamps, 'status', best);
  return said.value;
}

function furthest(best: readonly StatusStrand[]): StatusStrand | undefined {
  const [file, page] = ['file', 'page'].map((teller) => best.find(({ kind }) => kind === teller));
  if (!file || !page) return file ?? page;
  return isFurther(page.value.status, file.value.status) ? page : (newestOf([file, page]) as StatusStrand);
}

function statusesOf({ value, stampAt, strandsAt }: Side): StatusStrand[] {
  const kept = strandsAt('status') as StatusStrand[];
  const { status, statusLabel, sources } = value;
  if (kept.length > 0) return [...kept];
  if (status === 'UNKNOWN' && statusLabel === null) return [];
  const kind = sources.length > 0 && sources.every((source) => tellerOf(source) === 'file') ? 'file' : 'page';
  return [{ kind, value: { status, statusLabel }, stamp: stampAt('status') }];
}

function tellerOf({ id }: { id: string }): 'file' | 'page' {
  return isFileSource(id) ? 'file' : 'page';
}

/** The amounts in the currency that counts, and those told without one; amounts in another are only kept. */
export function mergeAmounts(
  sides: Sides,
  currency: string | null,
  stamps: Map<string, Stamp>,
): Order['amounts'] {
  const merged: Record<string, unknown> = {};
  for (const key of keysOf(sides.map(({ value }) => value.amounts))) {
    const path = `amounts.${key}`;
    const best = newestOfEach(sides.flatMap((side) => amountsOf(side, key, path)));
    const said: Said | undefined = best
      .filter(({ kind }) => kind === currency || kind === null)
      .reduce<Said | undefined>((last, next) => (last ? newestOf([last, next]) : next), undefined);
    merged[key] = said?.value ?? null;
    if (said) stamps.set(path, said.stamp);
    if (best.some(({ kind }) => kind !== currency)) keepStrands(stamps, path, best);
  }
  return merged as Order['amounts'];
}

function amountsOf(side: Side, key: string, path: string): readonly Strand[] {
  const kept = side.strandsAt(path);
  if (kept.length > 0) return kept;
  const said = saidBy({ ...side, value: side.value.amounts }, key, path);
  return isSilent(said.value) ? [] : [{ ...said, kind: side.value.currency }];
}
