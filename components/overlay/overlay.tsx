import { marksOf } from '../../lib/insights/risk.ts';
import type { OverlaySummary } from '../../lib/messages/protocol.ts';
import { Bar } from './Bar.tsx';
import { Chips } from './Chips.tsx';
import { isDarkBehind } from './dark.ts';
import { createPiece, type Piece } from './piece.ts';
import { type Overlay, type OverlayOptions, Reader } from './reader.ts';
import { findList, findRows, type PageRow } from './rows.ts';
import css from './seller.css?raw';
import { type PageView, watchPage } from './watch.ts';

const TICK_MS = 30_000;
/** The background answers for so many orders at once; Seller Center shows 50 at most. */
const MAX_ROWS = 200;

interface SellerOptions extends OverlayOptions<OverlaySummary> {
  /** The user wants to see what the bar says needs them. */
  showAlerts(): void;
}

/** Shows the bar and the chips on Seller Center's order list, for as long as the signal lasts. */
export function startOverlay(options: SellerOptions): Overlay {
  const view = new OverlayView(options);
  watchPage(view, {
    signal: options.signal,
    tickMs: TICK_MS,
    attributes: ['data-log_main_order_id', 'href'],
  });
  return { refresh: () => view.readSoon() };
}

class OverlayView implements PageView {
  readonly #options: SellerOptions;
  readonly #reader: Reader<OverlaySummary>;
  readonly #chips = new Map<string, Piece>();
  #bar: Piece | null = null;
  #rows: PageRow[] = [];
  #askedCount = 0;
  #summary: OverlaySummary | null = null;
  /** Null until the history has told. It is asked before the page has rows, so what is folded away does not flash. */
  #isFolded: boolean | null = null;

  constructor(options: SellerOptions) {
    this.#options = options;
    this.#reader = new Reader(
      () => this.#ask(),
      (summary) => this.#take(summary),
      options.signal,
    );
    void this.#reader.read();
  }

  readSoon(): void {
    this.#reader.readSoon();
  }

  tick(): void {
    this.paint();
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
        onAlerts={this.#options.showAlerts}
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

  stop(): void {
    this.clear();
  }

  look(): void {
    const before = this.#rows.map((row) => row.orderId).join();
    this.#rows = findRows(document);
    if (this.#rows.map((row) => row.orderId).join() !== before) {
      // What was known is about other orders.
      this.#summary = null;
      this.readSoon();
    }
    this.paint();
  }

  #ask(): Promise<OverlaySummary> {
    const orderIds = this.#rows.map((row) => row.orderId).slice(0, MAX_ROWS);
    this.#askedCount = orderIds.length;
    return this.#options.read(orderIds);
  }

  #take(summary: OverlaySummary): void {
    this.#summary = this.#askedCount > 0 ? summary : null;
    this.#isFolded = summary.isFolded;
    this.paint();
  }

  #placeBar(list: Element): void {
    this.#bar ??= createPiece('bar', css);
    const { host } = this.#bar;
    if (host.nextElementSibling === list) return;
    host.style.colorScheme = isDarkBehind(document.body) ? 'dark' : 'light';
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
    const piece = this.#chips.get(orderId) ?? createPiece('chips', css);
    this.#chips.set(orderId, piece);
    const place = link.parentElement;
    if (place && piece.host.parentElement !== place) {
      piece.host.style.colorScheme = isDarkBehind(document.body) ? 'dark' : 'light';
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
    this.#reader.forget();
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
