import type { TrackEvent } from '../../model/order.ts';
import { epochMs } from '../../model/time.ts';
import type { Line, LineContext } from './line.ts';
import { arrivalOf } from './parcels.ts';
import { lineOf, Template } from './template.ts';

// No answer of the tracking pages was ever published (buyer-shop.md 7): what is read here are fields under the names
// that TikTok uses elsewhere, wherever they stand.

const NAMES = {
  parcelId: /^(?:pkg_id|package_id)$/,
  trackingNumber: /^(?:tracking_(?:no|number|num)|logistics_(?:no|number)|waybill_(?:no|number))$/,
  carrier:
    /^(?:supplier_name|carrier_name|carrier|logistics_(?:provider|company)(?:_name)?|shipping_provider(?:_name)?|provider_name)$/,
  eta: /^(?:eta|(?:eta|estimated_delivery|predict_delivery|expected_delivery)_time)(?:_text)?$/,
};
const EVENT_TIME = /^(?:time|timestamp|event_time|update_time|create_time|action_time)$/;
const EVENT_TITLE = /^(?:title|status_text|status_desc|action|action_text)$/;
const EVENT_TEXT = /^(?:content|text|description|desc|detail|message|display_msg)$/;
const MAX_DEPTH = 24;
const MAX_NODES = 20_000;

type Node = Record<string, unknown>;

/** Every object in a value, outer ones first; no more and no deeper than any real answer has. */
export function objectsIn(value: unknown): Node[] {
  const found: Node[] = [];
  let level: unknown[] = [value];
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0 && found.length < MAX_NODES; depth += 1) {
    const holders = level.filter((entry) => typeof entry === 'object' && entry !== null);
    for (const entry of holders) if (!Array.isArray(entry)) found.push(entry as Node);
    level = holders.flatMap((entry) => Object.values(entry as object)).slice(0, MAX_NODES);
  }
  return found;
}

/** The first text or number under such a name anywhere in a value, as text. */
export function textUnder(value: unknown, field: keyof typeof NAMES): string | null {
  for (const node of objectsIn(value)) {
    const text = ownText(node, NAMES[field]);
    if (text !== null) return text;
  }
  return null;
}

/** Lines of all templates in a value. */
export function linesIn(value: unknown, context: LineContext): Line[] {
  return objectsIn(value).flatMap((node) => {
    if (typeof node['template'] !== 'string') return [];
    const template = Template.safeParse(node);
    return template.success ? [lineOf(template.data, context)] : [];
  });
}

/** When a value says that something arrives, epoch ms. */
export function etaIn(value: unknown, lines: readonly Line[]): number | null {
  const text = textUnder(value, 'eta');
  return arrivalOf(lines) ?? (text === null ? null : epochMs(text));
}

/** The scans in a value, newest first: objects that have both a time and words. */
export function eventsIn(value: unknown): TrackEvent[] {
  const events = objectsIn(value).flatMap((node): TrackEvent[] => {
    const at = epochMs(ownText(node, EVENT_TIME));
    const title = ownText(node, EVENT_TITLE);
    const text = ownText(node, EVENT_TEXT);
    if (at === null || (title ?? text) === null) return [];
    return [{ at, title: title ?? text ?? '', text: title === null ? null : text }];
  });
  return events.sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
}

function ownText(node: Node, name: RegExp): string | null {
  const value = Object.entries(node).find(
    ([key, entry]) => name.test(key) && (typeof entry === 'string' || typeof entry === 'number'),
  )?.[1];
  const text = value === undefined ? '' : String(value).trim();
  return text === '' ? null : text;
}
