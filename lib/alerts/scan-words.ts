import type { TrackEvent } from '../model/order.ts';

/** What a scan means to whoever waits for the parcel. */
export type ScanNews = 'delivered' | 'failed' | 'out-for-delivery';

// As TikTok Shop and its carriers word them in the languages of the markets. What failed comes first: "could not be
// delivered" holds "delivered". Then what has arrived: "delivered, was out for delivery since 8:00".
const FAILED = [
  "could ?n[o’']?t (?:be )?deliver|unable to deliver|cannot be delivered|can[’']?t deliver|not delivered|undeliver",
  'deliver(?:y|ies)(?: attempt(?:s|ed)?)?(?: was| has| have|:)? ?(?:failed|unsuccessful|refused|not successful|not possible)',
  'failed (?:to deliver|delivery|attempt)|unsuccessful (?:delivery|attempt)|delivery (?:was )?attempted|attempted delivery',
  'attempt(?:ed)? (?:to deliver|delivery) ?(?:but )?(?:failed|unsuccessful)?|refused by (?:the )?(?:recipient|addressee|customer)|delivery exception',
  'nicht zugestellt|zustellung (?:war )?(?:nicht|fehlgeschlagen)|zustellversuch|annahme verweigert',
  "(?:échec|echec) de (?:la )?livraison|n[’']a pas pu être livré|livraison (?:échouée|impossible)|tentative de livraison",
  'no (?:se )?(?:ha podido|pudo|ha sido|fue)(?: ser)? entreg|intento de entrega|entrega fallida|no entregado|fallo en la entrega',
  'mancata consegna|consegna (?:non riuscita|fallita)|tentativ[oi] di consegna|non (?:è stato )?consegnat',
  'não (?:foi |pôde ser |conseguimos )?entreg|tentativa de entrega|falha na entrega|entrega (?:não realizada|mal sucedida|frustrada)',
  'gagal (?:di)?(?:kirim|antar|hantar)|(?:pengiriman|pengantaran|penghantaran) (?:gagal|tidak berhasil)|gagal dikirim',
  'giao (?:hàng )?(?:không thành công|thất bại|không được)|không giao được|phát (?:hàng )?không thành công',
  'จัดส่งไม่สำเร็จ|นำจ่ายไม่สำเร็จ|ส่งไม่สำเร็จ|พัสดุตีกลับ',
  'hindi (?:na)?i?deliver|hindi naihatid|bigong (?:pag)?deliver|配達できません|不在のため|持ち戻り|配達失敗|投递失败|派送失败|派件失败|未妥投',
];

const DELIVERED = [
  '\\bdelivered\\b(?! to (?:the |a |your )?(?:local |last[- ]mile )?(?:carrier|courier|hub|facility|sorting|post office|agent|partner|usps|airline))',
  'delivery (?:was |is )?(?:complete|successful)|(?:package|parcel) has arrived|\\bzugestellt|\\blivrée?(?!\\p{L})|\\bentreg(?:ado|ue)\\b|\\bconsegnat[oa]\\b',
  '\\b(?:terkirim|telah diterima|sudah diterima|berhasil (?:dikirim|diantar)|telah dihantar|berjaya dihantar)',
  'giao (?:hàng )?thành công|đã giao|phát thành công|จัดส่งสำเร็จ|นำจ่ายสำเร็จ|naihatid na|na-?deliver na|配達完了|お届け済み|已送达|已签收|已妥投',
];

const OUT_FOR_DELIVERY = [
  'out for delivery|out on (?:a )?delivery|on (?:a|the) delivery (?:vehicle|route)|with (?:the )?(?:delivery )?(?:courier|driver) for delivery',
  'in zustellung|zustellfahrzeug|en cours de livraison|en livraison|en reparto|sali(?:ó|o) a reparto|in consegna|saiu para entrega|em rota de entrega',
  'sedang (?:diantar|dihantar|dalam pengantaran)|dalam (?:pengantaran|penghantaran) ke|keluar untuk penghantaran|đang (?:được )?giao|đang đi giao|กำลังนำ(?:ส่ง|จ่าย)|ออกนำจ่าย',
  'out na for delivery|持ち出し中|配達中|正在派送|派送中|派件中',
];

const wordsOf = (patterns: readonly string[]) => new RegExp(patterns.join('|'), 'iu');
const TABLE: readonly (readonly [ScanNews, RegExp])[] = [
  ['failed', wordsOf(FAILED)],
  ['delivered', wordsOf(DELIVERED)],
  ['out-for-delivery', wordsOf(OUT_FOR_DELIVERY)],
];

/**
 * What a scan says, by its title and, where that says nothing, by its text; null where neither does. A text alone
 * tells no arrival: "It will be delivered tomorrow."
 */
export function readScan({ title, text }: Pick<TrackEvent, 'title' | 'text'>): ScanNews | null {
  const said = readWords(title);
  if (said !== null || text === null) return said;
  const told = readWords(text);
  return told === 'delivered' ? null : told;
}

function readWords(text: string): ScanNews | null {
  const words = text.normalize('NFC');
  return TABLE.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
