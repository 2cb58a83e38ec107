/** Makes an element of a class; children are nodes or text, never markup. */
export function box(className, ...children) {
  return element('div', { class: className }, ...children);
}

export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'onclick') node.addEventListener('click', value);
    else if (name === 'style') Object.assign(node.style, value);
    else if (value !== undefined && value !== false) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** A picture of a payload; its address tells nothing. */
export function picture(image, alt, className) {
  const src = image?.url_list?.[0] ?? '/static/img/product.svg';
  return element('img', { src, alt, class: className });
}

/** A button of TikTok's kit, which has neither a name of its own nor an address. */
export function tuxButton(text, onclick) {
  const content = box('tux-button__content-naVKgq', text);
  const attributes = { type: 'button', class: 'tux-button__element-ZBq38f', 'data-testid': 'tux-web-button' };
  const button = element('button', { ...attributes, onclick }, content);
  const kit = 'tux-web-canary tux-interaction-container-ohUjRG tux-web-canary tux-button-rFq4rS';
  return element('div', { class: kit, 'data-testid': 'tux-web-button-container' }, button);
}

export function separator(className) {
  return element('div', { class: `tux-web-canary ${className}`, 'data-testid': 'tux-web-separator' });
}

/** Goes to another page as TikTok's do: a whole load, a moment later. */
export function goTo(address) {
  setTimeout(() => {
    location.href = address;
  }, 300);
}

function sideMenu() {
  const words = ['Orders', 'Sell', 'Customer support', 'More'];
  const buttons = words.map((word) => element('button', {}, box('Headline-Semibold text-start', word)));
  return element('nav', { class: 'flex flex-col gap-16' }, ...buttons);
}

/** The frame around a page's own part. */
export function frame(content) {
  const aside = element('aside', { class: 'group flex flex-col', 'data-foldleft': 'false' }, sideMenu());
  const panel = element('div', { id: 'tts-left-panel', class: 'min-w-max h-screen' }, aside);
  return box(
    'w-full h-full overflow-y-auto background-color-UIPageFlat2',
    box('flex w-full', box('background-color-UIPageFlat1', panel), box('flex flex-col flex-1', content)),
  );
}
