import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { reasonOf } from '../shared/words.ts';

type Loaded<P> = { room: ComponentType<P> } | { error: unknown } | null;

/** A room whose code is loaded when it is entered. */
export function LazyRoom<P extends object>({
  load,
  props,
}: {
  load: () => Promise<ComponentType<P>>;
  props: P;
}) {
  const [loaded, setLoaded] = useState<Loaded<P>>(null);
  useEffect(() => {
    load().then(
      (room) => setLoaded({ room }),
      (error: unknown) => setLoaded({ error }),
    );
  }, [load]);
  if (loaded === null) return null;
  if ('error' in loaded) {
    return (
      <ErrorNotice
        what="This page could not be loaded"
        why={reasonOf(loaded.error)}
        next="Reload the dashboard."
      />
    );
  }
  const Room = loaded.room;
  return <Room {...props} />;
}
