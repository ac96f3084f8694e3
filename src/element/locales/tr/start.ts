import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "Dosya yükleme",
  heading: (multiple) => (multiple ? "Dosyaları buraya bırakın" : "Dosyayı buraya bırakın"),
  headingTranscript: "Toplantı dökümü ekleyin",
  headingMore: "Daha fazla dosya bırakın",
  headingAdding: "Dosyalar ekleniyor…",
  dropAccepted: "Eklemek için bırakın",
  dropRefused: "Bu buraya eklenemez",
  browse: (kind) => ({ file: "Dosya seç", files: "Dosyaları seç", folder: "Klasör seç" })[kind],
  pasteText: "Metin yapıştır",
  kinds: { audio: "ses", image: "resim", text: "metin", video: "video" },
  upTo: (size, each) => `${each ? "her biri " : ""}en fazla ${size}`,
  atMost: (count, formats) => formats.plural(count, { other: "en fazla # dosya" }),
  notSetUp: "Bu sayfada yükleme henüz ayarlanmadı. O zamana kadar dosyalarınız bu listede kalır.",

  notAdded: (name) => `${name} eklenemedi`,
  manyNotAdded: (count, formats) => formats.plural(count, { other: "# dosya eklenemedi" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "ve # tane daha" }),
  details: "Hangileri ve neden",
  dismiss: "Bu iletiyi kapat",
  unreadable: "Okunamadı. Hâlâ var olduğunu ve açma izniniz olduğunu kontrol edin.",
  notLoaded:
    "Bu sayfanın bir bölümü yüklenemedi. Bağlantınızı kontrol edip dosyayı yeniden ekleyin. Yine olmazsa sayfayı yenileyin.",
  keptOffline: "Çevrimdışısınız. Dosyalar bağlantı gelir gelmez eklenecek.",
  rejections: {
    empty: "Dosya boş. İçeriği olan bir dosya seçin.",
    "too-small": (size) => `Dosya çok küçük. Burada en az ${size} olmalı. Daha büyük bir dosya seçin.`,
    "too-large": (size) => `Dosya çok büyük. Burada en fazla ${size} olabilir. Daha küçük bir dosya seçin.`,
    type: (kinds) => `Bu tür dosyalar burada kabul edilmiyor. Kabul edilenler: ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, { other: "Adı # karakterden uzun. Kısaltıp dosyayı yeniden ekleyin." }),
    "name-missing": "Dosyanın adı yok. Bir ad verip yeniden ekleyin.",
    "too-many": (count, formats) =>
      count === 1
        ? "Aynı anda yalnızca bir dosya. Diğerinin yüklenmesini bekleyin ya da iptal edin, sonra bunu yeniden ekleyin."
        : formats.plural(count, { other: "Bu listeye yalnızca # dosya sığar. Birini kaldırıp bunu yeniden ekleyin." }),
  },
  because: (title, reason) => `${title}. ${reason}`,

  valueMissing: (multiple) => (multiple ? "Lütfen en az bir dosya ekleyin." : "Lütfen bir dosya ekleyin."),
  stillUploading: "Bazı dosyalar henüz yüklenmedi. Bekleyin ya da duraklatılanları devam ettirin.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./outcomes.ts"),
  () => import("./transcripts.ts"),
] as const;
