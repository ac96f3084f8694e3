import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "Dosyalar",
  queued: "Sırada",
  held: "Henüz gönderilmedi, lütfen kontrol edin",
  preparing: "Hazırlanıyor…",
  finishing: "Tamamlanıyor…",
  sentOfTotal: (sent, total) => `${sent} / ${total}`,
  timeLeft: (duration) => `${duration} kaldı`,
  stalled: "Ağ bekleniyor…",
  retrying: (cause, duration) =>
    `${{ busy: "Sunucu meşgul.", problem: "Sunucuda bir sorun oluştu.", lost: "Bağlantı kesildi." }[cause]} ${duration === null ? "Birazdan yeniden denenecek." : `${duration} sonra yeniden denenecek.`}`,
  paused: "Duraklatıldı",
  failed: "Yüklenemedi",
  uploaded: "Yüklendi",
  pleaseCheck: "Yüklendi, lütfen kontrol edin",
  verified: "Yüklendi ve doğrulandı",
  cancelled: "İptal edildi",
  serverSaid: (words) => `Sunucunun yanıtı: “${words}”`,

  progressLabel: (name) => `${name} yükleniyor`,
  cancel: (name) => `İptal et: ${name}`,
  remove: (name) => `Listeden kaldır: ${name}`,
  removed: (name, isUploaded) =>
    isUploaded ? `${name} bu listeden çıkarıldı. Yüklü kalmaya devam eder.` : `${name} bu listeden çıkarıldı.`,
  removedMany: (count, formats) => formats.plural(count, { other: "# dosya bu listeden çıkarıldı." }),
  undo: "Geri al",
  retryVisible: "Yeniden dene",
  retry: (name) => `Yeniden dene: ${name}`,
  againVisible: "Yeniden yükle",
  anotherVisible: "Başka dosya seç",
  pause: (name) => `Duraklat: ${name}`,
  resume: (name) => `Devam ettir: ${name}`,

  summary: (uploaded, total, formats) =>
    uploaded === total
      ? formats.plural(total, { other: "# dosya yüklendi" })
      : formats.plural(total, { other: `# dosyadan ${formats.number(uploaded)} tanesi yüklendi` }),
  summaryFailed: (count, formats) => formats.plural(count, { other: "# dosya yüklenemedi" }),
  summaryToCheck: (count, formats) => formats.plural(count, { other: "# dosya kontrol edilecek" }),
  overall: "Tüm dosyalar",
  start: "Yükle",
  sendVisible: "Yine de yükle",
  pauseAll: "Tümünü duraklat",
  resumeAll: "Tümünü devam ettir",
  cancelAll: "Tümünü iptal et",
  retryAll: "Yüklenemeyenleri yeniden dene",
  clear: "Bitenleri kaldır",
  onlyFailed: "Yalnızca yüklenemeyenler",

  restored: "Daha önce yüklenenler",
  submitWaits: "Form, tüm dosyalar yüklenir yüklenmez gönderilecek.",
  submitStopped:
    "Bazı dosyalar yüklenemediği için form gönderilmedi. Bunları yeniden deneyin veya kaldırın, sonra formu yeniden gönderin.",
  submitCancel: "Henüz gönderme",

  interrupted: "Önceki ziyaretten yarım kalanlar",
  safe: (safe, total) => `${safe} / ${total} zaten yüklendi`,
  resumeVisible: "Devam ettir",
  discardVisible: "Sil",
  discard: (name) => `Sil: ${name}`,
  addAgain: "Devam etmek için aynı dosyayı yeniden ekleyin.",
  chooseVisible: "Yeniden seç",
  notReopened: "Tarayıcı dosyayı yeniden açamadı. Lütfen dosyayı yeniden ekleyin; kaldığı yerden devam eder.",
} satisfies ListMessages;
