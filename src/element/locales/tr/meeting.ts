import type { MeetingMessages } from "../../words/meeting-messages.ts";

export const sentences: MeetingMessages = {
  heading: "Toplantı bilgileri",
  title: "Başlık",
  date: "Tarih",
  start: "Başlangıç",
  end: "Bitiş",
  upload: "Yükle",
  discard: "Kaldır",
  summary: (when, people) => (people === "" ? `Toplantı: ${when}` : `Toplantı: ${when}, ${people}`),
  people: (first, others, formats) => formats.plural(others, { other: `${first} ve # kişi daha` }),
  zone: (zone) => `Saatler sizin saat diliminizde (${zone}).`,
  zoneAssumed: (zone) =>
    `Dosyada saat dilimi belirtilmemiş. Lütfen saatleri kontrol edin: sizin saat diliminize göre okundu (${zone}).`,
  whichDate: "Hangi tarih doğru?",
  askTitle: "Toplantıya bir başlık verin.",
  askDate: "Toplantının tarihini girin.",
  askStart: "Başlangıç saatini girin.",
  askEnd: "Bitiş saatini girin.",
  future: "Bu saat henüz gelmedi. Toplantının ne zaman yapıldığını girin.",
  tooLong: "Bu saatlere göre toplantı 18 saatten uzun sürüyor. Başlangıcı ve bitişi kontrol edin.",
};
