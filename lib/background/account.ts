import type { History } from '../history/db.ts';
import { BUYER_MARKET, findMarket, findSellerHost, roleOfHost } from '../model/market.ts';
import type { Account, Role } from '../model/order.ts';

const SALT_KEY = 'account.salt';

/** Whose answer it is, and how that is known: `page` by an id that the page tells, `host` only by its host. */
export interface Owner {
  account: Account;
  kind: 'page' | 'host';
}

/**
 * The shop or buyer that an answer belongs to. A seller is told by the id and the region in the address, a
 * buyer by the name that `nameOfBuyer` made of the page's user id. Without an id it is the one account that is
 * known for the host, or else the host itself. An id is not kept, only a hash of it with a salt of this browser.
 */
export async function ownerOf(
  db: History,
  url: URL,
  host: string,
  buyerName: string | null = null,
): Promise<Owner> {
  const role = roleOfHost(host) ?? 'seller';
  const region = findMarket(url.searchParams.get('shop_region'))?.code ?? null;
  const market = role === 'buyer' ? BUYER_MARKET : (region ?? findSellerHost(host)?.market ?? null);
  const named = role === 'buyer' ? buyerName : await nameOfSeller(db, url, market);
  if (named !== null) return { account: { role, account: named, market }, kind: 'page' };
  const known = (await db.accounts.where('host').equals(host).toArray()).filter(
    (row) => row.role === role && row.origin === 'page' && (region === null || row.market === region),
  );
  const [only] = known;
  if (only && known.length === 1)
    return { account: { role, account: only.account, market: only.market }, kind: 'page' };
  return {
    account: { role, account: await accountName(db, role, `host:${host}|${market ?? ''}`), market },
    kind: 'host',
  };
}

/** What the history calls a buyer: nothing of the user id can be told from it. */
export function nameOfBuyer(db: History, userId: string): Promise<string> {
  return accountName(db, 'buyer', userId);
}

// A cross-border seller has one id in several regions: each is a shop with its own currency.
async function nameOfSeller(db: History, { searchParams }: URL, market: string | null) {
  const id = searchParams.get('oec_seller_id') || searchParams.get('seller_id');
  return id ? accountName(db, 'seller', `${id}|${market ?? ''}`) : null;
}

async function accountName(db: History, role: Role, identity: string): Promise<string> {
  const text = new TextEncoder().encode(`${await salt(db)}|${role}|${identity}`);
  const digest = await crypto.subtle.digest('SHA-256', text);
  return `acc_${hex(new Uint8Array(digest)).slice(0, 24)}`;
}

async function salt(db: History): Promise<string> {
  return db.transaction('rw', db.meta, async () => {
    const known = await db.meta.get(SALT_KEY);
    if (typeof known?.value === 'string') return known.value;
    const value = hex(crypto.getRandomValues(new Uint8Array(32)));
    await db.meta.put({ key: SALT_KEY, value });
    return value;
  });
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
