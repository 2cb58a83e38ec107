/** The widths of a table of names, amounts and shares: the name takes what is left. */
export function Columns() {
  return (
    <colgroup>
      <col />
      <col class="amounts" />
      <col class="shares" />
    </colgroup>
  );
}
