import type { OutcomeMessages } from "../../words/messages.ts";

export const sentences = {
  errors: {
    network: "कनेक्शन टूट गया। अपना नेटवर्क जाँचें और फिर कोशिश करें।",
    timeout: "सर्वर ने उत्तर देने में बहुत देर की। कृपया थोड़ी देर में फिर कोशिश करें।",
    "storage-unreachable": "इस पेज से फ़ाइल भंडार तक नहीं पहुँचा जा सकता। फिर ऐसा हो तो पेज के संचालकों को बताएँ।",
    "file-unreadable": "फ़ाइल अब पढ़ी नहीं जा सकती। उसकी जगह, नाम या सामग्री बदल गई है; कृपया उसे फिर से जोड़ें।",
    "rate-limited": "सर्वर बहुत व्यस्त है। कृपया थोड़ी देर में फिर कोशिश करें।",
    server: "सर्वर में समस्या हुई। कृपया थोड़ी देर में फिर कोशिश करें।",
    unauthorized: "आप अब साइन इन नहीं हैं। साइन इन करें और फिर कोशिश करें।",
    forbidden: "आपको यह फ़ाइल यहाँ अपलोड करने की अनुमति नहीं है।",
    "not-found": "सर्वर अब इस अपलोड को नहीं जानता। कृपया फिर कोशिश करें।",
    conflict: "सर्वर पर इस जगह पहले से एक फ़ाइल है। अपनी फ़ाइल का नाम बदलकर फिर से जोड़ें, या फिर कोशिश करें।",
    refused: "सर्वर यह फ़ाइल स्वीकार नहीं करता।",
    expired: "इस अपलोड का समय समाप्त हो गया। कृपया फिर कोशिश करें।",
    checksum: "फ़ाइल रास्ते में खराब हो गई। कृपया फिर कोशिश करें।",
    protocol: "सर्वर का उत्तर समझ में नहीं आया। कृपया पेज के संचालकों को बताएँ।",
    "unsupported-transfer": "सर्वर जिस तरह चाहता है, यह पेज उस तरह अपलोड नहीं कर सकता। कृपया पेज के संचालकों को बताएँ।",
    internal: "इस पेज पर कुछ गड़बड़ हुई। कृपया फिर कोशिश करें।",
  },

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
  announceHalf: "आधा अपलोड हो गया।",
  announceDismissed: "संदेश बंद हुआ।",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "# फ़ाइल अपलोड हुई", other: "# फ़ाइलें अपलोड हुईं" })}${failed ? formats.plural(failed, { other: ", # नहीं हुईं" }) : ""}।`,
} satisfies OutcomeMessages;
