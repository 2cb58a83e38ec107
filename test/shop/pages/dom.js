/** Makes an element; children are nodes or text, never markup. */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'onclick') node.addEventListener('click', value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** The order's status in the words of the page. */
export function statusWord(order) {
  const words = {
    100: 'Unpaid',
    105: 'On hold',
    111: 'Awaiting shipment',
    112: 'Awaiting collection',
    114: 'Partially shipped',
    121: 'In transit',
    122: 'Delivered',
    130: 'Completed',
    140: 'Canceled',
  };
  const lines = order.order_status_module ?? [];
  return words[lines[0]?.sku_display_status] ?? '–';
}

/** A money object as the page shows it. */
export function price(value) {
  return value?.format_price ?? value?.price_val ?? '–';
}

/** A time in seconds, which may be text, a number, zero or absent. */
export function when(value) {
  const seconds = Number(value);
  if (!Number.isFinite(seconds) || seconds <= 0) return '–';
  return new Date(seconds * 1000).toLocaleString('en-US');
}

/** The SKUs of an order, each with its picture, name, variation and quantity. */
export function skuList(order) {
  return (order.sku_module ?? []).map((sku) =>
    element(
      'div',
      { class: 'sku' },
      element('img', { src: '/static/product.svg', width: '40', height: '40', alt: '' }),
      element(
        'div',
        { 'data-log_click_for': 'cell_product' },
        String(sku.product_name),
        element('small', {}, [sku.sku_name, `× ${sku.quantity}`].filter(Boolean).join(' ')),
        sku.seller_sku_name ? element('small', {}, `Seller SKU: ${sku.seller_sku_name}`) : null,
      ),
    ),
  );
}
