import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "फ़ाइल अपलोड",
  heading: (multiple) => (multiple ? "फ़ाइलें यहाँ छोड़ें" : "फ़ाइल यहाँ छोड़ें"),
  headingMore: "और फ़ाइलें छोड़ें",
  headingAdding: "फ़ाइलें जोड़ी जा रही हैं…",
  dropAccepted: "जोड़ने के लिए छोड़ें",
  dropRefused: "इसे यहाँ नहीं जोड़ा जा सकता",
  browse: (kind) => ({ file: "फ़ाइल चुनें", files: "फ़ाइलें चुनें", folder: "फ़ोल्डर चुनें" })[kind],
  pasteText: "टेक्स्ट चिपकाएँ",
  kinds: { audio: "ऑडियो", image: "चित्र", text: "टेक्स्ट", video: "वीडियो" },
  upTo: (size, each) => `${each ? "हर फ़ाइल " : ""}${size} तक`,
  atMost: (count, formats) => formats.plural(count, { other: "अधिकतम # फ़ाइलें" }),
  notSetUp: "इस पेज पर अपलोड अभी तैयार नहीं है। तब तक आपकी फ़ाइलें इस सूची में रहेंगी।",

  notAdded: (name) => `${name} नहीं जोड़ी गई`,
  manyNotAdded: (count, formats) => formats.plural(count, { other: "# फ़ाइलें नहीं जोड़ी गईं" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "और # अन्य" }),
  details: "कौन सी और क्यों",
  dismiss: "यह संदेश बंद करें",
  unreadable: "इसे पढ़ा नहीं जा सका। देखें कि यह अब भी मौजूद है और आप इसे खोल सकते हैं।",
  notLoaded: "इस पेज का एक हिस्सा लोड नहीं हुआ। अपना नेटवर्क जाँचें और फ़ाइल फिर से जोड़ें।",

  because: (title, reason) => `${title}। ${reason}`,
  about: (name, sentence) => `${name}: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `${name} जोड़ी गई।` : formats.plural(count, { other: "# फ़ाइलें जोड़ी गईं।" }),
  announceFailed: (name, reason) => `${name} अपलोड नहीं हुई। ${reason}`,
  announceManyFailed: (count, formats) => formats.plural(count, { other: "# फ़ाइलें अपलोड नहीं हुईं।" }),
  offline: "आप ऑफ़लाइन हैं। नेटवर्क आते ही अपलोड आगे बढ़ेगा।",
  continued: "जहाँ रुका था वहीं से जारी",
  changed: "सामग्री अब पहले जैसी नहीं है, इसलिए अपलोड शुरू से हो रहा है।",
  announceResumed: "फिर से शुरू हुआ",
  announceOnline: "आप फिर से ऑनलाइन हैं।",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "# फ़ाइल अपलोड हुई", other: "# फ़ाइलें अपलोड हुईं" })}${failed ? formats.plural(failed, { other: ", # नहीं हुईं" }) : ""}।`,

  valueMissing: (multiple) => (multiple ? "कृपया कम से कम एक फ़ाइल जोड़ें।" : "कृपया एक फ़ाइल जोड़ें।"),
  stillUploading: "कृपया सभी फ़ाइलें अपलोड होने तक प्रतीक्षा करें।",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./trouble.ts"),
  () => import("./transcripts.ts"),
] as const;
