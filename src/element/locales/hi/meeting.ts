import type { MeetingMessages } from "../../words/meeting-messages.ts";

export const sentences: MeetingMessages = {
  heading: "मीटिंग का विवरण",
  title: "शीर्षक",
  date: "तारीख",
  start: "शुरुआत",
  end: "समाप्ति",
  upload: "अपलोड करें",
  discard: "हटाएँ",
  summary: (when, people) => (people === "" ? `मीटिंग: ${when}` : `मीटिंग: ${when}, ${people}`),
  people: (first, others, formats) =>
    formats.plural(others, { one: `${first} और # अन्य व्यक्ति`, other: `${first} और # अन्य लोग` }),
  zone: (zone) => `समय आपके समय क्षेत्र (${zone}) में है।`,
  zoneAssumed: (zone) => `फ़ाइल में समय क्षेत्र नहीं लिखा है। कृपया समय जाँच लें: इसे आपके समय क्षेत्र (${zone}) का माना गया है।`,
  whichDate: "कौन-सी तारीख सही है?",
  askTitle: "मीटिंग को एक शीर्षक दें।",
  askDate: "मीटिंग की तारीख डालें।",
  askStart: "शुरू होने का समय डालें।",
  askEnd: "समाप्त होने का समय डालें।",
  future: "यह समय अभी आया नहीं है। मीटिंग कब हुई थी, यह डालें।",
  tooLong: "यह मीटिंग 18 घंटे से ज़्यादा की होगी। शुरुआत और समाप्ति जाँच लें।",
};
