import { type ScaleLinear, scaleBand, scaleLinear } from 'd3-scale';
import { useRef } from 'preact/hooks';
import { useBarKeys } from './use-bar-keys.ts';
import { useWidth } from './use-width.ts';

/** One bar: what it stands for in short (under it) and in full, how high it is, and its value in words. */
export interface ChartBar {
  id: string;
  short: string;
  name: string;
  value: number;
  words: string;
}

interface Props {
  label: string;
  bars: readonly ChartBar[];
  /** Which bar is looked at, and what to do when another is chosen. */
  selected: string | null;
  onSelect: (id: string) => void;
  /** A value of the scale in words: "$400". */
  tickWords: (value: number) => string;
}

const HEIGHT = 240;
const MARGIN = { top: 8, right: 0, bottom: 24, left: 56 };
const TICKS = 4;
const MIN_LABEL_WIDTH = 34;
const MAX_BAR_WIDTH = 56;

/** Bars with a scale. Each is a button: the arrow keys walk along them, Enter chooses one. */
export function BarChart({ label, bars, selected, onSelect, tickWords }: Props) {
  const figure = useRef<HTMLDivElement>(null);
  const room = useWidth(figure, 640);
  const keys = useBarKeys(bars, selected);
  const y = scaleLinear()
    .domain([Math.min(0, ...bars.map((bar) => bar.value)), Math.max(1, ...bars.map((bar) => bar.value))])
    .nice(TICKS)
    .range([HEIGHT - MARGIN.bottom, MARGIN.top]);
  const x = scaleBand(
    bars.map((bar) => bar.id),
    [MARGIN.left, room - MARGIN.right],
  ).paddingInner(0.35);
  const middle = (id: string) => (x(id) ?? 0) + x.bandwidth() / 2;
  const width = Math.min(x.bandwidth(), MAX_BAR_WIDTH);
  return (
    <div class="bar-chart" ref={figure}>
      {/* biome-ignore lint/a11y/useSemanticElements: HTML's fieldset can't stand for a drawing */}
      <svg width={room} height={HEIGHT} role="group" aria-label={label}>
        <Scale y={y} width={room} tickWords={tickWords} />
        {bars.map((bar) => (
          <BarButton
            key={bar.id}
            bar={bar}
            box={{ middle: middle(bar.id), width, step: x.step(), zero: y(0), top: y(bar.value) }}
            isSelected={bar.id === selected}
            onSelect={onSelect}
            keys={keys(bar.id)}
          />
        ))}
        <Names
          names={bars.map(({ id, short }) => ({ id, short, at: middle(id) }))}
          every={Math.ceil(MIN_LABEL_WIDTH / Math.max(1, x.step()))}
          selected={selected}
        />
      </svg>
    </div>
  );
}

interface ScaleProps {
  y: ScaleLinear<number, number>;
  width: number;
  tickWords: (value: number) => string;
}

function Scale({ y, width, tickWords }: ScaleProps) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be focused
    <g class="scale" aria-hidden="true">
      {y.ticks(TICKS).map((tick) => (
        <g key={tick}>
          <line x1={MARGIN.left} x2={width} y1={y(tick)} y2={y(tick)} class={tick === 0 ? 'zero' : ''} />
          <text x={MARGIN.left - 8} y={y(tick) + 4} text-anchor="end">
            {tickWords(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}

interface NamesProps {
  names: readonly { id: string; short: string; at: number }[];
  /** Every how many bars a name has room. */
  every: number;
  selected: string | null;
}

/** The short names under the bars; each bar says its full name itself. */
function Names({ names, every, selected }: NamesProps) {
  const shown = names.filter((_, index) => (names.length - 1 - index) % every === 0);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be focused
    <g class="names" aria-hidden="true">
      {shown.map(({ id, short, at }) => (
        <text key={id} class={id === selected ? 'selected' : ''} x={at} y={HEIGHT - 6} text-anchor="middle">
          {short}
        </text>
      ))}
    </g>
  );
}

interface BarProps {
  bar: ChartBar;
  box: { middle: number; width: number; step: number; zero: number; top: number };
  isSelected: boolean;
  onSelect: (id: string) => void;
  keys: ReturnType<ReturnType<typeof useBarKeys>>;
}

function BarButton({ bar, box, isSelected, onSelect, keys }: BarProps) {
  const choose = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return keys.onKeyDown(event);
    event.preventDefault();
    onSelect(bar.id);
  };
  // A month without any spend is a month too: it keeps a line on the ground.
  const height = Math.max(bar.value === 0 ? 1 : 2, Math.abs(box.zero - box.top));
  const top = bar.value < 0 ? box.zero : box.zero - height;
  return (
    // biome-ignore lint/a11y/useSemanticElements: HTML's button can't stand in SVG
    <g
      role="button"
      aria-label={`${bar.name}: ${bar.words}`}
      aria-pressed={isSelected}
      class={isSelected ? 'selected' : ''}
      tabindex={keys.tabIndex}
      ref={keys.ref}
      onKeyDown={choose}
      onClick={() => onSelect(bar.id)}
    >
      <title>{`${bar.name}: ${bar.words}`}</title>
      <rect class="hit" x={box.middle - box.step / 2} y="0" width={box.step} height={HEIGHT} rx="4" />
      <rect
        class={bar.value === 0 ? 'none' : 'month-bar'}
        x={box.middle - box.width / 2}
        y={top}
        width={box.width}
        height={height}
        rx={Math.min(3, height / 2)}
      />
    </g>
  );
}
