import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** What may come a frame later: its reads and drawing don't hold up what stands above it. */
export function AfterPaint({ children }: { children: ComponentChildren }) {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => setPainted(true), []);
  return isPainted ? children : null;
}
