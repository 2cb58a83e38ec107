import { useState } from 'preact/hooks';
import { accountName } from '../../../lib/history/read/accounts.ts';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { send } from '../../../lib/messages/client.ts';
import { Button } from '../../shared/Button.tsx';
import { Card } from '../../shared/Card.tsx';
import { reasonOf } from '../../shared/words.ts';

const MAX_LENGTH = 60;

/** What each shop or buyer's account is called; the pages do not tell, so the user may. */
export function ShopNames({ shops }: { shops: readonly AccountRow[] }) {
  return (
    <Card title="Shops and accounts" text="Give each a name that you know it by. It stays in this browser.">
      {shops.length === 0 && <p>No shop or account was seen yet.</p>}
      <ul class="rows">
        {shops.map((shop) => (
          <ShopName key={shop.key} shop={shop} fallback={nameWithoutLabel(shop, shops)} />
        ))}
      </ul>
    </Card>
  );
}

function nameWithoutLabel(shop: AccountRow, shops: readonly AccountRow[]): string {
  const bare = { ...shop, label: null };
  return accountName(
    bare,
    shops.map((other) => (other.key === shop.key ? bare : other)),
  );
}

function ShopName({ shop, fallback }: { shop: AccountRow; fallback: string }) {
  const [text, setText] = useState(shop.label ?? '');
  const [said, setSaid] = useState('');
  const label = text.trim() === '' ? null : text.trim();
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const done = label === null ? `Back to “${fallback}”.` : 'Saved.';
    setSaid(
      await send('account.rename', { key: shop.key, label }).then(
        () => done,
        (error: unknown) => `Not saved: ${reasonOf(error)}`,
      ),
    );
  };
  return (
    <li>
      <form class="inline" onSubmit={(event) => void save(event)}>
        <label class="grow">
          <span>{fallback}</span>
          <small class="muted">{shop.host ?? 'from a file'}</small>
          <input
            class="field"
            aria-label={`Name of ${fallback}`}
            placeholder={fallback}
            maxLength={MAX_LENGTH}
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value);
              setSaid('');
            }}
          />
        </label>
        <Button type="submit" disabled={label === shop.label}>
          Save
        </Button>
        <span class="muted" role="status">
          {said}
        </span>
      </form>
    </li>
  );
}
