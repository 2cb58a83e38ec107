interface Props {
  label: string;
  heads: readonly string[];
  /** Each row's name, and what stands in the other columns. */
  rows: readonly { name: string; cells: readonly string[] }[];
}

/** What a chart shows, as a table. */
export function ChartTable({ label, heads, rows }: Props) {
  return (
    <table class="chart-table">
      <caption class="visually-hidden">{label}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, cells }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td key={heads[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
