/** Character encoding of a file, or `binary` when the bytes are not text. */
export type Encoding =
  | { readonly kind: "utf-8" | "utf-32le" | "utf-32be" }
  | { readonly kind: "utf-16le" | "utf-16be"; readonly marked: boolean }
  /** An 8-bit or East Asian code page. The bytes do not show which one. */
  | { readonly kind: "legacy" | "binary" };

type Bytes = Uint8Array<ArrayBuffer>;

/** Largest share of control characters in text, and of broken characters in UTF-16. Noise has twice as many. */
const MAX_ODD_SHARE = 0.04;
/** Fewer prove nothing in a short text. */
const FEW_ODD = 8;
/** Smallest share of zero bytes in UTF-16. Line breaks, digits and spaces alone exceed it in every language. */
const MIN_ZERO_SHARE = 0.03;
/** Bytes of a first look: enough to tell noise from text, and whole characters in every encoding of Unicode but UTF-8. */
export const GLANCE_BYTES = 128;
/** Nothing but what text consists of. */
const LETTERS = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Cf}\s]+$/u;
/** Escape sequences of ISO-2022-JP, -KR and -CN, which switch between character sets. */
const ISO_2022 = /\p{Cc}\$(?:[@AB]|[()][A-G])/u;
/** Detects the encoding from the beginning of a file and from its end, each of which may be cut within a character. */
export function encodingOf(head: Uint8Array, tail: Uint8Array = new Uint8Array(0)): Encoding {
  if (startsWith(head, [0xff, 0xfe, 0, 0])) return { kind: "utf-32le" };
  if (startsWith(head, [0, 0, 0xfe, 0xff])) return { kind: "utf-32be" };
  if (startsWith(head, [0xff, 0xfe])) return { kind: "utf-16le", marked: true };
  if (startsWith(head, [0xfe, 0xff])) return { kind: "utf-16be", marked: true };
  const bytes = withoutPadding(head) as Bytes;
  if (bytes.length === 0) return { kind: head.length > 0 ? "binary" : "utf-8" };
  return unmarkedUnicode(bytes) ?? eightBit(bytes, tail as Bytes);
}

/** Decodes text. Never fails: invalid bytes become U+FFFD. */
export function decode(bytes: Bytes, { kind }: Encoding): string {
  switch (kind) {
    case "utf-8":
    case "utf-16le":
    case "utf-16be":
      return new TextDecoder(kind).decode(bytes);
    case "utf-32le":
    case "utf-32be":
      return decodeUtf32(bytes, kind === "utf-32le");
    case "legacy":
    case "binary":
      // In windows-1252 every byte is a character; line breaks, digits and Latin letters are the same in all code pages.
      return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** UTF-16 or UTF-32 without a byte order mark, whose zero bytes are at the same place in most characters; null for neither. */
function unmarkedUnicode(bytes: Bytes): Encoding | null {
  const zeros = [0, 0, 0, 0];
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === 0) zeros[at % 4] = (zeros[at % 4] ?? 0) + 1;
  const [first = 0, second = 0, third = 0, fourth = 0] = zeros;
  const all = bytes.length / 4;
  const [even, odd] = [first + third, second + fourth];
  const isLittle = odd > even;
  const [high, low] = isLittle ? [odd, even] : [even, odd];
  if (Math.min(third, fourth) > all * 0.9 && first < all / 9) return plausible({ kind: "utf-32le" }, bytes);
  if (Math.min(first, second) > all * 0.9 && fourth < all / 9) return plausible({ kind: "utf-32be" }, bytes);
  // Few characters have a zero low byte, such as U+4E00 and the ideographic space U+3000.
  if (high < bytes.length * (high > FEW_ODD ? MIN_ZERO_SHARE : 0.25) || low > high / 3) return null;
  return plausible({ kind: isLittle ? "utf-16le" : "utf-16be", marked: false }, bytes);
}

function plausible(encoding: Encoding, bytes: Bytes): Encoding | null {
  return isOdd(decode(bytes, encoding)) ? null : encoding;
}

function eightBit(head: Bytes, tail: Bytes): Encoding {
  const ascii = decode(head, { kind: "legacy" });
  if (ISO_2022.test(ascii)) return { kind: "legacy" };
  // What begins as text is not binary, whatever follows.
  if (isOdd(ascii.slice(0, 512)) && isOdd(ascii))
    return utf16ByLetters(head) ?? utf16ByLetters(head.subarray(1)) ?? { kind: "binary" };
  const parts = [head, tail.subarray(tail.findIndex((byte) => (byte & 0xc0) !== 0x80))];
  if (parts.every(isUtf8)) return { kind: "utf-8" };
  const text = parts.map((part) => new TextDecoder().decode(part)).join("");
  const broken = text.split("\ufffd").length - 1;
  // As many letters as broken bytes: damaged UTF-8, not another encoding.
  return { kind: broken <= text.replace(/[\0-\x7f\ufffd]/g, "").length ? "utf-8" : "legacy" };
}

/** UTF-16 with few zero bytes, as in Arabic, or whose first byte is lost: nothing but what text consists of. */
function utf16ByLetters(bytes: Bytes): Encoding | null {
  const kind = (["utf-16le", "utf-16be"] as const).find((one) =>
    // Most noise fails within its first characters.
    [GLANCE_BYTES, 4096].every((end) =>
      LETTERS.test(new TextDecoder(one).decode(bytes.subarray(0, end), { stream: true })),
    ),
  );
  return kind ? { kind, marked: false } : null;
}

function isUtf8(bytes: Bytes): boolean {
  try {
    // `stream` allows an incomplete character at the end.
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Whether much of it are characters that text does not contain; a run of one counts once. */
function isOdd(text: string): boolean {
  let odd = 0;
  let previous = -1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Controls but tabs, line ends, escapes, overstrikes and separators of records, and what is no character in the encoding.
    const isControl = code < 8 || (code > 13 && code < 27);
    if ((isControl || code === 0xfffd) && code !== previous) odd += 1;
    previous = code;
  }
  return odd > FEW_ODD && odd > text.length * MAX_ODD_SHARE;
}

/** The bytes without zeros at the end, as programs leave them that reserve space. */
function withoutPadding(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  // Keeps the last character of UTF-16 or UTF-32 whole.
  return bytes.subarray(0, Math.min(bytes.length, end === 0 ? 0 : Math.ceil(end / 4) * 4));
}

function decodeUtf32(bytes: Bytes, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const characters = [];
  for (let at = 0; at + 3 < bytes.length; at += 4) {
    const code = view.getUint32(at, isLittle);
    characters.push(code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code));
  }
  return characters.join("").replace(/^\ufeff/, "");
}

export function startsWith(bytes: Uint8Array, signature: readonly number[], at = 0): boolean {
  return signature.every((byte, index) => bytes[at + index] === byte);
}

/** Whether there are controls at the beginning that no text in an 8-bit encoding has. */
export function hasControls(head: Uint8Array): boolean {
  return head.subarray(0, 512).some((byte) => byte < 8);
}
