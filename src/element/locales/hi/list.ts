import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "फ़ाइलें",
  queued: "कतार में",
  held: "अभी तक नहीं भेजी गई, कृपया जाँचें",
  preparing: "तैयारी हो रही है…",
  finishing: "पूरा हो रहा है…",
  sentOfTotal: (sent, total) => `${total} में से ${sent}`,
  timeLeft: (duration) => `${duration} शेष`,
  stalled: "नेटवर्क का इंतज़ार…",
  retrying: (cause, duration) =>
    `${{ busy: "सर्वर व्यस्त है।", problem: "सर्वर में समस्या हुई।", lost: "कनेक्शन टूट गया।" }[cause]} ${duration === null ? "जल्द ही फिर से कोशिश होगी।" : `${duration} में फिर से कोशिश होगी।`}`,
  paused: "रोकी गई",
  failed: "अपलोड नहीं हुई",
  uploaded: "अपलोड हुई",
  pleaseCheck: "अपलोड हुई, कृपया जाँचें",
  verified: "अपलोड और सत्यापित",
  cancelled: "रद्द",
  serverSaid: (words) => `सर्वर का उत्तर: “${words}”`,

  progressLabel: (name) => `${name} अपलोड हो रही है`,
  cancel: (name) => `${name} रद्द करें`,
  remove: (name) => `${name} को सूची से हटाएँ`,
  removed: (name, isUploaded) => (isUploaded ? `${name} सूची से हट गई। उसका अपलोड बना रहेगा।` : `${name} सूची से हट गई।`),
  removedMany: (count, formats) => formats.plural(count, { one: "# फ़ाइल सूची से हट गई।", other: "# फ़ाइलें सूची से हट गईं।" }),
  undo: "वापस लाएँ",
  retryVisible: "फिर से कोशिश करें",
  retry: (name) => `${name} के लिए फिर से कोशिश करें`,
  againVisible: "फिर से अपलोड करें",
  anotherVisible: "दूसरी फ़ाइल चुनें",
  pause: (name) => `${name} को रोकें`,
  resume: (name) => `${name} फिर शुरू करें`,

  summary: (uploaded, total, formats) =>
    uploaded === total
      ? formats.plural(total, { one: "# फ़ाइल अपलोड हुई", other: "# फ़ाइलें अपलोड हुईं" })
      : `${formats.number(total)} में से ${formats.plural(uploaded, { one: "# फ़ाइल अपलोड हुई", other: "# फ़ाइलें अपलोड हुईं" })}`,
  summaryFailed: (count, formats) => formats.plural(count, { one: "# अपलोड नहीं हुई", other: "# अपलोड नहीं हुईं" }),
  summaryToCheck: (count, formats) => formats.plural(count, { one: "# जाँचनी है", other: "# जाँचनी हैं" }),
  overall: "सभी फ़ाइलें",
  start: "अपलोड करें",
  sendVisible: "फिर भी अपलोड करें",
  pauseAll: "सभी रोकें",
  resumeAll: "सभी फिर शुरू करें",
  cancelAll: "सभी रद्द करें",
  retryAll: "असफल फ़ाइलें फिर से अपलोड करें",
  clear: "पूरी हुई फ़ाइलें सूची से हटाएँ",
  onlyFailed: "केवल असफल फ़ाइलें",

  restored: "पहले अपलोड की गई फ़ाइलें",
  submitWaits: "सभी फ़ाइलें अपलोड होते ही फ़ॉर्म भेज दिया जाएगा।",
  submitStopped:
    "फ़ॉर्म नहीं भेजा गया, क्योंकि सभी फ़ाइलें अपलोड नहीं हुईं। असफल फ़ाइलों को फिर से अपलोड करें या हटाएँ, फिर फ़ॉर्म दोबारा भेजें।",
  submitCancel: "अभी न भेजें",

  interrupted: "पिछली बार के अधूरे अपलोड",
  safe: (safe, total) => `${total} में से ${safe} अपलोड हो चुका`,
  resumeVisible: "फिर शुरू करें",
  discardVisible: "रद्द करें",
  discard: (name) => `${name} का अपलोड रद्द करें`,
  addAgain: "आगे बढ़ने के लिए वही फ़ाइल फिर से जोड़ें।",
  chooseVisible: "फिर से चुनें",
  notReopened: "ब्राउज़र फ़ाइल को फिर से नहीं खोल सका। कृपया फ़ाइल फिर से जोड़ें; अपलोड जहाँ रुका था वहीं से आगे बढ़ेगा।",
} satisfies ListMessages;
