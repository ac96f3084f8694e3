import type { FilesMessages } from "../words/messages.ts";

export const sentences = {
  label: "अपलोड की गई फ़ाइलें",
  heading: "अपलोड की गई फ़ाइलें",
  columns: { name: "नाम", status: "स्थिति", size: "आकार", added: "जोड़ी गई", actions: "कार्रवाइयाँ" },
  statuses: { PENDING: "अधूरी", COMPLETED: "अपलोड हुई", CANCELLED: "रद्द", EXPIRED: "समय समाप्त" },

  loading: "लोड हो रहा है…",
  empty: "अभी कोई फ़ाइल नहीं। जो आप अपलोड करेंगे वह यहाँ दिखेगा।",
  count: (total, formats) => formats.plural(total, { one: "# फ़ाइल", other: "# फ़ाइलें" }),
  range: (from, to, total, formats) => `${formats.number(total)} में से ${formats.number(from)}–${formats.number(to)}`,
  previous: "पिछला पेज",
  next: "अगला पेज",
  refresh: "सूची रीफ़्रेश करें",

  openVisible: "डाउनलोड करें",
  open: (name) => `${name} डाउनलोड करें`,
  cancel: (name) => `${name} रद्द करें`,

  notSetUp: "इस पेज पर फ़ाइलों की सूची अभी तैयार नहीं है।",
  offline: "आप ऑफ़लाइन हैं। नेटवर्क आते ही सूची लोड होगी।",
  busy: (duration) =>
    `सर्वर व्यस्त है। ${duration === null ? "अभी फिर से कोशिश हो रही है।" : `${duration} में फिर से कोशिश होगी।`}`,
  listFailed: "फ़ाइलें लोड नहीं हो सकीं",
  notOpened: (name) => `${name} नहीं खोली जा सकी`,
  notCancelled: (name) => `${name} रद्द नहीं की जा सकी`,
  problems: {
    network: "सर्वर तक नहीं पहुँचा जा सकता। अपना इंटरनेट जाँचें और फिर से कोशिश करें।",
    timeout: "सर्वर ने उत्तर देने में बहुत देर की। कृपया थोड़ी देर में फिर से कोशिश करें।",
    busy: "सर्वर बहुत व्यस्त है। कृपया थोड़ी देर में फिर से कोशिश करें।",
    server: "सर्वर में समस्या हुई। कृपया थोड़ी देर में फिर से कोशिश करें।",
    unauthorized: "आपने साइन इन नहीं किया है। साइन इन करें और फिर से कोशिश करें।",
    forbidden: "आपको इसे यहाँ देखने की अनुमति नहीं है।",
    "not-found": "यह फ़ाइल अब सर्वर पर नहीं है।",
    changed: "इस बीच इसकी स्थिति बदल गई। सूची रीफ़्रेश करें।",
    refused: "सर्वर ने इसे स्वीकार नहीं किया।",
    protocol: "अभी इस पेज पर सूची काम नहीं कर रही है। कृपया पेज के संचालकों को बताएँ।",
  },
  serverSaid: (words) => `सर्वर का उत्तर: “${words}”`,
  tryAgain: "फिर से कोशिश करें",
  dismiss: "यह संदेश बंद करें",
  ready: (name) => `${name} तैयार है, पर आपके ब्राउज़र ने टैब नहीं खोला।`,
  openLink: "खोलें",

  because: (title, reason) => `${title}। ${reason}`,
  announceShown: (range) => `फ़ाइलें: ${range}।`,
  announceCancelled: (name) => `${name} रद्द की गई।`,
} satisfies FilesMessages;

export const more = [] as const;
