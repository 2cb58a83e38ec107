export interface OverlayOptions<T> {
  /** What the history knows of these orders, of those whom this page belongs to. */
  read(orderIds: string[]): Promise<T>;
  /** The user wants the overlay away for good. */
  fold(): void;
  signal: AbortSignal;
}

export interface Overlay {
  /** Something new may be in the history. */
  refresh(): void;
}

const READ_DELAY_MS = 60;
const MAX_FAILURES = 3;

/** Asks the history for what a page shows, and drops what comes too late. */
export class Reader<T> {
  readonly #ask: () => Promise<T>;
  readonly #use: (answer: T) => void;
  readonly #signal: AbortSignal;
  /** Counts what was asked, so that a late answer does not overwrite a newer one. */
  #asked = 0;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ask: () => Promise<T>, use: (answer: T) => void, signal: AbortSignal) {
    this.#ask = ask;
    this.#use = use;
    this.#signal = signal;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Asks now. */
  async read(): Promise<void> {
    this.#asked += 1;
    const turn = this.#asked;
    try {
      const answer = await this.#ask();
      if (this.#signal.aborted || turn !== this.#asked) return;
      this.#failures = 0;
      this.#use(answer);
    } catch {
      // The worker was ended, or the extension was updated and answers no more.
      this.#failures += 1;
      if (this.#failures < MAX_FAILURES) this.readSoon();
    }
  }

  /** Asks after a moment in which more may come. */
  readSoon(): void {
    clearTimeout(this.#timer);
    if (!this.#signal.aborted) this.#timer = setTimeout(() => void this.read(), READ_DELAY_MS);
  }

  /** What was asked for and has not come is no longer wanted. */
  forget(): void {
    this.#asked += 1;
  }
}
