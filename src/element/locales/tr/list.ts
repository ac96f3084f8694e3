import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "Dosyalar",
  queued: "Sırada",
  preparing: "Hazırlanıyor…",
  checking: "Kontrol ediliyor…",
  awaitingServer: "Tamamlanıyor…",
  verifying: "Doğrulanıyor…",
  sentOfTotal: (sent, total) => `${sent} / ${total}`,
  timeLeft: (duration) => `${duration} kaldı`,
  retrying: (cause, duration) =>
    `${cause === "busy" ? "Sunucu meşgul." : "Bağlantı kesildi."} ${duration === null ? "Birazdan yeniden denenecek." : `${duration} sonra yeniden denenecek.`}`,
  paused: "Duraklatıldı",
  failed: "Yüklenmedi",
  uploaded: "Yüklendi",
  verified: "Doğrulandı",
  cancelled: "İptal edildi",
  serverSaid: (words) => `Sunucunun yanıtı: “${words}”`,

  progressLabel: (name) => `${name} yükleniyor`,
  cancel: (name) => `İptal et: ${name}`,
  remove: (name) => `Listeden kaldır: ${name}`,
  retryVisible: "Yeniden dene",
  retry: (name) => `Yeniden dene: ${name}`,
  pause: (name) => `Duraklat: ${name}`,
  resume: (name) => `Devam ettir: ${name}`,

  summary: (uploaded, total, formats) =>
    uploaded === total
      ? formats.plural(total, { other: "# dosya yüklendi" })
      : formats.plural(total, { other: `# dosyadan ${formats.number(uploaded)} tanesi yüklendi` }),
  summaryFailed: (count, formats) => formats.plural(count, { other: "# dosya yüklenmedi" }),
  overall: "Tüm dosyalar",
  start: "Yükle",
  pauseAll: "Tümünü duraklat",
  resumeAll: "Tümünü devam ettir",
  cancelAll: "Tümünü iptal et",
  retryAll: "Başarısızları yeniden dene",
  clear: "Bitenleri kaldır",
  onlyFailed: "Yalnızca başarısızlar",

  restored: "Daha önce yüklenenler",
  submitWaits: "Tüm dosyalar yüklenir yüklenmez gönderilecek.",
  submitStopped:
    "Tüm dosyalar yüklenmediği için gönderilmedi. Başarısızları yeniden deneyin veya kaldırın, sonra yeniden gönderin.",
  submitCancel: "Henüz gönderme",

  interrupted: "Önceki ziyaretten yarım kalanlar",
  safe: (safe, total) => `${safe} / ${total} güvende`,
  resumeVisible: "Devam et",
  discardVisible: "Vazgeç",
  discard: (name) => `Vazgeç: ${name}`,
  addAgain: "Devam etmek için aynı dosyayı yeniden ekleyin.",
  notReopened: "Tarayıcı dosyayı yeniden açamadı. Lütfen dosyayı yeniden ekleyin; kaldığı yerden devam eder.",
} satisfies ListMessages;
