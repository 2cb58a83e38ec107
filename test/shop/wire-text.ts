import { DELIVERED, DELIVERY_CANCELED, IN_TRANSIT } from './parcels.ts';
import type { Market } from './types.ts';

type Messages = Record<string, string>;

const EN: Messages = {
  Packed: 'The package is ready for the carrier.',
  [IN_TRANSIT]: 'The package is on its way.',
  'Out for delivery': 'The package is out for delivery today.',
  [DELIVERED]: 'The package has arrived.',
  [DELIVERY_CANCELED]: 'The delivery of the package was canceled.',
};

const VI: Messages = {
  Packed: 'Kiện hàng đã sẵn sàng bàn giao.',
  [IN_TRANSIT]: 'Kiện hàng đang trên đường vận chuyển.',
  'Out for delivery': 'Kiện hàng đang được giao.',
  [DELIVERED]: 'Giao hàng thành công.',
  [DELIVERY_CANCELED]: 'Đã hủy giao kiện hàng.',
};

const ID: Messages = {
  Packed: 'Paket siap diserahkan ke kurir.',
  [IN_TRANSIT]: 'Paket sedang dalam perjalanan.',
  'Out for delivery': 'Paket sedang diantar.',
  [DELIVERED]: 'Paket telah diterima.',
  [DELIVERY_CANCELED]: 'Pengiriman paket dibatalkan.',
};

const PT: Messages = {
  Packed: 'O pacote está pronto para coleta.',
  [IN_TRANSIT]: 'O pacote está a caminho.',
  'Out for delivery': 'O pacote saiu para entrega.',
  [DELIVERED]: 'O pacote foi entregue.',
  [DELIVERY_CANCELED]: 'A entrega do pacote foi cancelada.',
};

const ZH: Messages = {
  Packed: '包裹已打包，等待揽收。',
  [IN_TRANSIT]: '包裹正在运输途中。',
  'Out for delivery': '包裹正在派送。',
  [DELIVERED]: '包裹已送达。',
  [DELIVERY_CANCELED]: '包裹配送已取消。',
};

const MESSAGES: Record<Market, Messages> = { US: EN, VN: VI, ID, BR: PT, XB: ZH };

/** The localized sentence that the order list shows for a track title. */
export function displayMessage(market: Market, title: string): string {
  return MESSAGES[market][title] ?? title;
}
