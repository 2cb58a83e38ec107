import { useEffect, useState } from 'preact/hooks';

/** Whether a media query holds, live. */
export function useMedia(query: string): boolean {
  const [list] = useState(() => matchMedia(query));
  const [holds, setHolds] = useState(list.matches);
  useEffect(() => {
    const follow = () => setHolds(list.matches);
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, [list]);
  return holds;
}
