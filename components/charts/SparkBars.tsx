import { AfterPaint } from '../shared/AfterPaint.tsx';

/** One bar: what it is called, how high it is, and its value in words. */
export interface Bar {
  name: string;
  value: number;
  words: string;
}

interface Props {
  label: string;
  /** Heads of the table behind the picture: what a bar stands for, and what its height is. */
  heads: readonly [string, string];
  bars: readonly Bar[];
}

const WIDTH = 322;
const HEIGHT = 36;
const GAP = 3;

/** Small bars, the last one in full colour, and the same as a table for screen readers. */
export function SparkBars({ label, heads, bars }: Props) {
  const width = (WIDTH + GAP) / Math.max(1, bars.length) - GAP;
  const top = Math.max(0, ...bars.map((bar) => bar.value));
  const bottom = Math.min(0, ...bars.map((bar) => bar.value));
  const scale = (HEIGHT - 2) / (top - bottom || 1);
  const zero = 1 + top * scale;
  return (
    <figure class="spark">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        {bars.map((bar, index) => {
          // A day without revenue is a day too: it keeps a line on the ground.
          const height = Math.max(1, Math.abs(bar.value) * scale);
          const x = index * (width + GAP);
          const y = bar.value < 0 ? zero : zero - height;
          const look = bar.value === 0 ? 'none' : index === bars.length - 1 ? 'last' : 'bar';
          return (
            <g key={bar.name}>
              <title>{`${bar.name}: ${bar.words}`}</title>
              <rect class="hit" x={x - GAP / 2} y="0" width={width + GAP} height={HEIGHT} />
              <rect class={look} x={x} y={y} width={width} height={height} rx={Math.min(2, height / 2)} />
            </g>
          );
        })}
      </svg>
      <AfterPaint>
        <BarTable label={label} heads={heads} bars={bars} />
      </AfterPaint>
    </figure>
  );
}

function BarTable({ label, heads, bars }: Props) {
  return (
    <div class="visually-hidden">
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{heads[0]}</th>
            <th scope="col">{heads[1]}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.name}>
              <th scope="row">{bar.name}</th>
              <td>{bar.words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
