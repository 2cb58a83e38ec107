import { type ComponentChild, render } from 'preact';
import css from './style.css?raw';

/** One piece of the overlay in the page: our element, and what it shows inside its closed root. */
export interface Piece {
  host: HTMLElement;
  show(view: ComponentChild): void;
  /** Puts the focus on its first button. */
  focus(): void;
  remove(): void;
}

/** The bar above a list, the marks beside a row's id, those on a card, or the line beside a page's title. */
export type PieceKind = 'bar' | 'chips' | 'card' | 'title';

/** Makes a piece, with styles of its side. The page sees an empty element: the root is closed, and nothing else of it is in the page. */
export function createPiece(kind: PieceKind, ownCss: string): Piece {
  const host = document.createElement('orderlens-overlay');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = css + ownCss;
  const mount = document.createElement('div');
  mount.className = kind;
  // Shortcuts of the page must not act on keys that are meant for us.
  for (const type of ['keydown', 'keyup', 'keypress'])
    mount.addEventListener(type, (event) => event.stopPropagation());
  root.append(style, mount);
  return {
    host,
    show: (view) => render(view, mount),
    focus: () => mount.querySelector('button')?.focus({ preventScroll: true }),
    remove() {
      render(null, mount);
      host.remove();
    },
  };
}
