/** Width and height of a picture in pixels, as its first bytes say. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Bytes of a file that are read for its size. JPEG has it behind the camera's data, which may hold a preview. */
const HEAD_BYTES = 256 * 1024;

/**
 * Size of a PNG, GIF, BMP, WebP, JPEG, AVIF or HEIC picture, without decoding it; null for any other file. A small file may
 * hold a picture of gigabytes.
 */
export async function pictureSize(file: Blob): Promise<PictureSize | null> {
  const view = new DataView(await file.slice(0, HEAD_BYTES).arrayBuffer());
  try {
    return sizeIn(view);
  } catch {
    // The file ends too early.
    return null;
  }
}

/** Throws a RangeError when the bytes end too early. */
function sizeIn(view: DataView): PictureSize | null {
  const start = view.getUint32(0);
  if (start === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) };
  if (start === 0x47494638) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (start >>> 16 === 0x424d) return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
  if (start >>> 8 === 0xffd8ff) return jpegSize(view);
  if (start === text("RIFF") && view.getUint32(8) === text("WEBP")) return webpSize(view);
  return view.getUint32(4) === text("ftyp") ? largestInBoxes(view) : null;
}

/** Walks the segments to the frame header (ITU T.81, B.2.2). */
function jpegSize(view: DataView): PictureSize | null {
  for (let at = 2; ; at += 2 + view.getUint16(at + 2)) {
    // Fill bytes may come before a marker.
    while (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xff) at++;
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) return null;
    // SOF0 to SOF15, without DHT, JPG and DAC.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
}

/** Lossy, lossless or extended (RFC 9649). */
function webpSize(view: DataView): PictureSize | null {
  const kind = view.getUint32(12);
  if (kind === text("VP8 "))
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind === text("VP8L")) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind !== text("VP8X")) return null;
  const uint24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  return { width: uint24(24) + 1, height: uint24(27) + 1 };
}

/** AVIF and HEIC: the largest of the pictures in the file, of which others are previews and tiles (`ispe`, ISO 23008-12). */
function largestInBoxes(view: DataView): PictureSize | null {
  let largest: PictureSize | null = null;
  const box = text("ispe");
  for (let at = 8; at + 16 <= view.byteLength; at++) {
    if (view.getUint32(at) !== box) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}

/** Four letters as the number that they are in a file. */
function text(letters: string): number {
  return [...letters].reduce((number, letter) => number * 256 + letter.charCodeAt(0), 0);
}
