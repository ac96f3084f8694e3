import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "फ़ाइल अपलोड",
  heading: (multiple) => (multiple ? "फ़ाइलें यहाँ छोड़ें" : "फ़ाइल यहाँ छोड़ें"),
  headingTranscript: "ट्रांसक्रिप्ट जोड़ें",
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
  details: "कौन-सी और क्यों",
  dismiss: "यह संदेश बंद करें",
  unreadable: "इसे पढ़ा नहीं जा सका। देखें कि यह अब भी मौजूद है और आप इसे खोल सकते हैं।",
  notLoaded: "इस पेज का एक हिस्सा लोड नहीं हुआ। अपना नेटवर्क जाँचें और फ़ाइल फिर से जोड़ें। फिर भी न हो, तो पेज रीलोड करें।",
  keptOffline: "आप ऑफ़लाइन हैं। नेटवर्क आते ही फ़ाइलें जोड़ी जाएँगी।",
  rejections: {
    empty: "यह खाली है। ऐसी फ़ाइल चुनें जिसमें कुछ हो।",
    "too-small": (size) => `यह ${size} से छोटी है, जो यहाँ न्यूनतम है। कोई बड़ी फ़ाइल चुनें।`,
    "too-large": (size) => `यह ${size} से बड़ी है, जो यहाँ अधिकतम है। कोई छोटी फ़ाइल चुनें।`,
    type: (kinds) => `इस तरह की फ़ाइल यहाँ नहीं ली जाती। स्वीकार्य: ${kinds}।`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, { other: "इसका नाम # वर्णों से लंबा है। नाम छोटा करें और फिर से जोड़ें।" }),
    "name-missing": "इसका कोई नाम नहीं है। नाम दें और फिर से जोड़ें।",
    "too-many": (count, formats) =>
      count === 1
        ? "एक बार में एक ही फ़ाइल। दूसरी के अपलोड होने की प्रतीक्षा करें या उसे रद्द करें, और इसे फिर से जोड़ें।"
        : formats.plural(count, { other: "इस सूची में केवल # फ़ाइलें आ सकती हैं। एक हटाएँ और इसे फिर से जोड़ें।" }),
  },
  because: (title, reason) => `${title}। ${reason}`,

  valueMissing: (multiple) => (multiple ? "कृपया कम से कम एक फ़ाइल जोड़ें।" : "कृपया एक फ़ाइल जोड़ें।"),
  stillUploading: "कुछ फ़ाइलें अभी अपलोड नहीं हुई हैं। प्रतीक्षा करें या रोकी गई फ़ाइलें फिर से शुरू करें।",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./outcomes.ts"),
  () => import("./transcripts.ts"),
] as const;
