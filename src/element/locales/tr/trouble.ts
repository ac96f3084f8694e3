import type { TroubleMessages } from "../../words/messages.ts";

export const sentences = {
  rejections: {
    empty: "Boş. İçinde bir şey olan bir dosya seçin.",
    "too-small": (size) => `Boyutu ${size} altında; burada en az bu kadar olmalı.`,
    "too-large": (size) => `Boyutu ${size} üstünde; burada en fazla bu kadar olabilir.`,
    type: (kinds) => `Bu tür dosyalar burada kabul edilmiyor. Kabul edilenler: ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, { other: "Adı # karakterden uzun. Kısaltıp dosyayı yeniden ekleyin." }),
    "name-missing": "Adı yok. Bir ad verip yeniden ekleyin.",
    "too-many": (count, formats) =>
      count === 1
        ? "Aynı anda yalnızca bir dosya. Diğerinin yüklenmesini bekleyin ya da iptal edin, sonra bunu yeniden ekleyin."
        : formats.plural(count, { other: "Bu listeye yalnızca # dosya sığar. Birini kaldırıp bunu yeniden ekleyin." }),
  },
  errors: {
    network: "Bağlantı koptu. Ağınızı kontrol edip yeniden deneyin.",
    timeout: "Sunucu çok geç yanıt verdi. Lütfen birazdan yeniden deneyin.",
    "storage-unreachable":
      "Dosya deposuna bu sayfadan ulaşılamıyor. Yine olursa lütfen sayfanın sorumlularına bildirin.",
    "file-unreadable": "Dosya artık okunamıyor. Taşınmış, adı veya içeriği değişmiş; lütfen yeniden ekleyin.",
    "rate-limited": "Sunucu çok meşgul. Lütfen birazdan yeniden deneyin.",
    server: "Sunucuda bir sorun oldu. Lütfen birazdan yeniden deneyin.",
    unauthorized: "Oturumunuz kapanmış. Oturum açıp yeniden deneyin.",
    forbidden: "Bu dosyayı buraya yükleme izniniz yok.",
    "not-found": "Sunucu bu yüklemeyi artık tanımıyor. Lütfen yeniden deneyin.",
    conflict:
      "Sunucuda bu yerde zaten bir dosya var. Dosyanızın adını değiştirip yeniden ekleyin ya da tekrar deneyin.",
    refused: "Sunucu bu dosyayı kabul etmiyor.",
    expired: "Bu yüklemenin süresi doldu. Lütfen yeniden deneyin.",
    checksum: "Dosya yolda bozuldu. Lütfen yeniden deneyin.",
    protocol: "Sunucu anlamsız bir yanıt verdi. Lütfen sayfanın sorumlularına bildirin.",
    "unsupported-transfer": "Bu sayfa sunucunun istediği şekilde yükleyemiyor. Lütfen sayfanın sorumlularına bildirin.",
    internal: "Bu sayfada bir şeyler ters gitti. Lütfen yeniden deneyin.",
  },
} satisfies TroubleMessages;
