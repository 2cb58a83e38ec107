/**
 * A parameter of a link of the app, such as `pkg_id` or `reverse_main_order_id`; null without it. The links
 * are half encoded ("aweme://webview?url=https%3A…&pkg_id=…"), and no URL parser takes all of them.
 */
export function linkParam(link: string | null | undefined, name: string): string | null {
  const query = new URLSearchParams((link ?? '').replace(/^[^?]*\?/, ''));
  const own = query.get(name);
  if (isId(own)) return own;
  // The page that the app opens can carry the parameters itself.
  const inner = query.get('url')?.split('?')[1];
  const nested = inner === undefined ? null : new URLSearchParams(inner).get(name);
  return isId(nested) ? nested : null;
}

/** Whether a text is an id as TikTok writes them. */
export function isId(text: string | null | undefined): text is string {
  return typeof text === 'string' && /^[\w-]{1,64}$/.test(text);
}
