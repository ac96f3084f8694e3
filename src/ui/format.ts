import { directionOf } from "./language.ts";

/** Numbers, sizes and times in the reader's language. Created once for each locale, because Intl formatters are slow. */
export interface Formats {
  /** Language tag of the formats; undefined for the language of the browser. */
  readonly language: string | undefined;
  number(value: number): string;
  /** Percentage: 0.42 as "42%", rounded down, so that 100% means every byte. */
  percent(fraction: number): string;
  /** Size in bytes with its unit. 1 MB is 1,000,000 bytes, as on phones, macOS and Linux desktops. */
  size(bytes: number): string;
  speed(bytesPerSecond: number): string;
  /** Duration in milliseconds, rounded up to seconds, minutes or hours; when `counted` down, in seconds up to two minutes. */
  duration(ms: number, counted?: boolean): string;
  /** Plural form for the count by the rules of the language, with the count in place of "#". */
  plural(count: number, forms: PluralForms): string;
  /** Alternatives, as "A, B or C". */
  either(items: readonly string[]): string;
  /** Facts side by side for screen readers, as "43%, 5 MB of 12 MB". */
  series(items: readonly string[]): string;
}

/** Plural forms of a language; "other" is used for those that are left out. */
export type PluralForms = { readonly [C in Intl.LDMLPluralRule]?: string } & { readonly other: string };

const SIZE_UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"];

/**
 * A language that writes "512 MB" with the digits 0 to 9, and a whole number below a thousand. These need no Intl: the first
 * Intl formatter of a page takes 10 to 40 ms, half of the time until the element is painted.
 */
const PLAIN = /^(en|de|es|hi|it|ja|nl|pl|pt|tr|zh)(-\w{2,4})* \d{1,3}$/i;

export function createFormats(locale: string): Formats {
  const language = supported(locale);
  const numbers = new Map<string, Intl.NumberFormat>();

  const isPlain = (value: number): boolean => PLAIN.test(`${language} ${value}`);

  const format = (value: number, options: Intl.NumberFormatOptions): string => {
    const key = `${options.style}${options.unit}${options.maximumFractionDigits}`;
    const formatter = numbers.get(key) ?? new Intl.NumberFormat(language, options);
    numbers.set(key, formatter);
    return formatter.format(value);
  };
  const isRightToLeft = directionOf(language) === "rtl";
  // In Arabic the short form of a kilobyte is spelt out beside an abbreviated megabyte.
  const short = language?.startsWith("ar") ? "narrow" : "short";
  const unit = (value: number, name: string, digits = 0): string => {
    // The short form of "byte" has no plural: "900 byte" and "900 byte/s" would be wrong English.
    const unitDisplay = name.startsWith("byte") ? "long" : name.includes("byte") ? short : "short";
    const words = format(value, {
      style: "unit",
      unit: name,
      unitDisplay,
      maximumFractionDigits: digits,
    });
    // Otherwise "5 MB" would be shown as "MB 5" between Hebrew words.
    return isRightToLeft ? `\u2068${words}\u2069` : words;
  };
  const bytes = (value: number, suffix: string): string => {
    let power = 0;
    let scaled = value;
    // 999,999 bytes are 1 MB, because they would be rounded to 1,000 kB.
    while (scaled >= 999.5 && power < SIZE_UNITS.length - 1) {
      scaled /= 1000;
      power++;
    }
    if (!suffix && power > 1 && isPlain(scaled)) return `${scaled} ${" MG"[power - 1]}B`;
    return unit(scaled, `${SIZE_UNITS[power]}${suffix}`, power > 0 && scaled < 100 ? 1 : 0);
  };
  let pluralRules: Intl.PluralRules | undefined;
  const list = (items: readonly string[], type: Intl.ListFormatType, style?: Intl.ListFormatStyle): string =>
    Intl.ListFormat ? new Intl.ListFormat(language, { type, style }).format(items) : items.join(", ");
  const number = (value: number): string => (isPlain(value) ? `${value}` : format(value, { style: "decimal" }));

  return {
    language,
    number,
    // Rounded down, so that 100 % means that nothing is missing; 0.57 * 100 is a little less than 57.
    percent: (fraction) => format(Math.floor(fraction * 100 + 1e-9) / 100, { style: "percent" }),
    size: (value) => bytes(value, ""),
    speed: (value) => bytes(value, "-per-second"),
    duration: (ms, counted = false) => {
      const seconds = Math.max(1, Math.ceil(ms / 1000));
      if (seconds < (counted ? 120 : 60)) return unit(seconds, "second");
      const minutes = Math.ceil(seconds / 60);
      if (minutes < 60) return unit(minutes, "minute");
      const hours = unit(Math.floor(minutes / 60), "hour");
      return minutes % 60 === 0 ? hours : list([hours, unit(minutes % 60, "minute")], "unit", "narrow");
    },
    plural: (count, forms) => {
      pluralRules ??= new Intl.PluralRules(language);
      return (forms[pluralRules.select(count)] ?? forms.other).replace("#", number(count));
    },
    either: (items) => list(items, "disjunction"),
    series: (items) => list(items, "unit", "short"),
  };
}

/** Language tag in the form that Intl accepts; undefined, for the language of the browser, if it is invalid. */
export function supported(locale: string): string | undefined {
  // Intl is slow the first time in a page.
  if (locale === "en") return locale;
  try {
    return locale ? Intl.getCanonicalLocales(locale)[0] : undefined;
  } catch {
    return undefined;
  }
}
