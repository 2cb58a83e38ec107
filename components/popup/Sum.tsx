/** One sum of money and what it is; long ones are set smaller. */
export function Sum({ amount, words }: { amount: string; words: string }) {
  const size = amount.length > 16 ? 'longest' : amount.length > 11 ? 'long' : '';
  return (
    <p>
      <b class={size}>{amount}</b>
      <span>{words}</span>
    </p>
  );
}
