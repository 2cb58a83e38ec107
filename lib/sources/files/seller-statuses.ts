import type { OrderStatus } from '../../model/order.ts';
import { columnKey } from './seller-columns.ts';

// Labels follow the language of the seller's page (seller-center.md 5.1). The tabs' words, then the finer ones of
// the substatus; the same word can stand in both columns.
const LABELS: Readonly<Partial<Record<OrderStatus, readonly string[]>>> = {
  UNPAID: [
    'Unpaid',
    'Awaiting payment',
    'Belum dibayar',
    'Chưa thanh toán',
    'Chờ thanh toán',
    'ยังไม่ชำระเงิน',
    'ยังไม่ได้ชำระเงิน',
    'Não pago',
    'Sin pagar',
    'No pagado',
  ],
  ON_HOLD: ['On hold', 'Pending', 'Ditahan', 'Tertunda', 'Tạm giữ', 'ระงับ', 'Em espera', 'En espera'],
  AWAITING_SHIPMENT: [
    'To ship',
    'Awaiting shipment',
    'Ready to ship',
    'Perlu dikirim',
    'Menunggu pengiriman',
    'Cần gửi',
    'Cần gửi hàng',
    'Chờ gửi hàng',
    'Chờ vận chuyển',
    'ที่จะจัดส่ง',
    'รอจัดส่ง',
    'รอการจัดส่ง',
    'Para enviar',
    'A enviar',
    'Aguardando envio',
    'Por enviar',
    'Pendiente de envío',
  ],
  AWAITING_COLLECTION: [
    'Awaiting collection',
    'Menunggu pengambilan',
    'Chờ lấy hàng',
    'รอเข้ารับ',
    'รอการเข้ารับ',
    'Aguardando coleta',
    'Aguardando retirada',
    'Pendiente de recolección',
    'En espera de recolección',
  ],
  PARTIALLY_SHIPPING: [
    'Partially shipped',
    'Partially shipping',
    'Dikirim sebagian',
    'Đã gửi một phần',
    'จัดส่งบางส่วน',
    'Parcialmente enviado',
  ],
  IN_TRANSIT: [
    'Shipped',
    'In transit',
    'Dikirim',
    'Sedang transit',
    'Dalam perjalanan',
    'Đã gửi',
    'Đã gửi hàng',
    'Đã vận chuyển',
    'Đang vận chuyển',
    'Đang trung chuyển',
    'จัดส่งแล้ว',
    'อยู่ระหว่างการขนส่ง',
    'อยู่ระหว่างขนส่ง',
    'Enviado',
    'Em trânsito',
    'En tránsito',
  ],
  DELIVERED: [
    'Delivered',
    'Terkirim',
    'Telah diterima',
    'Đã giao',
    'Đã giao hàng',
    'จัดส่งสำเร็จ',
    'Entregue',
    'Entregado',
  ],
  COMPLETED: [
    'Completed',
    'Selesai',
    'Đã hoàn tất',
    'Đã hoàn thành',
    'Hoàn thành',
    'เสร็จสิ้น',
    'เสร็จสมบูรณ์',
    'สำเร็จ',
    'Concluído',
    'Completado',
  ],
  CANCELLED: ['Canceled', 'Cancelled', 'Dibatalkan', 'Đã hủy', 'Đã huỷ', 'ยกเลิกแล้ว', 'ยกเลิก', 'Cancelado'],
};

const statusByLabel = new Map(
  Object.entries(LABELS).flatMap(([status, labels]) =>
    labels.map((label) => [columnKey(label), status as OrderStatus]),
  ),
);

/** The end of an order, and a bill unpaid, are told by the tab; all else more exactly by the substatus. */
const FINAL: ReadonlySet<OrderStatus> = new Set<OrderStatus>(['UNPAID', 'COMPLETED', 'CANCELLED']);

/** What a row's status and substatus say together. */
interface RowStatus {
  /** UNKNOWN when neither word is known. */
  status: OrderStatus;
  /** The word that tells it, as the order page has it too; both words when the status is unknown. */
  label: string | null;
  isStatusKnown: boolean;
  isSubstatusKnown: boolean;
}

/** Reads both words of a row. A substatus in unknown words leaves what the status says. */
export function statusOfLabels(label: string, subLabel: string): RowStatus {
  const status = statusByLabel.get(columnKey(label));
  const sub = statusByLabel.get(columnKey(subLabel));
  const isFinal = status !== undefined && FINAL.has(status);
  const told = (isFinal ? status : (sub ?? status)) ?? 'UNKNOWN';
  // The page says "To ship", and "In transit" rather than "Shipped".
  const isTabsWord = isFinal || sub === undefined || (status === told && told === 'AWAITING_SHIPMENT');
  const both = label !== '' && subLabel !== '' && label !== subLabel ? `${label} (${subLabel})` : '';
  return {
    status: told,
    label: (sub === undefined && !isFinal && both) || (isTabsWord ? label : subLabel) || subLabel || null,
    isStatusKnown: status !== undefined || label === '',
    isSubstatusKnown: sub !== undefined || subLabel === '' || isFinal,
  };
}
