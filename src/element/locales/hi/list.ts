import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "फ़ाइलें",
  queued: "कतार में",
  preparing: "तैयारी हो रही है…",
  checking: "जाँच हो रही है…",
  awaitingServer: "पूरा हो रहा है…",
  verifying: "सत्यापन हो रहा है…",
  sentOfTotal: (sent, total) => `${total} में से ${sent}`,
  timeLeft: (duration) => `${duration} शेष`,
  retrying: (cause, duration) =>
    `${cause === "busy" ? "सर्वर व्यस्त है।" : "कनेक्शन टूट गया।"} ${duration === null ? "जल्द ही फिर कोशिश होगी।" : `${duration} में फिर कोशिश होगी।`}`,
  paused: "रोका गया",
  failed: "अपलोड नहीं हुई",
  uploaded: "अपलोड हुई",
  verified: "सत्यापित",
  cancelled: "रद्द",
  serverSaid: (words) => `सर्वर का उत्तर: “${words}”`,

  progressLabel: (name) => `${name} अपलोड हो रही है`,
  cancel: (name) => `${name} रद्द करें`,
  remove: (name) => `${name} को सूची से हटाएँ`,
  retryVisible: "फिर कोशिश करें",
  retry: (name) => `${name} की फिर कोशिश करें`,
  pause: (name) => `${name} को रोकें`,
  resume: (name) => `${name} फिर शुरू करें`,

  summary: (uploaded, total, formats) =>
    uploaded === total
      ? formats.plural(total, { one: "# फ़ाइल अपलोड हुई", other: "# फ़ाइलें अपलोड हुईं" })
      : formats.plural(total, {
          one: `# फ़ाइल में से ${formats.number(uploaded)} अपलोड हुई`,
          other: `# फ़ाइलों में से ${formats.number(uploaded)} अपलोड हुईं`,
        }),
  summaryFailed: (count, formats) => formats.plural(count, { other: "# अपलोड नहीं हुईं" }),
  overall: "सभी फ़ाइलें",
  start: "अपलोड करें",
  pauseAll: "सभी रोकें",
  resumeAll: "सभी फिर शुरू करें",
  cancelAll: "सभी रद्द करें",
  retryAll: "असफल की फिर कोशिश करें",
  clear: "पूरी हुई हटाएँ",
  onlyFailed: "केवल असफल",

  restored: "पहले अपलोड हुई",
  submitWaits: "सभी फ़ाइलें अपलोड होते ही यह भेज दिया जाएगा।",
  submitStopped: "यह नहीं भेजा गया, क्योंकि सभी फ़ाइलें अपलोड नहीं हुईं। असफल फ़ाइलों की फिर कोशिश करें या उन्हें हटाएँ, फिर दोबारा भेजें।",
  submitCancel: "अभी न भेजें",

  interrupted: "पिछली बार अधूरी रहीं",
  safe: (safe, total) => `${total} में से ${safe} सुरक्षित`,
  resumeVisible: "फिर शुरू करें",
  discardVisible: "छोड़ दें",
  discard: (name) => `${name} को छोड़ दें`,
  addAgain: "आगे बढ़ने के लिए वही फ़ाइल फिर से जोड़ें।",
  notReopened: "ब्राउज़र इसे फिर से नहीं खोल सका। कृपया फ़ाइल फिर से जोड़ें; जहाँ रुका था वहीं से आगे बढ़ेगा।",
} satisfies ListMessages;
