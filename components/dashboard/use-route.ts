import { useEffect, useState } from 'preact/hooks';
import { type Route, routeOf } from '../shared/routes.ts';

/** Where the dashboard is, from the address; follows the back button. */
export function useRoute(): Route {
  const [hash, setHash] = useState(() => location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return routeOf(hash);
}
