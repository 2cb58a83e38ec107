import * as z from 'zod/mini';
import { epochMs } from '../../model/time.ts';
import { maybe, scalar } from '../seller/main-order-schema.ts';
import type { Line, LineContext } from './line.ts';

const Entry = z.object({ type: maybe(scalar), data: maybe(scalar) });
/** Text with places to fill, as TikTok's order pages get it (buyer-shop.md 2.4). */
export const Template = z.object({ template: maybe(z.string()), data_list: maybe(z.array(Entry)) });
export type Template = z.output<typeof Template>;
type Entry = z.output<typeof Entry>;

/** Types of TikTok's code that mean more than their text; the others (1-12) are shown as they are. */
const TIME = 2;
const PAYMENT_INTERVAL = 3;
const ETA = 4;
const COPY_TEXT = 7;
const DYNAMIC_TIME = 9;

const PLACE = /\{\{([_a-zA-Z0-9 ]+)\}\}/g;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

export type TimeStyle = 'day' | 'minute';

/**
 * The text as the page shows it. Places are filled in their order, whatever their names, and all entries are
 * formatted by the type of the first, as TikTok's own code does; the list shows days, the detail page minutes.
 */
export function fillTemplate(template: Template, context: LineContext, style: TimeStyle = 'minute'): string {
  const entries = template.data_list ?? [];
  const type = typeOf(entries[0]);
  const shown = entries.map((entry) => format(entry, type, context, style));
  const values = type === ETA ? [shown.join('-')] : shown;
  let next = 0;
  return (template.template ?? '').replace(PLACE, (place) => values[next++] ?? place);
}

/** The unix times of a template, each with the words before its place, epoch ms. */
export function timesOf(template: Template): Line['times'] {
  const isAllTimes = typeOf(template.data_list?.[0]) === TIME;
  return placedEntries(template).flatMap(({ entry, words, name }) => {
    const isTime = isAllTimes || typeOf(entry) === TIME || typeOf(entry) === DYNAMIC_TIME;
    const at = isTime ? epochMs(entry.data) : null;
    return at === null ? [] : [{ words, name, at }];
  });
}

/** The promised range of a template, epoch ms; null where it has none. */
export function etaOf(template: Template): Line['eta'] {
  const entries = placedEntries(template).filter(({ entry }) => typeOf(entry) === ETA);
  const times = entries.map(({ entry }) => epochMs(entry.data)).filter((at) => at !== null);
  const [first] = entries;
  if (!first || times.length === 0) return null;
  const { words, name } = first;
  return { words, name, fromAt: Math.min(...times), toAt: Math.max(...times) };
}

/** The texts of a template that a click copies: tracking numbers. */
export function copyTextsOf(template: Template): string[] {
  const copies = (template.data_list ?? []).filter((entry) => typeOf(entry) === COPY_TEXT);
  return copies.map((entry) => textOf(entry).trim()).filter((text) => text !== '');
}

/** Everything that a template says. */
export function lineOf(template: Template, context: LineContext, style: TimeStyle = 'minute'): Line {
  const interval = (template.data_list ?? []).find((entry) => typeOf(entry) === PAYMENT_INTERVAL);
  const seconds = interval && /^\d{1,9}$/.test(textOf(interval)) ? Number(textOf(interval)) : null;
  return {
    text: fillTemplate(template, context, style).trim(),
    times: timesOf(template),
    eta: etaOf(template),
    countdown: interval ? { seconds } : null,
    copies: copyTextsOf(template),
    isOdd: (template.data_list ?? []).some(isUnreadTime),
  };
}

/** Each entry with its place's name and the words between the place before and its own; etas share one place. */
function placedEntries(template: Template): { entry: Entry; words: string; name: string }[] {
  const entries = template.data_list ?? [];
  const parts = (template.template ?? '').split(PLACE);
  const isShared = typeOf(entries[0]) === ETA;
  return entries.map((entry, index) => {
    const at = isShared ? 0 : index;
    // Splitting by a pattern with a group: words and names take turns.
    return { entry, words: parts[at * 2] ?? '', name: parts[at * 2 + 1] ?? '' };
  });
}

function isUnreadTime(entry: Entry): boolean {
  const type = typeOf(entry);
  return (type === TIME || type === ETA) && textOf(entry) !== '' && epochMs(entry.data) === null;
}

function typeOf(entry: Entry | undefined): number | null {
  return entry?.type === undefined || entry.type === null ? null : Number(entry.type);
}

function textOf(entry: Entry): string {
  return entry.data === undefined || entry.data === null ? '' : String(entry.data);
}

function format(entry: Entry, type: number | null, context: LineContext, style: TimeStyle): string {
  if (type === PAYMENT_INTERVAL) return formatCountdown(entry);
  if (type !== TIME && type !== ETA) return textOf(entry);
  const at = epochMs(entry.data);
  if (at === null) return textOf(entry);
  return type === TIME ? formatTime(at, context, style) : formatEta(at, context);
}

// "MMM D, YYYY h:mmA" in the browser's own time zone; the list has "MMM D" only.
function formatTime(at: number, { timeZone }: LineContext, style: TimeStyle): string {
  const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const day = `${MONTHS[time.month - 1]} ${time.day}`;
  if (style === 'day') return day;
  const minute = String(time.minute).padStart(2, '0');
  return `${day}, ${time.year} ${time.hour % 12 || 12}:${minute}${time.hour < 12 ? 'AM' : 'PM'}`;
}

function formatEta(at: number, { timeZone, seenAt }: LineContext): string {
  const dayOf = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate();
  const day = dayOf(at);
  const { days } = dayOf(seenAt).until(day);
  if (days === 0) return 'Today';
  return days === 1 ? 'Tomorrow' : `${MONTHS[day.month - 1]} ${day.day}`;
}

// Hours as captured ("23h" for 84,213 s); the last hour in minutes is inferred.
function formatCountdown(entry: Entry): string {
  const seconds = Number(textOf(entry));
  if (!Number.isFinite(seconds)) return textOf(entry);
  return seconds >= 3600 ? `${Math.floor(seconds / 3600)}h` : `${Math.floor(seconds / 60)}m`;
}
