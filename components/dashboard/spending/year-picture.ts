import type { YearBlock, YearFacts } from './year-facts.ts';

const WIDTH = 1080;
const EDGE = 72;
const HEAD = 210;
const BLOCK = 656;
const SHOP = 44;
const FOOT = 110;
const BARS = 180;

/** The colours of the page, as the picture uses them. */
export type Palette = Record<'bg' | 'card' | 'line' | 'ink' | 'ink-2' | 'brand', string>;

/** The page's tokens as colours that a canvas knows: what they are in the theme that is shown. */
export function readPalette(): Palette {
  const probe = document.createElement('span');
  document.body.append(probe);
  const colour = (name: keyof Palette) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const names: (keyof Palette)[] = ['bg', 'card', 'line', 'ink', 'ink-2', 'brand'];
  const palette = Object.fromEntries(names.map((name) => [name, colour(name)])) as Palette;
  probe.remove();
  return palette;
}

/** Draws a year as a PNG. It is made in the page; nothing is loaded and nothing is sent. */
export async function yearPicture(facts: YearFacts, palette: Palette): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = heightOf(facts);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gave no canvas to draw on.');
  drawYear(context, facts, palette);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The picture could not be written.');
  return blob;
}

/** What drawing a year needs of a canvas. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'font'
  | 'textAlign'
  | 'fillRect'
  | 'fillText'
  | 'measureText'
  | 'beginPath'
  | 'roundRect'
  | 'fill'
>;

/** The picture's height: a block for each currency, longer with shops. */
export function heightOf({ blocks }: YearFacts): number {
  return HEAD + FOOT + blocks.reduce((sum, block) => sum + blockHeight(block), 0);
}

/** Draws the title, a block for each currency, and where it comes from. */
export function drawYear(pen: Pen, facts: YearFacts, palette: Palette): void {
  pen.fillStyle = palette.bg;
  pen.fillRect(0, 0, WIDTH, heightOf(facts));
  write(pen, facts.title, { x: EDGE, y: 130, size: 64, weight: 700, colour: palette.ink });
  write(pen, 'My orders on TikTok Shop', {
    x: EDGE,
    y: 178,
    size: 28,
    weight: 400,
    colour: palette['ink-2'],
  });
  let top = HEAD;
  for (const block of facts.blocks) {
    drawBlock(pen, block, top, palette);
    top += blockHeight(block);
  }
  write(pen, 'OrderLens · made in my own browser', {
    x: EDGE,
    y: top + 58,
    size: 24,
    weight: 500,
    colour: palette['ink-2'],
  });
}

function blockHeight({ shops }: YearBlock): number {
  return BLOCK + (shops.length > 0 ? SHOP * (shops.length + 1) + 16 : 0);
}

function drawBlock(pen: Pen, block: YearBlock, top: number, palette: Palette): void {
  const inside = EDGE + 40;
  const right = WIDTH - inside;
  box(pen, EDGE, top, WIDTH - 2 * EDGE, blockHeight(block) - 24, 28, palette.card);
  write(pen, `${block.currency} · ${block.words}`, line(inside, top + 62, palette['ink-2'], 26));
  write(pen, block.net, { x: inside, y: top + 150, size: 84, weight: 700, colour: palette.ink });
  let y = top + 205;
  for (const { label, amount } of block.lines) {
    pair(pen, label, amount, { left: inside, right, y, palette });
    y += 44;
  }
  drawBars(pen, block, { left: inside, right, top: y + 4 }, palette);
  y += BARS + 92;
  if (block.shops.length === 0) return;
  write(pen, 'Top shops', { x: inside, y, size: 26, weight: 700, colour: palette.ink });
  for (const { name, amount } of block.shops) {
    y += SHOP;
    pair(pen, name, amount, { left: inside, right, y, palette });
  }
}

function drawBars(
  pen: Pen,
  { months }: YearBlock,
  at: { left: number; right: number; top: number },
  palette: Palette,
): void {
  const most = Math.max(1, ...months.map((month) => month.netMinor));
  const step = (at.right - at.left) / months.length;
  const ground = at.top + BARS;
  months.forEach(({ netMinor, short }, index) => {
    const height = Math.max(3, (Math.max(0, netMinor) / most) * (BARS - 20));
    const x = at.left + index * step;
    box(
      pen,
      x + 6,
      ground - height,
      step - 12,
      height,
      Math.min(8, height / 2),
      netMinor > 0 ? palette.brand : palette.line,
    );
    write(pen, short, { ...line(x + step / 2, ground + 32, palette['ink-2'], 20), align: 'center' });
  });
}

interface Text {
  x: number;
  y: number;
  size: number;
  weight: number;
  colour: string;
  align?: CanvasTextAlign;
  /** Longer text is cut, with "…". */
  maxWidth?: number;
}

function line(x: number, y: number, colour: string, size: number): Text {
  return { x, y, size, weight: 400, colour };
}

function pair(
  pen: Pen,
  label: string,
  amount: string,
  { left, right, y, palette }: { left: number; right: number; y: number; palette: Palette },
): void {
  write(pen, label, { ...line(left, y, palette['ink-2'], 28), maxWidth: (right - left) * 0.62 });
  write(pen, amount, { x: right, y, size: 28, weight: 600, colour: palette.ink, align: 'right' });
}

function write(pen: Pen, text: string, { x, y, size, weight, colour, align = 'left', maxWidth }: Text): void {
  pen.font = `${weight} ${size}px system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif`;
  pen.fillStyle = colour;
  pen.textAlign = align;
  pen.fillText(maxWidth === undefined ? text : cut(pen, text, maxWidth), x, y);
}

function cut(pen: Pen, text: string, maxWidth: number): string {
  if (pen.measureText(text).width <= maxWidth) return text;
  const letters = [...text.slice(0, 200)];
  while (letters.length > 1 && pen.measureText(`${letters.join('')}…`).width > maxWidth) letters.pop();
  return `${letters.join('')}…`;
}

function box(
  pen: Pen,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
  colour: string,
): void {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.roundRect(x, y, width, height, radius);
  pen.fill();
}
