import { describe, expect, it } from 'vitest';
import { readScan } from '../../lib/alerts/scan-words.ts';

const read = (title: string, text: string | null = null) => readScan({ title, text });

describe('what a scan says', () => {
  it.each([
    "Couldn't deliver",
    'Couldn’t deliver',
    'Delivery failed',
    'Delivery attempt failed',
    'Delivery attempted, nobody at home',
    'The parcel could not be delivered',
    'Undeliverable as addressed',
    'Unable to deliver: business closed',
    'Not delivered',
    'Zustellung fehlgeschlagen',
    'Die Sendung konnte nicht zugestellt werden',
    'Tentative de livraison',
    'Échec de la livraison',
    'No se pudo entregar el paquete',
    'Intento de entrega fallido',
    'Tentativo di consegna',
    'Mancata consegna',
    'O pacote não foi entregue',
    'Tentativa de entrega',
    'Paket gagal dikirim',
    'Pengantaran gagal',
    'Giao hàng không thành công',
    'Giao hàng thất bại',
    'จัดส่งไม่สำเร็จ',
    'ご不在のため持ち戻りました',
    '派送失败',
  ])('failed: %s', (title) => {
    expect(read(title)).toBe('failed');
  });

  it.each([
    'Delivered',
    'Delivered, Front Door',
    'Delivered. Was out for delivery since 8:05',
    'The package has arrived.',
    'Ihre Sendung wurde zugestellt',
    'Colis livré',
    'Livrée',
    'Entregado',
    'O pacote foi entregue.',
    'Consegnato',
    'Paket telah diterima.',
    'Terkirim',
    'Giao hàng thành công.',
    'Đã giao hàng',
    'จัดส่งสำเร็จ',
    'お届け済み',
    '包裹已送达。',
  ])('delivered: %s', (title) => {
    expect(read(title)).toBe('delivered');
  });

  it.each([
    'Out for delivery',
    'The package is out for delivery today.',
    'In Zustellung',
    'En cours de livraison',
    'En reparto',
    'In consegna',
    'O pacote saiu para entrega.',
    'Paket sedang diantar.',
    'Sedang dihantar',
    'Kiện hàng đang được giao.',
    'กำลังนำส่งพัสดุ',
    '持ち出し中',
    '包裹正在派送。',
  ])('out for delivery: %s', (title) => {
    expect(read(title)).toBe('out-for-delivery');
  });

  it.each([
    'In transit',
    'Packed',
    'Order placed',
    'Delivery canceled',
    'Return received',
    'Delivered to the local carrier',
    'Delivered to your post office',
    'Pengiriman paket dibatalkan.',
    'Đã hủy giao kiện hàng.',
    'A entrega do pacote foi cancelada.',
    '包裹配送已取消。',
    '',
  ])('nothing: %s', (title) => {
    expect(read(title)).toBeNull();
  });

  it('believes the title before the text, and a text alone tells no arrival', () => {
    expect(read('Delivered', 'After a failed delivery attempt yesterday.')).toBe('delivered');
    expect(read('In transit', 'It will be delivered tomorrow.')).toBeNull();
    expect(read('Update', 'Nobody was there: delivery attempted.')).toBe('failed');
    expect(read('Update', 'The courier is out for delivery.')).toBe('out-for-delivery');
  });

  it('reads letters that are written as several characters', () => {
    expect(read('Đã giao'.normalize('NFD'))).toBe('delivered');
    expect(read('Tentativa de entrega não realizada'.normalize('NFD'))).toBe('failed');
  });
});
