import { Button } from '../../shared/Button.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';

interface Props {
  isAll: boolean;
  onlyNew: boolean;
  /** Older changes were not looked through yet. */
  isPart: boolean;
  onShowAll: () => void;
}

/** A feed without entries: why, and what to do next. */
export function FeedEmpty({ isAll, onlyNew, isPart, onShowAll }: Props) {
  if (isAll && !onlyNew && !isPart)
    return (
      <EmptyState
        icon="eye"
        title="Nothing has changed yet"
        text="When a page that you open tells something new about an order, it stands here with what it was before."
      />
    );
  const title = onlyNew && isAll ? 'Nothing is unread' : 'No change fits';
  return (
    <EmptyState
      icon={onlyNew && isAll ? 'check' : 'search'}
      title={isPart ? 'No change fits among the newest' : title}
    >
      <Button onClick={onShowAll}>Show all changes</Button>
    </EmptyState>
  );
}
