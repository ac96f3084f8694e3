import { createHash, randomFillSync } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";

/** Writes the file, and the folders that lead to it; returns its path. */
export async function sourceFile(dir: string, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(dir, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

/** Random bytes, so that no layer can compress or guess them. */
export async function randomFile(dir: string, name: string, sizeBytes: number): Promise<string> {
  const path = join(dir, name);
  const file = await open(path, "w");
  const chunk = new Uint8Array(Math.min(sizeBytes, 4 * 1024 * 1024));
  for (let written = 0; written < sizeBytes; written += chunk.length) {
    randomFillSync(chunk);
    await file.write(chunk, 0, Math.min(chunk.length, sizeBytes - written));
  }
  await file.close();
  return path;
}

/** A size without the bytes: it takes no room on the disk. */
export async function sparseFile(dir: string, name: string, sizeBytes: number): Promise<string> {
  const path = await sourceFile(dir, name, "");
  await truncate(path, sizeBytes);
  return path;
}

export async function md5Of(path: string): Promise<string> {
  const hash = createHash("md5");
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk);
  return hash.digest("hex");
}

/** Byte by byte, in pieces: equal digests alone would only show that two digests are equal. */
export async function sameBytes(left: string, right: string): Promise<boolean> {
  const files = [await open(left), await open(right)] as const;
  const buffers = [Buffer.alloc(1024 * 1024), Buffer.alloc(1024 * 1024)] as const;
  try {
    const sizes = await Promise.all(files.map(async (file) => (await file.stat()).size));
    if (sizes[0] !== sizes[1]) return false;
    for (;;) {
      const read = (await files[0].read(buffers[0])).bytesRead;
      if (read === 0) return true;
      for (let at = 0; at < read; ) {
        const { bytesRead } = await files[1].read(buffers[1], at, read - at);
        if (bytesRead === 0) return false;
        at += bytesRead;
      }
      if (!buffers[0].subarray(0, read).equals(buffers[1].subarray(0, read))) return false;
    }
  } finally {
    await Promise.all(files.map((file) => file.close()));
  }
}

/** One page that says a sentence: small, and every PDF reader opens it. */
export function pdf(sentence: string): string {
  const text = `BT /F1 14 Tf 72 720 Td (${sentence}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries}`;
  return `${body}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
}

/** A Word document of one paragraph. */
export function docx(sentence: string): Uint8Array {
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const office = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  const schemas = "http://schemas.openxmlformats.org";
  return storedZip({
    "[Content_Types].xml": `${xml}<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${office}"/></Types>`,
    "_rels/.rels": `${xml}<Relationships xmlns="${schemas}/package/2006/relationships"><Relationship Id="r1" Type="${schemas}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `${xml}<w:document xmlns:w="${schemas}/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${sentence}</w:t></w:r></w:p></w:body></w:document>`,
  });
}

/** A ZIP archive without compression (APPNOTE.TXT 4.3): enough for a document, and no dependency. */
function storedZip(files: Readonly<Record<string, string>>): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const path = Buffer.from(name);
    const content = Buffer.from(text);
    // Version 2.0, no flags, stored, 1 January 1980, checksum, both sizes, name length, no extra field.
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x21, 8);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(content.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), facts, place, path);
    const entry = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), facts, path, content]);
    parts.push(entry);
    offset += entry.length;
  }
  const listing = Buffer.concat(directory);
  const count = Object.keys(files).length;
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}
