/** Letters without a decomposition in Unicode that people type by a simpler key, and letters that they take for the same. */
const ALIKE: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
  ς: "σ",
  ى: "ي",
  ی: "ي",
  ک: "ك",
  ة: "ه",
};

/** Accents of Latin, Greek and Cyrillic letters, points of Hebrew, vowel and hamza signs of Arabic, and invisible characters. */
const IGNORED = /[\u0300-\u036F\u0591-\u05C7\u064B-\u065F\u0670\u0640\u3099\u309A]|\p{Cf}/gu;
const LETTERS = new RegExp(`[${Object.keys(ALIKE).join("")}]`, "g");
const KATAKANA = /[\u30A1-\u30F6]/g;
/** Digits of Arabic, Persian and Hindi, each series from 0 to 9. */
const DIGITS = /[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F]/g;
const ZEROS = [0x966, 0x6f0, 0x660];

/**
 * Text for comparisons: without case, accents and the difference between scripts of one language. A collator compares like
 * that, too, but only whole strings.
 */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(IGNORED, "")
    .replace(LETTERS, (letter) => ALIKE[letter] ?? letter)
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(DIGITS, (digit) => {
      const code = digit.charCodeAt(0);
      return `${code - (ZEROS.find((zero) => zero <= code) ?? code)}`;
    });
}

/** Words of a query, folded. */
export function wordsOf(query: string): readonly string[] {
  return folded(query).split(/\s+/).filter(Boolean);
}
