/** How the bytes of a text stand for characters, or that they are no text. */
export type Encoding =
  | { readonly kind: "utf-8" }
  | { readonly kind: "utf-16le" | "utf-16be"; readonly marked: boolean }
  /** Some 8-bit or East Asian code page: which one, the bytes do not say. */
  | { readonly kind: "legacy" }
  | { readonly kind: "binary" };

/** Of a hundred bytes of text, this many control characters are forgiven (form feeds, escape sequences). */
const FORGIVEN_CONTROLS = 0.02;
/** Line breaks, digits and spaces alone give every language's UTF-16 more zero bytes than this. */
const LEAST_UTF16_ZEROS = 0.03;

/** Judges by the beginning of a file: a character that is cut in two at its end is no fault. */
export function encodingOf(head: Uint8Array): Encoding {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return { kind: "utf-8" };
  if (startsWith(head, [0xff, 0xfe])) return { kind: "utf-16le", marked: true };
  if (startsWith(head, [0xfe, 0xff])) return { kind: "utf-16be", marked: true };

  const { evenZeros, oddZeros, controls } = countBytes(head);
  if (evenZeros + oddZeros > 0) return unmarkedUtf16(head, evenZeros, oddZeros);
  if (controls > head.length * FORGIVEN_CONTROLS) return { kind: "binary" };
  return isValid("utf-8", head) ? { kind: "utf-8" } : { kind: "legacy" };
}

/** Never fails: what stands for no character becomes U+FFFD. */
export function decode(bytes: Uint8Array<ArrayBuffer>, encoding: Encoding): string {
  switch (encoding.kind) {
    case "utf-8":
    case "utf-16le":
    case "utf-16be":
      return new TextDecoder(encoding.kind).decode(bytes);
    case "legacy":
    case "binary":
      // Every byte is a character there, and line breaks, digits and Latin letters are the same everywhere.
      return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * Text in UTF-16 has most of its zeros in the high halves; a few characters, the Chinese one and the wide space among
 * them, have one in the low half. Both zero, controls, or half a surrogate pair mean something else.
 */
function unmarkedUtf16(head: Uint8Array, evenZeros: number, oddZeros: number): Encoding {
  const high = Math.max(evenZeros, oddZeros);
  const low = Math.min(evenZeros, oddZeros);
  const littleEndian = oddZeros > evenZeros;
  const kind = littleEndian ? "utf-16le" : "utf-16be";
  if (low > high / 3 || high < head.length * LEAST_UTF16_ZEROS || !isValid(kind, head)) return { kind: "binary" };
  let controls = 0;
  for (let at = 0; at + 1 < head.length; at += 2) {
    const [lowByte, highByte] = littleEndian ? [head[at], head[at + 1]] : [head[at + 1], head[at]];
    if (highByte !== 0) continue;
    if (lowByte === 0) return { kind: "binary" };
    if (isControl(lowByte ?? 0)) controls += 1;
  }
  if (controls > (head.length / 2) * FORGIVEN_CONTROLS) return { kind: "binary" };
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

/** Anything below the space but tab, line feed, form feed, return and escape. */
function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b;
}

function isValid(encoding: "utf-8" | "utf-16le" | "utf-16be", bytes: Uint8Array): boolean {
  try {
    // `stream` lets a character be unfinished at the end.
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

export function startsWith(bytes: Uint8Array, signature: readonly number[], at = 0): boolean {
  return signature.every((byte, index) => bytes[at + index] === byte);
}
