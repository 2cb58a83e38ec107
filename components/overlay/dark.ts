/** Whether the page is dark, by the colour that really stands behind an element. */
export function isDarkBehind(element: Element): boolean {
  for (let behind: Element | null = element; behind; behind = behind.parentElement) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (
      getComputedStyle(behind).backgroundColor.match(/[\d.]+/g) ?? []
    ).map(Number);
    if (alpha > 0) return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
  }
  return getComputedStyle(document.documentElement).colorScheme === 'dark';
}
