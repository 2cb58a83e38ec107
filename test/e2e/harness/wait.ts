const STEP_MS = 50;

/** Waits until something is true; a page that is just changing counts as not yet. */
export async function until(
  what: string,
  isTrue: () => boolean | Promise<boolean>,
  timeoutMs = 10_000,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  let last: unknown = '';
  do {
    try {
      if (await isTrue()) return;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  } while (Date.now() < end);
  throw new Error(`Waited ${timeoutMs} ms for ${what}. ${last}`);
}
