import { pictureSize } from "./picture-size.ts";

/** Largest picture that is decoded: 120 MB of memory for a moment. Photos of phones have 12 to 24 megapixels. */
const MOST_PIXELS = 30_000_000;
const MOST_BYTES = 40_000_000;
/** Longest side of a picture in relation to its shorter one: of a longer picture only the middle is sharp. */
const LONGEST = 4;

/**
 * The picture in a square canvas, cropped to fill it; null for a file that the browser cannot show, and for one that is too
 * large. Decoded beside the page's thread where the browser does that, and never through a Blob URL, which the page's
 * `img-src` would have to allow.
 *
 * @param pixels side of the square
 */
export async function drawThumbnail(file: Blob, pixels: number): Promise<HTMLCanvasElement | null> {
  if (file.size > MOST_BYTES) return null;
  const size = await pictureSize(file);
  if (!size) return null;
  const { width, height } = size;
  if (width < 1 || height < 1 || width * height > MOST_PIXELS) return null;
  const long = Math.min(LONGEST, Math.max(width, height) / Math.min(width, height));
  // Only one side is given, because a camera's picture may be stored lying.
  const bitmap = await createImageBitmap(file, { resizeWidth: Math.ceil(pixels * long), resizeQuality: "medium" });
  try {
    return squareOf(bitmap, pixels);
  } finally {
    bitmap.close();
  }
}

function squareOf(bitmap: ImageBitmap, pixels: number): HTMLCanvasElement | null {
  const canvas = document.createElement("canvas");
  canvas.width = pixels;
  canvas.height = pixels;
  const context = canvas.getContext("2d");
  if (!context) return null;
  const side = Math.min(bitmap.width, bitmap.height);
  const [left, top] = [(bitmap.width - side) / 2, (bitmap.height - side) / 2];
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, left, top, side, side, 0, 0, pixels, pixels);
  return canvas;
}
