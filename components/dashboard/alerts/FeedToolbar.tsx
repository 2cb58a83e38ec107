import type { FeedFilter } from '../../../lib/history/read/feed.ts';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { CHANGE_TOPICS, type ChangeTopic } from '../../../lib/insights/feed-words.ts';
import { ShopSelect } from '../../shared/ShopSelect.tsx';
import { accountsOf, sideOf } from '../orders/side.ts';

const TOPIC_WORDS: Record<ChangeTopic, string> = {
  status: 'Status',
  delivery: 'Delivery',
  deadlines: 'Deadlines',
  money: 'Money',
  items: 'Items',
  returns: 'Returns',
  address: 'Address',
  other: 'Other details',
};

/** What of the feed is shown. */
export interface Shown extends FeedFilter {
  onlyNew: boolean;
}

interface Props {
  shown: Shown;
  onShown: (shown: Shown) => void;
  accounts: readonly AccountRow[];
}

/** What of the feed to show: by what changed, by shop, only what is new. */
export function FeedToolbar({ shown, onShown, accounts }: Props) {
  const side = sideOf(accounts, null);
  const choose = (name: string) => CHANGE_TOPICS.find((topic) => topic === name) ?? null;
  return (
    <div class="feed-tools">
      <select
        class="select"
        aria-label="What changed"
        value={shown.topic ?? ''}
        onChange={({ currentTarget }) => onShown({ ...shown, topic: choose(currentTarget.value) })}
      >
        <option value="">All changes</option>
        {CHANGE_TOPICS.map((topic) => (
          <option key={topic} value={topic}>
            {TOPIC_WORDS[topic]}
          </option>
        ))}
      </select>
      <ShopSelect
        noun={side === 'seller' ? 'shop' : 'account'}
        accounts={accountsOf(accounts, side)}
        value={shown.account}
        onChange={(account) => onShown({ ...shown, account })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={shown.onlyNew}
          onChange={({ currentTarget }) => onShown({ ...shown, onlyNew: currentTarget.checked })}
        />
        Only unread
      </label>
    </div>
  );
}
