import type { BuyerSummary, OverlayMark } from '../../../lib/messages/protocol.ts';
import { Chips } from '../Chips.tsx';
import { isDarkBehind } from '../dark.ts';
import { FoldButton } from '../Frame.tsx';
import { createPiece, type Piece } from '../piece.ts';
import { type Overlay, type OverlayOptions, Reader } from '../reader.ts';
import { type PageView, watchPage } from '../watch.ts';
import css from './buyer.css?raw';
import { findCards, type ListEntry, type ListPart, matchCards } from './cards.ts';
import { cardRoom, findPlace, findTitle, orderIdOfPage, type Room, titleRoom } from './places.ts';
import { TitleLine } from './TitleLine.tsx';

export interface BuyerOverlay extends Overlay {
  /** An answer of the list was read. */
  addEntries(part: ListPart): void;
}

// Days are what these marks count.
const TICK_MS = 600_000;
const MAX_CARDS = 200;

/** Shows marks on the cards of the buyer's order list, and a line beside the title of an order's page. */
export function startBuyerOverlay(options: OverlayOptions<BuyerSummary>): BuyerOverlay {
  const view = new BuyerView(options);
  watchPage(view, { signal: options.signal, tickMs: TICK_MS, attributes: ['alt'] });
  return {
    refresh: () => view.readSoon(),
    addEntries: (part) => view.addEntries(part),
  };
}

/** One order on the page: where its piece goes, and how. */
interface Spot {
  orderId: string;
  place: Element;
  kind: 'card' | 'title';
}

class BuyerView implements PageView {
  readonly #options: OverlayOptions<BuyerSummary>;
  readonly #reader: Reader<BuyerSummary>;
  readonly #pieces = new Map<string, Piece>();
  #entries: ListEntry[] = [];
  #spots: Spot[] = [];
  #marks = new Map<string, OverlayMark[]>();
  /** Null until the history has told: nothing shows before, so what is folded away does not flash. */
  #isFolded: boolean | null = null;

  constructor(options: OverlayOptions<BuyerSummary>) {
    this.#options = options;
    const ask = () => options.read(this.#spots.map(({ orderId }) => orderId).slice(0, MAX_CARDS));
    this.#reader = new Reader(ask, (summary) => this.#take(summary), options.signal);
    void this.#reader.read();
  }

  addEntries({ entries, isFirst }: ListPart): void {
    const known = isFirst ? [] : this.#entries;
    const ids = new Set(known.map(({ orderId }) => orderId));
    this.#entries = [...known, ...entries.filter(({ orderId }) => !ids.has(orderId))];
  }

  readSoon(): void {
    this.#reader.readSoon();
  }

  tick(): void {
    this.readSoon();
  }

  look(): void {
    const before = this.#spots.map(({ orderId }) => orderId).join();
    this.#spots = this.#findSpots();
    if (this.#spots.map(({ orderId }) => orderId).join() !== before) this.readSoon();
    this.#paint();
  }

  stop(): void {
    for (const piece of this.#pieces.values()) piece.remove();
    this.#pieces.clear();
  }

  #findSpots(): Spot[] {
    const orderId = orderIdOfPage(location);
    const title = orderId === null ? null : findTitle(document);
    if (orderId !== null) return title ? [{ orderId, place: title, kind: 'title' }] : [];
    return matchCards(findCards(document), this.#entries).flatMap((match) => {
      const place = findPlace(match.card.element);
      return place ? [{ orderId: match.orderId, place, kind: 'card' as const }] : [];
    });
  }

  #take({ isFolded, orders }: BuyerSummary): void {
    this.#isFolded = isFolded;
    this.#marks = new Map(orders.map(({ id, marks }) => [id, marks]));
    this.#paint();
  }

  #paint(): void {
    const shown = this.#isFolded === false ? this.#spots : [];
    const placed = shown.flatMap((spot) => {
      const marks = this.#marks.get(spot.orderId) ?? [];
      return marks.length > 0 ? [{ spot, marks, piece: this.#pieceAt(spot) }] : [];
    });
    const ids = new Set(placed.map(({ spot }) => spot.orderId));
    for (const [orderId, piece] of this.#pieces) {
      if (ids.has(orderId)) continue;
      piece.remove();
      this.#pieces.delete(orderId);
    }
    // All places are measured before anything is drawn: one layout for the whole page.
    const rooms = placed.map(({ spot, piece }) =>
      spot.kind === 'card' ? cardRoom(spot.place) : { roomPx: titleRoom(spot.place, piece.host), rightPx: 0 },
    );
    placed.forEach(({ spot, marks, piece }, index) => {
      const room = rooms[index] ?? { roomPx: 0, rightPx: 0 };
      if (spot.kind === 'title')
        piece.show(<TitleLine marks={marks} roomPx={room.roomPx} onFold={() => this.#fold()} />);
      else piece.show(this.#cardChips(spot, marks, room, index === 0));
    });
  }

  #cardChips({ orderId }: Spot, marks: OverlayMark[], { roomPx, rightPx }: Room, isFirst: boolean) {
    const onCard = marks.filter(({ place }) => place === 'card').slice(0, roomPx < WIDE_PX ? 2 : MAX_CHIPS);
    return (
      <div class="end" style={{ right: `${rightPx}px` }}>
        <Chips orderId={orderId} marks={onCard} roomPx={roomPx}>
          {isFirst && <FoldButton label="Hide OrderLens on TikTok" onFold={() => this.#fold()} />}
        </Chips>
      </div>
    );
  }

  #pieceAt({ orderId, place, kind }: Spot): Piece {
    const piece = this.#pieces.get(orderId) ?? createPiece(kind, css);
    this.#pieces.set(orderId, piece);
    if (piece.host.parentElement !== place) {
      piece.host.style.colorScheme = isDarkBehind(place) ? 'dark' : 'light';
      // The end of a row of buttons: taken out of the row, so that the buttons stay where they are.
      if (kind === 'card') piece.host.style.position = 'absolute';
      place.append(piece.host);
    }
    return piece;
  }

  #fold(): void {
    this.#reader.forget();
    this.#isFolded = true;
    this.#paint();
    this.#options.fold();
  }
}

const WIDE_PX = 560;
const MAX_CHIPS = 3;
