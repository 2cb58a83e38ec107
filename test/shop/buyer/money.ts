/** Cents as the buyer's pages write them: "$1,189.00", "-$5.00". */
export function dollars(minor: number): string {
  const [whole = '0', cents = '00'] = (Math.abs(minor) / 100).toFixed(2).split('.');
  return `${minor < 0 ? '-' : ''}$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}
