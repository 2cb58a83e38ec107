import type { History, InboxRow } from '../history/db.ts';
import { noteUnreadable } from '../history/drift.ts';
import { dropFromInbox, isHopeless, putInInbox, takeFromInbox, waitingInInbox } from '../history/inbox.ts';
import { writeReading } from '../history/write.ts';
import { roleOfHost } from '../model/market.ts';
import { parseJson } from '../sources/json.ts';
import { findSource } from '../sources/registry.ts';
import type { Reading, Source } from '../sources/source.ts';
import { nameOfBuyer, ownerOf } from './account.ts';

/** A captured answer as a content script submits it. */
export interface Payload {
  url: string;
  requestText: string;
  bodyText: string;
  /** The buyer's id on TikTok, where the page tells it. */
  userId?: string | undefined;
}

// Where Seller Center's own answers come from; a captured address elsewhere is not TikTok's.
const API_HOSTS = /(?:^|\.)(?:tiktok|tokopedia|tiktokshopglobalselling|tiktokglobalshop)\.com$/;

/** Takes an answer in: it is stored before it is read, so that nothing is lost when the worker ends. */
export async function takeIn(db: History, payload: Payload, host: string, now: number): Promise<boolean> {
  const url = parseUrl(payload.url);
  if (!url || !sourceFor(url, host)) return false;
  const { requestText, bodyText, userId } = payload;
  // What waits to be read holds the buyer's name in the history, not the id.
  const buyer = userId === undefined ? null : await nameOfBuyer(db, userId);
  const id = await putInInbox(db, { url: url.href, requestText, bodyText, host, buyer, seenAt: now });
  await readFromInbox(db, id);
  return true;
}

/** Reads everything that an earlier worker took in and did not finish. */
export async function drainInbox(db: History): Promise<void> {
  for (const id of await waitingInInbox(db)) {
    // One that fails waits for the next start and must not hold up those behind it.
    await readFromInbox(db, id).catch(() => {});
  }
}

async function readFromInbox(db: History, id: number): Promise<void> {
  const row = await takeFromInbox(db, id);
  if (!row) return;
  const url = parseUrl(row.url);
  const source = url && sourceFor(url, row.host);
  const reading = url && source && !isHopeless(row) ? await readPayload(db, row, url, source) : undefined;
  if (!reading) {
    await noteUnreadable(
      db,
      source?.id ?? 'unknown',
      isHopeless(row) ? 'unfinished' : 'unreadable',
      row.seenAt,
    );
    await dropFromInbox(db, id);
  }
}

/** Reads and writes one payload; undefined when it is nothing that can be read. */
async function readPayload(
  db: History,
  row: InboxRow,
  url: URL,
  source: Source,
): Promise<Reading | undefined> {
  const body = tryParse(row.bodyText);
  if (!body) return undefined;
  const request = tryParse(row.requestText)?.value ?? null;
  const { account: owner, kind } = await ownerOf(db, url, row.host, row.buyer);
  const reading = source.read({ url, request, body: body.value, owner, seenAt: row.seenAt });
  const capture = {
    id: crypto.randomUUID(),
    at: row.seenAt,
    sourceId: source.id,
    origin: row.host,
    kind,
    owner,
  } as const;
  await writeReading(db, capture, reading, row.id);
  return reading;
}

// A buyer's page has nothing to say about a shop, nor a seller's about what somebody bought.
function sourceFor(url: URL, host: string): Source | undefined {
  const source = findSource(url);
  const foreign = roleOfHost(host) === 'buyer' ? 'seller/' : 'buyer/';
  return source?.id.startsWith(foreign) ? undefined : source;
}

function parseUrl(text: string): URL | undefined {
  const url = URL.parse(text);
  return url && url.protocol === 'https:' && API_HOSTS.test(url.hostname) ? url : undefined;
}

function tryParse(text: string): { value: unknown } | undefined {
  try {
    return { value: parseJson(text) };
  } catch {
    return undefined;
  }
}
