import { directionOf } from "./language.ts";

/** Numbers, sizes and times in the reader's language. Made once a locale, because Intl formatters are costly to make. */
export interface Formats {
  /** The language that all of this is written in; undefined for the browser's own. */
  readonly language: string | undefined;
  number(value: number): string;
  /** 0.42 as "42%", rounded down: 100% means every byte. */
  percent(fraction: number): string;
  /** Bytes. 1 MB is 1,048,576 bytes here, as in Lightfield's own limits. */
  size(bytes: number): string;
  speed(bytesPerSecond: number): string;
  /** Milliseconds, rounded up to what a person would say; when `counted` down, by the second for two minutes. */
  duration(ms: number, counted?: boolean): string;
  /** The form for this count by the rules of the language, with the count in place of its "#". */
  plural(count: number, forms: PluralForms): string;
  /** "A, B or C" in the reader's language. */
  either(items: readonly string[]): string;
  /** "43%, 5 MB of 12 MB": facts side by side, for the ear. */
  series(items: readonly string[]): string;
}

/** Those that the language has; "other" stands in for one that is left out. */
export type PluralForms = { readonly [C in Intl.LDMLPluralRule]?: string } & { readonly other: string };

const SIZE_UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"];

export function createFormats(locale: string): Formats {
  const language = supported(locale);
  const numbers = new Map<string, Intl.NumberFormat>();

  const format = (value: number, options: Intl.NumberFormatOptions): string => {
    const key = `${options.style}${options.unit}${options.maximumFractionDigits}`;
    const formatter = numbers.get(key) ?? new Intl.NumberFormat(language, options);
    numbers.set(key, formatter);
    return formatter.format(value);
  };
  const isRightToLeft = directionOf(language) === "rtl";
  const unit = (value: number, name: string, digits = 0): string => {
    // "byte" is short for nothing, a second of them neither: "900 byte" and "900 byte/s" would be bad English.
    const words = format(value, {
      style: "unit",
      unit: name,
      unitDisplay: name.startsWith("byte") ? "long" : "short",
      maximumFractionDigits: digits,
    });
    // Between Hebrew words "5 MB" would else be read as "MB 5".
    return isRightToLeft ? `\u2068${words}\u2069` : words;
  };
  const bytes = (value: number, suffix: string): string => {
    // At 1000 and not at 1024, so that no size is ever written with four digits.
    let power = 0;
    let scaled = value;
    while (scaled >= 1000 && power < SIZE_UNITS.length - 1) {
      scaled /= 1024;
      power++;
    }
    return unit(scaled, `${SIZE_UNITS[power]}${suffix}`, power > 0 && scaled < 100 ? 1 : 0);
  };
  const pluralRules = new Intl.PluralRules(language);
  const list = (items: readonly string[], type: Intl.ListFormatType, style: Intl.ListFormatStyle): string =>
    new Intl.ListFormat(language, { type, style }).format(items);
  const number = (value: number): string => format(value, { style: "decimal" });

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
    plural: (count, forms) => (forms[pluralRules.select(count)] ?? forms.other).replace("#", number(count)),
    either: (items) => list(items, "disjunction", "long"),
    series: (items) => list(items, "unit", "short"),
  };
}

/** A tag that Intl takes; undefined (the browser's own language) for one that it does not. */
export function supported(locale: string): string | undefined {
  try {
    return locale ? Intl.getCanonicalLocales(locale)[0] : undefined;
  } catch {
    return undefined;
  }
}
