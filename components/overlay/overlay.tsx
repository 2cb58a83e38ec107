import { marksOf } from '../../lib/insights/risk.ts';
import type { OverlaySummary } from '../../lib/messages/protocol.ts';
import { Bar } from './Bar.tsx';
import { Chips } from './Chips.tsx';
import { createPiece, type Piece } from './piece.ts';
import { findList, findRows, isDarkPage, type PageRow } from './rows.ts';

export interface OverlayOptions {
  /** What the history knows of these orders, of this page's shop. */
  read(orderIds: string[]): Promise<OverlaySummary>;
  /** The user wants the overlay away for good. */
  fold(): void;
  signal: AbortSignal;
}

export interface Overlay {
  /** Something new may be in the history. */
  refresh(): void;
}

const TICK_MS = 30_000;
const READ_DELAY_MS = 60;
const MAX_FAILURES = 3;
/** The background answers for so many orders at once; Seller Center shows 50 at most. */
const MAX_ROWS = 200;

/** Shows the bar and the chips on Seller Center's order list, for as long as the signal lasts. */
export function startOverlay(options: OverlayOptions): Overlay {
  const view = new OverlayView(options);
  const observer = new MutationObserver(() => view.schedule());
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    // A page may put another order into the row that it has.
    characterData: true,
    attributeFilter: ['data-log_main_order_id', 'href'],
  });
  const timer = setInterval(() => view.paint(), TICK_MS);
  const onResize = () => view.schedule();
  window.addEventListener('resize', onResize, { signal: options.signal });
  // Back from Settings, the overlay may be wanted again.
  const onShown = () => document.hidden || view.readSoon();
  document.addEventListener('visibilitychange', onShown, { signal: options.signal });
  options.signal.addEventListener('abort', () => {
    observer.disconnect();
    clearInterval(timer);
    view.stop();
  });
  void view.read();
  view.schedule();
  return { refresh: () => view.readSoon() };
}

class OverlayView {
  readonly #options: OverlayOptions;
  readonly #chips = new Map<string, Piece>();
  #bar: Piece | null = null;
  #rows: PageRow[] = [];
  #summary: OverlaySummary | null = null;
  /** Null until the history has told. It is asked before the page has rows, so what is folded away does not flash. */
  #isFolded: boolean | null = null;
  /** Counts what was asked, so that a late answer does not overwrite a newer one. */
  #asked = 0;
  #failures = 0;
  #isScheduled = false;
  #readTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: OverlayOptions) {
    this.#options = options;
  }

  /** Looks at the page again before it is painted next: one look for any number of changes. */
  schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    requestAnimationFrame(() => {
      this.#isScheduled = false;
      if (!this.#options.signal.aborted) this.#look();
    });
  }

  /** Asks for what the history knows of the rows, after a moment in which more may come. */
  readSoon(): void {
    clearTimeout(this.#readTimer);
    this.#readTimer = setTimeout(() => void this.read(), READ_DELAY_MS);
  }

  /** Draws everything as it is now. */
  paint(): void {
    const list = this.#isFolded === true ? null : findList(this.#rows);
    if (!list) {
      this.clear();
      return;
    }
    const now = Date.now();
    this.#placeBar(list);
    this.#bar?.show(
      <Bar
        summary={this.#summary}
        shownCount={this.#rows.length}
        now={now}
        onGoTo={(orderId) => this.#goTo(orderId)}
        onFold={() => this.#fold()}
      />,
    );
    this.#paintChips(now);
  }

  /** Takes every piece out of the page. */
  clear(): void {
    this.#bar?.remove();
    this.#bar = null;
    for (const piece of this.#chips.values()) piece.remove();
    this.#chips.clear();
  }

  /** Ends for good. */
  stop(): void {
    clearTimeout(this.#readTimer);
    this.clear();
  }

  #look(): void {
    const before = this.#rows.map((row) => row.orderId).join();
    this.#rows = findRows(document);
    if (this.#rows.map((row) => row.orderId).join() !== before) {
      // What was known is about other orders.
      this.#summary = null;
      this.readSoon();
    }
    this.paint();
  }

  /** Asks for what the history knows of the rows. */
  async read(): Promise<void> {
    const orderIds = this.#rows.map((row) => row.orderId).slice(0, MAX_ROWS);
    this.#asked += 1;
    const turn = this.#asked;
    try {
      const summary = await this.#options.read(orderIds);
      if (this.#options.signal.aborted || turn !== this.#asked) return;
      this.#failures = 0;
      this.#summary = orderIds.length > 0 ? summary : null;
      this.#isFolded = summary.isFolded;
      this.paint();
    } catch {
      // The worker was ended, or the extension was updated and answers no more.
      this.#failures += 1;
      if (this.#failures < MAX_FAILURES) this.readSoon();
    }
  }

  #placeBar(list: Element): void {
    this.#bar ??= createPiece('bar');
    const { host } = this.#bar;
    if (host.nextElementSibling === list) return;
    host.style.colorScheme = isDarkPage() ? 'dark' : 'light';
    list.before(host);
  }

  #paintChips(now: number): void {
    const known = new Map(this.#summary?.orders.map((order) => [order.id, order]));
    const shown = this.#rows.flatMap((row) => {
      const order = known.get(row.orderId);
      const marks = order ? marksOf(order, now) : [];
      return marks.length > 0 ? [{ row, marks, piece: this.#chipsAt(row) }] : [];
    });
    const ids = new Set(shown.map(({ row }) => row.orderId));
    for (const [orderId, piece] of this.#chips) {
      if (ids.has(orderId)) continue;
      piece.remove();
      this.#chips.delete(orderId);
    }
    // All places are measured before anything is drawn: one layout for the whole page.
    const rooms = shown.map(({ row, piece }) => roomFor(row, piece.host));
    shown.forEach(({ row, marks, piece }, index) => {
      piece.show(<Chips orderId={row.orderId} marks={marks} roomPx={rooms[index] ?? 0} />);
    });
  }

  #chipsAt({ orderId, link }: PageRow): Piece {
    const piece = this.#chips.get(orderId) ?? createPiece('chips');
    this.#chips.set(orderId, piece);
    const place = link.parentElement;
    if (place && piece.host.parentElement !== place) {
      piece.host.style.colorScheme = isDarkPage() ? 'dark' : 'light';
      place.append(piece.host);
    }
    return piece;
  }

  #goTo(orderId: string): void {
    const row = this.#rows.find((entry) => entry.orderId === orderId);
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    row?.link.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' });
    this.#chips.get(orderId)?.focus();
  }

  #fold(): void {
    this.#asked += 1;
    this.#isFolded = true;
    this.clear();
    this.#options.fold();
  }
}

const CHIP_MARGIN_PX = 16;

function roomFor({ link }: PageRow, host: HTMLElement): number {
  const cell = link.closest('td, th') ?? link.parentElement;
  if (!cell) return 0;
  return Math.floor(cell.getBoundingClientRect().right - host.getBoundingClientRect().left - CHIP_MARGIN_PX);
}
