/** Character encoding of a file, or `binary` when the bytes are not text. */
export type Encoding =
  | { readonly kind: "utf-8" }
  | { readonly kind: "utf-16le" | "utf-16be"; readonly marked: boolean }
  /** An 8-bit or East Asian code page. The bytes do not show which one. */
  | { readonly kind: "legacy" }
  | { readonly kind: "binary" };

/** Largest share of control characters in text (form feeds, escape sequences). */
const MAX_CONTROL_SHARE = 0.02;
/** Smallest share of zero bytes in UTF-16. Line breaks, digits and spaces alone exceed it in every language. */
const MIN_UTF16_ZERO_SHARE = 0.03;

/** Detects the encoding from the beginning of a file, which may end in the middle of a character. */
export function encodingOf(head: Uint8Array): Encoding {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return { kind: "utf-8" };
  if (startsWith(head, [0xff, 0xfe])) return { kind: "utf-16le", marked: true };
  if (startsWith(head, [0xfe, 0xff])) return { kind: "utf-16be", marked: true };

  const { evenZeros, oddZeros, controls } = countBytes(head);
  if (evenZeros + oddZeros > 0) return unmarkedUtf16(head, evenZeros, oddZeros);
  if (controls > head.length * MAX_CONTROL_SHARE) return { kind: "binary" };
  return isValid("utf-8", head) ? { kind: "utf-8" } : { kind: "legacy" };
}

/** Decodes text. Never fails: invalid bytes become U+FFFD. */
export function decode(bytes: Uint8Array<ArrayBuffer>, encoding: Encoding): string {
  switch (encoding.kind) {
    case "utf-8":
    case "utf-16le":
    case "utf-16be":
      return new TextDecoder(encoding.kind).decode(bytes);
    case "legacy":
    case "binary":
      // In windows-1252 every byte is a character; line breaks, digits and Latin letters are the same in all code pages.
      return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * Detects UTF-16 without a byte order mark. Most of its zero bytes are high bytes; only a few characters (such as U+4E00 and
 * the ideographic space U+3000) have a zero low byte. Zero characters, many controls or half a surrogate pair mean binary.
 */
function unmarkedUtf16(head: Uint8Array, evenZeros: number, oddZeros: number): Encoding {
  const high = Math.max(evenZeros, oddZeros);
  const low = Math.min(evenZeros, oddZeros);
  const littleEndian = oddZeros > evenZeros;
  const kind = littleEndian ? "utf-16le" : "utf-16be";
  if (low > high / 3 || high < head.length * MIN_UTF16_ZERO_SHARE || !isValid(kind, head)) return { kind: "binary" };
  let controls = 0;
  for (let at = 0; at + 1 < head.length; at += 2) {
    const [lowByte, highByte] = littleEndian ? [head[at], head[at + 1]] : [head[at + 1], head[at]];
    if (highByte !== 0) continue;
    if (lowByte === 0) return { kind: "binary" };
    if (isControl(lowByte ?? 0)) controls += 1;
  }
  if (controls > (head.length / 2) * MAX_CONTROL_SHARE) return { kind: "binary" };
  return { kind, marked: false };
}

function countBytes(bytes: Uint8Array): { evenZeros: number; oddZeros: number; controls: number } {
  const counts = { evenZeros: 0, oddZeros: 0, controls: 0 };
  for (const [at, byte] of bytes.entries()) {
    if (byte === 0 && at % 2 === 0) counts.evenZeros += 1;
    else if (byte === 0) counts.oddZeros += 1;
    else if (isControl(byte)) counts.controls += 1;
  }
  return counts;
}

/** Whether a byte is below the space character and not a tab, line feed, form feed, carriage return or escape. */
function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b;
}

function isValid(encoding: "utf-8" | "utf-16le" | "utf-16be", bytes: Uint8Array): boolean {
  try {
    // `stream` allows an incomplete character at the end.
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

export function startsWith(bytes: Uint8Array, signature: readonly number[], at = 0): boolean {
  return signature.every((byte, index) => bytes[at + index] === byte);
}
