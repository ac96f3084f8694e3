/** Inspects transcripts of many languages in the encodings of their systems, whole or with some bytes lost at an end. */
import { inspect } from "../../src/transcripts/inspect.ts";
import { srt, vtt } from "../transcripts/captions.ts";
import { codePage } from "../transcripts/code-page.ts";
import { utf16 } from "../transcripts/samples.ts";
import { Random } from "./random.ts";

type Some<T> = readonly [T, ...T[]];

interface Language {
  readonly encodings: Some<string>;
  readonly lines: Some<string>;
}

const UTF16: Some<string> = ["utf-16le", "utf-16be"];

const LANGUAGES: Some<Language> = [
  {
    encodings: [...UTF16, "windows-1251", "koi8-r", "iso-8859-5", "ibm866", "x-mac-cyrillic"],
    lines: [
      "Мира Сталь: Привет, и добро пожаловать на встречу.",
      "Йон: Да, яда нет; ящик здесь.",
      "Яна: яму выкопали.",
    ],
  },
  {
    encodings: [...UTF16, "gb18030", "gbk"],
    lines: ["张伟：你好，欢迎参加会议。", "李娜：好的，我们开始吧。", "王芳：　一个月以后再说。"],
  },
  {
    encodings: [...UTF16, "big5"],
    lines: ["張偉：你好，歡迎參加會議。", "李娜：好的，我們開始吧。", "王芳：功能許可。"],
  },
  {
    encodings: [...UTF16, "shift_jis", "euc-jp"],
    lines: ["田中：はい、表を見てください。", "鈴木：いいえ、ソフトの能力です。", "佐藤：どうも。"],
  },
  {
    encodings: [...UTF16, "euc-kr"],
    lines: ["김민준: 안녕하세요, 회의를 시작합니다.", "이서연: 네, 좋습니다.", "박: 그래요."],
  },
  {
    encodings: [...UTF16, "windows-1256", "iso-8859-6"],
    lines: ["أحمد: مرحبا بكم في الاجتماع", "سارة: أهلا وسهلا", "ليلى: نعم"],
  },
  { encodings: [...UTF16, "windows-1255", "iso-8859-8"], lines: ["כהן: שלום וברוכים הבאים", "לוי: כן", "דנה: לא"] },
  {
    encodings: [...UTF16, "windows-1253", "iso-8859-7"],
    lines: ["Μίρα: Γεια σας και καλώς ήρθατε", "Γιάννης: Ναι", "Άννα: Όχι"],
  },
  { encodings: [...UTF16, "windows-874"], lines: ["มีรา: สวัสดีครับ ยินดีต้อนรับ", "จอน: ครับ", "นก: ไม่"] },
  { encodings: [...UTF16, "windows-1250", "iso-8859-2"], lines: ["Żaneta: Cześć, zażółć gęślą jaźń", "Łukasz: Tak"] },
  { encodings: [...UTF16, "windows-1254"], lines: ["Şule: Merhaba, ığdır çok güzel", "Çağrı: Evet", "Can: Hayır"] },
  { encodings: [...UTF16, "windows-1252", "macintosh"], lines: ["Zoë: Ça va très bien, déjà été", "José: ¿Qué tal?"] },
  { encodings: UTF16, lines: ["मीरा: नमस्ते, बैठक में स्वागत है", "जॉन: हाँ", "रीना: नहीं"] },
];

/** Hints that may be right: about the encoding, and about what has lost nearly all or its end. */
const RIGHT = ["encoding", "blank", "no-cues", "cut-off"];

export interface LanguageReport {
  readonly ran: number;
  readonly previews: number;
  /** The wrong ones, with what reproduces them. */
  readonly wrong: readonly string[];
}

/** Inspects `count` transcripts, or fewer within `maxMs`. Whole captions must have all their cues. */
export async function fuzzLanguages(
  seed: number,
  count: number,
  maxMs = Number.POSITIVE_INFINITY,
): Promise<LanguageReport> {
  const until = performance.now() + maxMs;
  const wrong: string[] = [];
  let previews = 0;
  let ran = 0;
  for (; ran < count && performance.now() < until; ran += 1) {
    const random = new Random(seed + ran);
    const { encodings, lines } = random.pick(LANGUAGES);
    const encoding = random.pick(encodings);
    const ending = random.pick(["vtt", "srt", "txt", "md", "json"]);
    const texts = Array.from({ length: 1 + random.below(random.pick([3, 12, 90])) }, () => random.pick(lines));
    const text = textOf(ending, texts).replaceAll("\n", random.pick(["\n", "\r\n", "\r"]));
    const whole = encoded(text, encoding);
    const lost = random.below(3) === 0 ? random.below(40) : 0;
    const bytes = random.below(2) === 0 ? whole.slice(lost) : whole.slice(0, whole.length - lost);
    const { hint, preview } = await inspect(new File([bytes], `a.${ending}`));
    if (preview) previews += 1;
    const cues = lost === 0 && (ending === "vtt" || ending === "srt") ? texts.length : null;
    const isRight = (!hint || RIGHT.includes(hint.code)) && (cues === null || preview?.cues === cues);
    if (!isRight)
      wrong.push(`--seed ${seed + ran} --count 1: ${encoding}, .${ending}, ${lost} lost: ${JSON.stringify(hint)}`);
  }
  return { ran, previews, wrong };
}

function textOf(ending: string, texts: readonly string[]): string {
  switch (ending) {
    case "vtt":
      return vtt(...texts);
    case "srt":
      return srt(...texts);
    case "json":
      return JSON.stringify(texts.map((text) => ({ text })));
    default:
      return texts.join("\n");
  }
}

function encoded(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  const order = encoding === "utf-16le" ? "le" : "be";
  return encoding.startsWith("utf-16") ? utf16(text, order, { bom: false }) : codePage(text, encoding);
}
