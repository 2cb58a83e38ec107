import type { History } from '../history/db.ts';
import { findMarket, findSellerHost } from '../model/market.ts';
import type { Account, Role } from '../model/order.ts';

const SALT_KEY = 'account.salt';

/**
 * The shop that an answer belongs to: told by the seller id and region in its address, else by the page's host.
 * The id itself is not kept, only a hash of it with a salt of this browser.
 */
export async function accountOf(db: History, url: URL, host: string): Promise<Account> {
  const { searchParams } = url;
  const sellerId = searchParams.get('oec_seller_id') || searchParams.get('seller_id') || `host:${host}`;
  const market = findMarket(searchParams.get('shop_region'))?.code ?? findSellerHost(host)?.market ?? null;
  // A cross-border seller has one id in several regions: each is a shop with its own currency.
  return { role: 'seller', account: await accountName(db, 'seller', `${sellerId}|${market ?? ''}`), market };
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
