/** What a buyer writes to a shop about. */
export const TOPICS = ['late', 'not-received', 'wrong', 'address', 'cancel', 'refund'] as const;
export type Topic = (typeof TOPICS)[number];

export type LanguageCode = 'en' | 'es' | 'pt' | 'de' | 'fr' | 'it' | 'id' | 'ms' | 'vi' | 'th' | 'ja';

/** A language's own name, and its parts of a message. A topic's text holds no facts: these follow as lines. */
export interface LanguageWords {
  name: string;
  greeting: string;
  closing: string;
  topics: Record<Topic, string>;
  facts: Record<
    'order' | 'placed' | 'items' | 'tracking' | 'expected' | 'delivered' | 'missing' | 'newAddress',
    string
  >;
}

export const LANGUAGE_WORDS: Readonly<Record<LanguageCode, LanguageWords>> = {
  en: {
    name: 'English',
    greeting: 'Hello,',
    closing: 'Thank you.',
    topics: {
      late: 'My order is later than expected. Could you tell me where it is and when it will arrive?',
      'not-received':
        'I have not received this order. Could you check with the carrier, and send it again or refund it?',
      wrong: 'What I received is wrong or damaged. I can send photos. Could you replace it or refund it?',
      address: 'Could you please change the delivery address of my order before it is shipped?',
      cancel: 'I would like to cancel this order before it is shipped. Could you please confirm it?',
      refund: 'My refund has not arrived in full. Could you tell me when the rest will be paid?',
    },
    facts: {
      order: 'Order',
      placed: 'Placed on',
      items: 'Items',
      tracking: 'Tracking',
      expected: 'Expected by',
      delivered: 'Shown as delivered on',
      missing: 'Still missing',
      newAddress: 'New address',
    },
  },
  es: {
    name: 'Español',
    greeting: 'Hola:',
    closing: 'Muchas gracias.',
    topics: {
      late: 'Mi pedido lleva retraso. ¿Pueden decirme dónde está y cuándo llegará?',
      'not-received':
        'No he recibido este pedido. ¿Pueden consultarlo con el transportista y volver a enviarlo o reembolsarlo?',
      wrong:
        'Lo que he recibido está equivocado o dañado. Puedo enviar fotos. ¿Pueden cambiarlo o reembolsarlo?',
      address: '¿Podrían cambiar la dirección de entrega de mi pedido antes de enviarlo?',
      cancel: 'Quiero cancelar este pedido antes de que se envíe. ¿Pueden confirmarlo, por favor?',
      refund: 'No he recibido mi reembolso completo. ¿Pueden decirme cuándo pagarán lo que falta?',
    },
    facts: {
      order: 'Pedido',
      placed: 'Fecha del pedido',
      items: 'Artículos',
      tracking: 'Seguimiento',
      expected: 'Entrega prevista',
      delivered: 'Figura como entregado el',
      missing: 'Falta por pagar',
      newAddress: 'Nueva dirección',
    },
  },
  pt: {
    name: 'Português',
    greeting: 'Olá,',
    closing: 'Obrigado pela atenção.',
    topics: {
      late: 'Meu pedido está atrasado. Vocês podem me dizer onde ele está e quando vai chegar?',
      'not-received':
        'Não recebi este pedido. Vocês podem verificar com a transportadora e reenviar ou reembolsar?',
      wrong: 'O que recebi está errado ou danificado. Posso enviar fotos. Vocês podem trocar ou reembolsar?',
      address: 'Vocês podem alterar o endereço de entrega do meu pedido antes do envio?',
      cancel: 'Quero cancelar este pedido antes do envio. Vocês podem confirmar, por favor?',
      refund: 'Não recebi meu reembolso completo. Vocês podem me dizer quando o restante será pago?',
    },
    facts: {
      order: 'Pedido',
      placed: 'Data do pedido',
      items: 'Itens',
      tracking: 'Rastreamento',
      expected: 'Entrega prevista',
      delivered: 'Consta como entregue em',
      missing: 'Valor que falta',
      newAddress: 'Novo endereço',
    },
  },
  de: {
    name: 'Deutsch',
    greeting: 'Guten Tag,',
    closing: 'Vielen Dank.',
    topics: {
      late: 'meine Bestellung ist verspätet. Können Sie mir sagen, wo sie ist und wann sie ankommt?',
      'not-received':
        'ich habe diese Bestellung nicht erhalten. Können Sie beim Versanddienst nachfragen und sie neu senden oder erstatten?',
      wrong:
        'ich habe einen falschen oder beschädigten Artikel erhalten. Fotos kann ich schicken. Können Sie ihn ersetzen oder erstatten?',
      address: 'können Sie bitte die Lieferadresse meiner Bestellung vor dem Versand ändern?',
      cancel: 'ich möchte diese Bestellung vor dem Versand stornieren. Können Sie das bitte bestätigen?',
      refund: 'meine Erstattung ist noch nicht vollständig angekommen. Wann wird der Rest gezahlt?',
    },
    facts: {
      order: 'Bestellung',
      placed: 'Bestellt am',
      items: 'Artikel',
      tracking: 'Sendungsnummer',
      expected: 'Erwartet bis',
      delivered: 'Laut Anzeige zugestellt am',
      missing: 'Noch offen',
      newAddress: 'Neue Adresse',
    },
  },
  fr: {
    name: 'Français',
    greeting: 'Bonjour,',
    closing: 'Merci d’avance.',
    topics: {
      late: 'Ma commande est en retard. Pouvez-vous me dire où elle se trouve et quand elle arrivera ?',
      'not-received':
        'Je n’ai pas reçu cette commande. Pouvez-vous vérifier auprès du transporteur, puis la renvoyer ou la rembourser ?',
      wrong:
        'L’article reçu n’est pas le bon ou est abîmé. Je peux envoyer des photos. Pouvez-vous le remplacer ou le rembourser ?',
      address: 'Pouvez-vous modifier l’adresse de livraison de ma commande avant son expédition ?',
      cancel: 'Je souhaite annuler cette commande avant son expédition. Pouvez-vous le confirmer ?',
      refund: 'Je n’ai pas reçu la totalité de mon remboursement. Quand le reste sera-t-il versé ?',
    },
    facts: {
      order: 'Commande',
      placed: 'Passée le',
      items: 'Articles',
      tracking: 'Suivi',
      expected: 'Livraison prévue le',
      delivered: 'Indiquée comme livrée le',
      missing: 'Reste dû',
      newAddress: 'Nouvelle adresse',
    },
  },
  it: {
    name: 'Italiano',
    greeting: 'Buongiorno,',
    closing: 'Grazie mille.',
    topics: {
      late: 'il mio ordine è in ritardo. Potete dirmi dove si trova e quando arriverà?',
      'not-received':
        'non ho ricevuto questo ordine. Potete verificare con il corriere e rispedirlo o rimborsarlo?',
      wrong:
        'l’articolo ricevuto è sbagliato o danneggiato. Posso inviare delle foto. Potete sostituirlo o rimborsarlo?',
      address: 'potete modificare l’indirizzo di consegna del mio ordine prima della spedizione?',
      cancel: 'vorrei annullare questo ordine prima della spedizione. Potete confermare?',
      refund: 'non ho ricevuto l’intero rimborso. Quando verrà pagato il resto?',
    },
    facts: {
      order: 'Ordine',
      placed: 'Effettuato il',
      items: 'Articoli',
      tracking: 'Tracciamento',
      expected: 'Consegna prevista',
      delivered: 'Risulta consegnato il',
      missing: 'Ancora da ricevere',
      newAddress: 'Nuovo indirizzo',
    },
  },
  id: {
    name: 'Bahasa Indonesia',
    greeting: 'Halo Kak,',
    closing: 'Terima kasih.',
    topics: {
      late: 'Pesanan saya terlambat dari perkiraan. Boleh diinfokan posisinya di mana dan kapan akan tiba?',
      'not-received':
        'Saya belum menerima pesanan ini. Mohon dicek ke kurir, lalu dikirim ulang atau dananya dikembalikan.',
      wrong:
        'Barang yang saya terima salah atau rusak. Saya bisa mengirim foto. Mohon diganti atau dananya dikembalikan.',
      address: 'Mohon alamat pengiriman pesanan saya diubah sebelum dikirim.',
      cancel: 'Saya ingin membatalkan pesanan ini sebelum dikirim. Mohon konfirmasinya.',
      refund: 'Pengembalian dana saya belum diterima seluruhnya. Kapan sisanya akan dibayarkan?',
    },
    facts: {
      order: 'Pesanan',
      placed: 'Tanggal pesanan',
      items: 'Barang',
      tracking: 'Nomor resi',
      expected: 'Perkiraan tiba',
      delivered: 'Tercatat diterima pada',
      missing: 'Yang belum diterima',
      newAddress: 'Alamat baru',
    },
  },
  ms: {
    name: 'Bahasa Melayu',
    greeting: 'Salam,',
    closing: 'Terima kasih.',
    topics: {
      late: 'Pesanan saya lewat daripada jangkaan. Boleh maklumkan di mana ia berada dan bila ia akan sampai?',
      'not-received':
        'Saya belum menerima pesanan ini. Boleh semak dengan kurier, kemudian hantar semula atau bayar balik?',
      wrong:
        'Barang yang saya terima salah atau rosak. Saya boleh hantar gambar. Boleh ganti atau bayar balik?',
      address: 'Boleh tukar alamat penghantaran pesanan saya sebelum ia dihantar?',
      cancel: 'Saya ingin membatalkan pesanan ini sebelum ia dihantar. Mohon sahkan.',
      refund: 'Bayaran balik saya belum diterima sepenuhnya. Bilakah bakinya akan dibayar?',
    },
    facts: {
      order: 'Pesanan',
      placed: 'Tarikh pesanan',
      items: 'Barang',
      tracking: 'Nombor penjejakan',
      expected: 'Dijangka sampai',
      delivered: 'Direkodkan diterima pada',
      missing: 'Baki yang belum diterima',
      newAddress: 'Alamat baharu',
    },
  },
  vi: {
    name: 'Tiếng Việt',
    greeting: 'Chào shop,',
    closing: 'Cảm ơn shop.',
    topics: {
      late: 'Đơn hàng của tôi bị trễ so với dự kiến. Shop cho tôi biết hàng đang ở đâu và khi nào tới được không?',
      'not-received':
        'Tôi chưa nhận được đơn hàng này. Nhờ shop kiểm tra với bên vận chuyển, rồi gửi lại hoặc hoàn tiền giúp tôi.',
      wrong:
        'Hàng tôi nhận được bị sai hoặc bị hỏng. Tôi có thể gửi ảnh. Nhờ shop đổi hàng hoặc hoàn tiền giúp tôi.',
      address: 'Nhờ shop đổi địa chỉ giao hàng của đơn này trước khi gửi giúp tôi.',
      cancel: 'Tôi muốn hủy đơn hàng này trước khi gửi. Nhờ shop xác nhận giúp tôi.',
      refund: 'Tôi chưa nhận đủ tiền hoàn. Shop cho tôi biết khi nào phần còn lại được hoàn?',
    },
    facts: {
      order: 'Đơn hàng',
      placed: 'Ngày đặt',
      items: 'Sản phẩm',
      tracking: 'Mã vận đơn',
      expected: 'Dự kiến giao',
      delivered: 'Được ghi là đã giao ngày',
      missing: 'Số tiền còn thiếu',
      newAddress: 'Địa chỉ mới',
    },
  },
  th: {
    name: 'ไทย',
    greeting: 'เรียน ทางร้าน',
    closing: 'ขอบคุณ',
    topics: {
      late: 'คำสั่งซื้อล่าช้ากว่ากำหนด ช่วยแจ้งว่าสินค้าอยู่ที่ไหนและจะมาถึงเมื่อไร',
      'not-received': 'ยังไม่ได้รับสินค้าในคำสั่งซื้อนี้ ช่วยตรวจสอบกับขนส่ง แล้วส่งใหม่หรือคืนเงินให้ด้วย',
      wrong: 'สินค้าที่ได้รับผิดรายการหรือชำรุด สามารถส่งรูปให้ได้ ช่วยเปลี่ยนสินค้าหรือคืนเงินให้ด้วย',
      address: 'ช่วยเปลี่ยนที่อยู่จัดส่งของคำสั่งซื้อนี้ก่อนจัดส่งให้ด้วย',
      cancel: 'ต้องการยกเลิกคำสั่งซื้อนี้ก่อนจัดส่ง ช่วยยืนยันด้วย',
      refund: 'ยังได้รับเงินคืนไม่ครบ ส่วนที่เหลือจะคืนให้เมื่อไร',
    },
    facts: {
      order: 'คำสั่งซื้อ',
      placed: 'วันที่สั่งซื้อ',
      items: 'สินค้า',
      tracking: 'หมายเลขพัสดุ',
      expected: 'กำหนดส่ง',
      delivered: 'แสดงว่าจัดส่งแล้วเมื่อ',
      missing: 'ยอดที่ยังไม่ได้รับ',
      newAddress: 'ที่อยู่ใหม่',
    },
  },
  ja: {
    name: '日本語',
    greeting: 'お世話になっております。',
    closing: 'よろしくお願いいたします。',
    topics: {
      late: '注文した商品の到着が予定より遅れています。現在の状況と到着予定日を教えていただけますか。',
      'not-received':
        'この注文の商品がまだ届いていません。配送業者にご確認のうえ、再送または返金をお願いできますか。',
      wrong:
        '届いた商品が注文と違うか、破損しています。写真をお送りできます。交換または返金をお願いできますか。',
      address: '発送前に、この注文の配送先を変更していただけますか。',
      cancel: '発送前に、この注文をキャンセルしたいです。ご確認をお願いできますか。',
      refund: '返金がまだ全額届いていません。残りの返金予定日を教えていただけますか。',
    },
    facts: {
      order: '注文番号',
      placed: '注文日',
      items: '商品',
      tracking: '追跡番号',
      expected: '到着予定',
      delivered: '配達済みと表示された日',
      missing: '未返金額',
      newAddress: '新しい配送先',
    },
  },
};
