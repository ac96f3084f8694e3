/** Findings in files that are recognized by their first bytes, as a chunk of its own: most transcripts are text. */
import type { DocumentKind } from "../engine/inspection.ts";
import { type Ends, type ReadableFile, read } from "./file-ends.ts";
import { type Findings, found, hinted, NOTHING } from "./findings.ts";
import { includesText, signatureOf } from "./signature.ts";
import { containerOf } from "./zip.ts";

/**
 * Findings in a file that begins with a signature, and in a PDF with other bytes before its first line (ISO 32000-1, annex
 * H); null for every other file.
 */
export async function signatureFindings(
  named: DocumentKind | null,
  file: ReadableFile,
  ends: Ends,
): Promise<Findings | null> {
  const { head } = ends;
  const signature = signatureOf(head);
  switch (signature) {
    case null:
      return named === "pdf" && includesText(head.subarray(0, 1024), "%PDF-") ? NOTHING : null;
    case "recording":
    case "picture":
    case "archive":
      return hinted({ code: signature });
    case "pdf":
      return found("pdf", named, hasPdfEnd(ends) ? null : { code: "cut-off" });
    case "compound": {
      const parts = [ends.head, ends.tail, await directoryOf(file, ends)];
      const has = (stream: string): boolean => parts.some((bytes) => includesText(bytes, [...stream].join("\0")));
      // The encrypted stream in a password-protected Office file (MS-OFFCRYPTO, 2.3.4.4).
      if (has("EncryptedPackage")) return hinted({ code: "locked" });
      // Excel, PowerPoint and Outlook use the same container.
      return has("WordDocument") ? found("doc", named) : NOTHING;
    }
    case "zip": {
      const container = await containerOf(file, ends);
      if (container === "other") return NOTHING;
      // An archive is one by its name, too, or is called a transcript. Programs keep their own documents in archives.
      if (container === "archive")
        return named || /\.zip$|^[^.]+$/i.test(file.name) ? hinted({ code: container }) : NOTHING;
      return container === "cut-off" ? hinted({ code: container }) : found(container, named);
    }
  }
}

/** Whether the PDF's end marker is present, which is within the last kilobyte (ISO 32000-1, annex H, note 18). */
function hasPdfEnd({ head, tail }: Ends): boolean {
  return includesText(tail.length > 0 ? tail : head, "%%EOF");
}

/** The first sector of the directory in a compound file, whose number the header contains (MS-CFB, 2.2). */
function directoryOf(file: ReadableFile, { head }: Ends): Promise<Uint8Array> {
  const header = new DataView(head.buffer, head.byteOffset, head.length);
  if (head.length < 512) return Promise.resolve(head);
  const sectorBytes = 2 ** Math.min(header.getUint16(30, true), 12);
  const start = (header.getUint32(48, true) + 1) * sectorBytes;
  return read(file, start, start + 4096);
}
