import type { OutcomeMessages } from "../../words/messages.ts";

export const sentences = {
  errors: {
    network: "Bağlantı koptu. İnternet bağlantınızı kontrol edip yeniden deneyin.",
    timeout: "Sunucu çok uzun süre yanıt vermedi. Lütfen birazdan yeniden deneyin.",
    "storage-unreachable":
      "Dosya deposuna bu sayfadan ulaşılamıyor. Yine olursa lütfen sayfanın sorumlularına bildirin.",
    "file-unreadable": "Dosya artık okunamıyor. Taşınmış, adı veya içeriği değişmiş; lütfen yeniden ekleyin.",
    "rate-limited": "Sunucu çok meşgul. Lütfen birazdan yeniden deneyin.",
    server: "Sunucuda bir sorun oluştu. Lütfen birazdan yeniden deneyin.",
    unauthorized: "Örneğin başka bir sekmede yeniden oturum açın, sonra buradan devam edin.",
    forbidden:
      "Bu dosyayı buraya yükleme izniniz yok. Bunun bir hata olduğunu düşünüyorsanız sayfanın sorumlularına bildirin.",
    "not-found": "Sunucu bu yüklemeyi artık tanımıyor. Lütfen yeniden deneyin.",
    conflict: "Sunucuda bu adda bir dosya zaten var. Dosyanızın adını değiştirip yeniden ekleyin ya da tekrar deneyin.",
    refused: "Sunucu bu dosyayı kabul etmedi. Başka bir dosya deneyin ya da sayfanın sorumlularına bildirin.",
    "too-large": "Bu dosya buraya yüklenemeyecek kadar büyük. Daha küçük bir dosya seçin.",
    type: "Bu tür dosyalar burada kabul edilmiyor. Başka bir dosya seçin.",
    "too-many": "Bir günde yükleyebileceğiniz kadar dosya yüklediniz. Lütfen yarın yeniden deneyin.",
    "share-full":
      "Çok fazla tamamlanmamış yüklemeniz var. Bazılarını tamamlayın veya iptal edin, sonra yeniden deneyin.",
    "not-set-up": "Yükleme bu sayfada şu anda çalışmıyor. Lütfen sayfanın sorumlularına bildirin.",
    expired: "Bu yüklemenin süresi doldu. Lütfen yeniden deneyin.",
    checksum: "Dosya yüklenirken bozuldu. Lütfen yeniden deneyin.",
    protocol: "Yükleme bu sayfada şu anda çalışmıyor. Lütfen sayfanın sorumlularına bildirin.",
    "unsupported-transfer": "Yükleme bu sayfada şu anda çalışmıyor. Lütfen sayfanın sorumlularına bildirin.",
    internal: "Bu sayfada bir şeyler ters gitti. Lütfen yeniden deneyin.",
  },

  about: (name, sentence) => `${name}: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `${name} eklendi.` : formats.plural(count, { other: "# dosya eklendi." }),
  announceFailed: (name, reason) => `${name} yüklenemedi. ${reason}`,
  announceManyFailed: (count, formats) => formats.plural(count, { other: "# dosya yüklenemedi." }),
  offline: "Çevrimdışısınız. Bağlantı gelir gelmez yükleme devam edecek.",
  continued: "Kesildiği yerden devam ediyor",
  changed: "İçerik artık aynı değil, bu yüzden dosya baştan yükleniyor.",
  announceResumed: "Devam ediyor",
  announceOnline: "Yeniden çevrimiçisiniz.",
  announceHalf: "Yarısı yüklendi.",
  announceDismissed: "İleti kapatıldı.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { other: "# dosya yüklendi" })}${failed ? formats.plural(failed, { other: ", # dosya yüklenemedi" }) : ""}.`,
} satisfies OutcomeMessages;
