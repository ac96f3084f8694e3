import { hasControls, startsWith } from "./encoding.ts";

/** File formats that are recognized by their first bytes. */
export type Signature = "pdf" | "zip" | "compound" | "recording" | "picture" | "archive";

const ascii = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));

interface SignatureBytes {
  readonly is: Signature;
  readonly bytes: readonly number[];
  readonly at?: number;
  /** A second byte sequence that must match too, for containers with several formats. */
  readonly and?: { readonly bytes: readonly number[]; readonly at: number };
}

/** Signatures. Those of plain letters are long enough, or continue with other bytes, not to begin a text by chance. */
const SIGNATURES: readonly SignatureBytes[] = [
  { is: "pdf", bytes: ascii("%PDF-") },
  // An ordinary archive, an empty one and a split one.
  { is: "zip", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { is: "zip", bytes: [0x50, 0x4b, 0x05, 0x06] },
  { is: "zip", bytes: [0x50, 0x4b, 0x07, 0x08] },
  // Microsoft's compound file: Word until 2003, and every password-protected Office file.
  { is: "compound", bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { is: "picture", bytes: ascii("RIFF"), and: { bytes: ascii("WEBP"), at: 8 } },
  { is: "recording", bytes: ascii("RIFF"), and: { bytes: ascii("WAVE"), at: 8 } },
  { is: "recording", bytes: ascii("RIFF"), and: { bytes: ascii("AVI "), at: 8 } },
  // HEIC and AVIF are pictures in an MP4 container, one or several.
  ...["he", "mif1", "msf1", "avi"].map((brand) => ({ is: "picture" as const, bytes: ascii(`ftyp${brand}`), at: 4 })),
  // MP4, and the first atoms of old QuickTime films.
  ...["ftyp", "moov", "mdat", "wide", "free", "skip"].map((atom) => ({
    is: "recording" as const,
    bytes: ascii(atom),
    at: 4,
    and: { bytes: [0], at: 0 },
  })),
  { is: "recording", bytes: [0x1a, 0x45, 0xdf, 0xa3] }, // Matroska, WebM
  { is: "recording", bytes: ascii("OggS\0") },
  { is: "recording", bytes: ascii("fLaC"), and: { bytes: [0], at: 5 } },
  { is: "recording", bytes: ascii("ID3\x02") },
  { is: "recording", bytes: ascii("ID3\x03") },
  { is: "recording", bytes: ascii("ID3\x04") },
  { is: "recording", bytes: ascii("#!AMR") },
  { is: "recording", bytes: ascii("FORM"), and: { bytes: ascii("AIF"), at: 8 } },
  { is: "recording", bytes: [0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11] }, // Windows Media
  { is: "picture", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { is: "picture", bytes: [0xff, 0xd8, 0xff] },
  { is: "picture", bytes: ascii("GIF87a") },
  { is: "picture", bytes: ascii("GIF89a") },
  { is: "archive", bytes: [0x1f, 0x8b, 0x08] },
  { is: "archive", bytes: ascii("7z\xbc\xaf\x27\x1c") },
  { is: "archive", bytes: ascii("Rar!\x1a\x07") },
  { is: "archive", bytes: ascii("BZh"), and: { bytes: [0x31, 0x41, 0x59, 0x26], at: 4 } },
  { is: "archive", bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
];

export function signatureOf(head: Uint8Array): Signature | null {
  // A text may begin with "GIF89a", with "%PDF-1.7 is …", or in Cyrillic with "яд", which looks like sound.
  const isBinary = hasControls(head);
  for (const { is, bytes, at = 0, and } of SIGNATURES) {
    if (startsWith(head, bytes, at) && (!and || startsWith(head, and.bytes, and.at)))
      return (is === "pdf" ? head[8] !== 32 : isBinary) ? is : null;
  }
  return isBinary && isMpegAudio(head) ? "recording" : null;
}

/** Whether the bytes are an MP3 or AAC frame header without a tag before it: eleven set bits, then a valid layer and rate. */
function isMpegAudio([first, second = 0, third = 0]: Uint8Array): boolean {
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return false;
  const isAdts = (second & 0xf6) === 0xf0;
  const hasLayer = (second & 0x06) !== 0 && (second & 0x18) !== 0x08;
  const hasRate = (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c;
  // FF FE is more likely the byte order mark of UTF-16.
  return second !== 0xfe && (isAdts || (hasLayer && hasRate));
}

/** Index of a byte sequence, or -1. A naive search is fast enough for a few bytes in a few kilobytes. */
export function indexOf(bytes: Uint8Array, sought: readonly number[]): number {
  for (let at = 0; at + sought.length <= bytes.length; at += 1) if (startsWith(bytes, sought, at)) return at;
  return -1;
}

/** Index of the last occurrence of a byte sequence, or -1. */
export function lastIndexOf(bytes: Uint8Array, sought: readonly number[]): number {
  for (let at = bytes.length - sought.length; at >= 0; at -= 1) if (startsWith(bytes, sought, at)) return at;
  return -1;
}

export function includesText(bytes: Uint8Array, text: string): boolean {
  return indexOf(bytes, ascii(text)) >= 0;
}
