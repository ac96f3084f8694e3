import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "Dosya yükleme",
  heading: (multiple) => (multiple ? "Dosyaları buraya bırakın" : "Dosyayı buraya bırakın"),
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

  notAdded: (name) => `${name} eklenmedi`,
  manyNotAdded: (count, formats) => formats.plural(count, { other: "# dosya eklenmedi" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "ve # tane daha" }),
  details: "Hangileri ve neden",
  dismiss: "Bu iletiyi kapat",
  unreadable: "Okunamadı. Hâlâ var olduğunu ve açma izniniz olduğunu kontrol edin.",
  notLoaded: "Bu sayfanın bir bölümü yüklenemedi. Bağlantınızı kontrol edip dosyayı yeniden ekleyin.",

  because: (title, reason) => `${title}. ${reason}`,
  about: (name, sentence) => `${name}: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `${name} eklendi.` : formats.plural(count, { other: "# dosya eklendi." }),
  announceFailed: (name, reason) => `${name} yüklenmedi. ${reason}`,
  announceManyFailed: (count, formats) => formats.plural(count, { other: "# dosya yüklenmedi." }),
  offline: "Çevrimdışısınız. Bağlantı gelir gelmez devam edecek.",
  continued: "Kesildiği yerden devam ediyor",
  changed: "İçerik artık aynı değil, bu yüzden dosya baştan yükleniyor.",
  announceResumed: "Devam ediyor",
  announceOnline: "Yeniden çevrimiçisiniz.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { other: "# dosya yüklendi" })}${failed ? formats.plural(failed, { other: ", # dosya yüklenmedi" }) : ""}.`,

  valueMissing: (multiple) => (multiple ? "Lütfen en az bir dosya ekleyin." : "Lütfen bir dosya ekleyin."),
  stillUploading: "Lütfen tüm dosyalar yüklenene kadar bekleyin.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./trouble.ts"),
  () => import("./transcripts.ts"),
] as const;
