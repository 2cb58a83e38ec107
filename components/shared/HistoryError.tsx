import { Button } from './Button.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';

/** The history can't be read: what every page says then. */
export function HistoryError({ error }: { error: Error }) {
  return (
    <ErrorNotice
      what="Your order history can’t be opened"
      why={error.message.split('\n')[0] || error.name}
      next="Nothing was deleted. Close other OrderLens tabs and try again; if that does not help, restart your browser."
    >
      <Button onClick={() => location.reload()}>Try again</Button>
    </ErrorNotice>
  );
}
