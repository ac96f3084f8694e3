import type { FilesMessages } from "../words/messages.ts";

export const sentences = {
  label: "Yüklenen dosyalar",
  heading: "Yüklenen dosyalar",
  columns: { name: "Ad", status: "Durum", size: "Boyut", added: "Eklenme tarihi", actions: "İşlemler" },
  statuses: { PENDING: "Tamamlanmadı", COMPLETED: "Yüklendi", CANCELLED: "İptal edildi", EXPIRED: "Süresi doldu" },

  loading: "Liste yükleniyor…",
  empty: "Henüz dosya yok. Yükledikleriniz burada görünür.",
  count: (total, formats) => formats.plural(total, { other: "# dosya" }),
  range: (from, to, total, formats) => `${formats.number(from)}–${formats.number(to)} / ${formats.number(total)}`,
  previous: "Önceki sayfa",
  next: "Sonraki sayfa",
  refresh: "Listeyi yenile",

  openVisible: "İndir",
  open: (name) => `İndir: ${name}`,
  cancel: (name) => `İptal et: ${name}`,

  notSetUp: "Dosya listesi bu sayfada henüz ayarlanmadı.",
  offline: "Çevrimdışısınız. Bağlantı gelir gelmez liste yüklenecek.",
  busy: (duration) =>
    `Sunucu meşgul. ${duration === null ? "Şimdi yeniden deneniyor." : `${duration} sonra yeniden denenecek.`}`,
  listFailed: "Dosyalar getirilemedi",
  notOpened: (name) => `${name} açılamadı`,
  notCancelled: (name) => `${name} iptal edilemedi`,
  problems: {
    network: "Sunucuya ulaşılamıyor. Bağlantınızı kontrol edip yeniden deneyin.",
    timeout: "Sunucu çok uzun süre yanıt vermedi. Lütfen birazdan yeniden deneyin.",
    busy: "Sunucu çok meşgul. Lütfen birazdan yeniden deneyin.",
    server: "Sunucuda bir sorun oluştu. Lütfen birazdan yeniden deneyin.",
    unauthorized: "Oturum açmadınız. Oturum açıp yeniden deneyin.",
    forbidden: "Bunu burada görme izniniz yok.",
    "not-found": "Bu dosya artık sunucuda yok.",
    changed: "Bu arada durumu değişti. Listeyi yenileyin.",
    refused: "Sunucu bu isteği kabul etmiyor.",
    protocol: "Liste bu sayfada şu anda çalışmıyor. Lütfen sayfanın sorumlularına bildirin.",
  },
  serverSaid: (words) => `Sunucunun yanıtı: “${words}”`,
  tryAgain: "Yeniden dene",
  dismiss: "Bu iletiyi kapat",
  ready: (name) => `${name} hazır, ancak tarayıcınız sekme açmadı.`,
  openLink: "Aç",

  because: (title, reason) => `${title}. ${reason}`,
  announceShown: (range) => `Dosyalar: ${range}.`,
  announceCancelled: (name) => `${name} iptal edildi.`,
} satisfies FilesMessages;

export const more = [] as const;
