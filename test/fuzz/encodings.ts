import { latin1, utf16 } from "../transcripts/samples.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export const ENCODINGS = [
  "utf-16le",
  "utf-16be",
  "utf-16le, unmarked",
  "utf-16be, unmarked",
  "utf-32le",
  "utf-32be",
  "latin-1",
] as const;

/** The text in the encoding; in Latin-1 without marks, and with question marks for what that does not have. */
export function encoded(text: string, encoding: (typeof ENCODINGS)[number]): Bytes {
  switch (encoding) {
    case "utf-16le":
    case "utf-16be":
      return utf16(text, encoding === "utf-16le" ? "le" : "be", { bom: true });
    case "utf-16le, unmarked":
    case "utf-16be, unmarked":
      return utf16(text, encoding.startsWith("utf-16le") ? "le" : "be", { bom: false });
    case "utf-32le":
    case "utf-32be": {
      const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
      const view = new DataView(new ArrayBuffer(codes.length * 4));
      for (const [at, code] of codes.entries()) view.setUint32(at * 4, code, encoding === "utf-32le");
      return new Uint8Array(view.buffer);
    }
    case "latin-1":
      return latin1(text.replace(/\p{Cf}/gu, "").replace(/[^\0-\xff]/g, "?"));
  }
}
