import type { IntakeMessages } from "../../words/intake-messages.ts";
import type { TranscriptMessages } from "../../words/transcript-messages.ts";

const transcripts = {
  hints: {
    blank: "इस फ़ाइल में खाली जगह के सिवा कुछ नहीं है। क्या यह पूरी सहेजी गई थी?",
    "no-cues": "इन सबटाइटल में कोई शब्द नहीं है।",
    "cut-off": "इस फ़ाइल का आख़िरी हिस्सा नहीं है। क्या यह पूरी डाउनलोड हुई थी?",
    recording: "यह रिकॉर्डिंग है। इसकी जगह इसका ट्रांसक्रिप्ट, यानी लिखित रूप, जोड़ें।",
    picture: "यह चित्र है। इसकी जगह ट्रांसक्रिप्ट का टेक्स्ट जोड़ें।",
    archive: "यह ज़िप जैसी कंप्रेस की गई फ़ाइल है। इसे खोलें और अंदर का ट्रांसक्रिप्ट जोड़ें।",
    "web-page": "यह वेब पेज है, शायद ट्रांसक्रिप्ट की जगह सहेजा गया साइन-इन पेज।",
    shortcut: "यह दस्तावेज़ का केवल लिंक है। दस्तावेज़ डाउनलोड करके उसे जोड़ें।",
    locked: "यह दस्तावेज़ पासवर्ड से सुरक्षित है, इसलिए इसका टेक्स्ट नहीं पढ़ा जा सकता।",
    "not-text": "इस फ़ाइल में पढ़ने योग्य टेक्स्ट नहीं है।",
  },
  renamed: (named, found) => `नाम से यह .${named} फ़ाइल है, सामग्री से .${found} फ़ाइल। इसका नाम बदलें या सही फ़ाइल जोड़ें।`,
  encoding: () => "इस फ़ाइल के कुछ अक्षर गलत दिख सकते हैं। हो सके तो इसे UTF-8 में सहेजकर फिर से जोड़ें।",
  announceHints: (count, formats) => formats.plural(count, { other: "कृपया # फ़ाइलें देखें: उनमें कुछ असामान्य है।" }),
  speakers: (count, complete, formats) =>
    complete ? formats.plural(count, { other: "# वक्ता" }) : formats.plural(count, { other: "कम से कम # वक्ता" }),
  cues: (count, complete, formats) =>
    complete ? formats.plural(count, { other: "# सबटाइटल" }) : formats.plural(count, { other: "लगभग # सबटाइटल" }),

  pasted: "चिपकाया गया टेक्स्ट",
  pastedName: "फ़ाइल का नाम",
  pastedContent: "ट्रांसक्रिप्ट का टेक्स्ट",
  pastedEmpty: "अभी कोई टेक्स्ट नहीं है। उसे यहाँ चिपकाएँ या लिखें।",
  pastedAdd: "जोड़ें",
  pastedDiscard: "हटाएँ",
  pastedAgain: "यहाँ पहले से टेक्स्ट है। अभी चिपकाए गए टेक्स्ट का क्या करना है?",
  pastedBelow: "नीचे जोड़ें",
  pastedReplace: "पहले टेक्स्ट की जगह रखें",
  pastedKeep: "छोड़ दें",
  pastedGone: "टेक्स्ट हटा दिया गया।",
  pastedBack: "वापस लाएँ",
  pastedFile: (date) => `चिपकाया गया ट्रांसक्रिप्ट ${date}`,
} satisfies TranscriptMessages;

const intake = {
  "folder-empty": "इस फ़ोल्डर में ऐसी कोई फ़ाइल नहीं है जिसे जोड़ा जा सके।",
  "folder-for-one": "यहाँ केवल एक फ़ाइल जोड़ी जा सकती है। फ़ोल्डर खोलें और फ़ाइल को ही खींचकर लाएँ।",
  "no-files": "इसके साथ कोई फ़ाइल नहीं आई। पहले फ़ाइल को अपने डिवाइस पर सहेजें, फिर वहाँ से जोड़ें।",
  "system-file": "यह किसी प्रोग्राम की छोड़ी हुई फ़ाइल लगती है, वह नहीं जिसे आप अपलोड करना चाहते हैं।",
  addAnyway: "फिर भी जोड़ें",
} satisfies IntakeMessages;

export const sentences = { intake, transcripts };
