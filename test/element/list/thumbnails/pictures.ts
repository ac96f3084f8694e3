/** Picture files for tests. */

/** PNG of two halves, red above and blue below, or beside each other where it is lying. */
export async function picture(name: string, width: number, height: number): Promise<File> {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  context.fillStyle = "rgb(255 0 0)";
  context.fillRect(0, 0, width, height);
  context.fillStyle = "rgb(0 0 255)";
  if (width > height) context.fillRect(width / 2, 0, width / 2, height);
  else context.fillRect(0, height / 2, width, height / 2);
  const type = name.endsWith(".jpg") ? "image/jpeg" : "image/png";
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type));
  if (!blob) throw new Error("no picture");
  return new File([blob], name, { type });
}

/** File that says that it is a PNG of this size, and has no picture in it. */
export function emptyPng(name: string, width: number, height: number): File {
  const head = new DataView(new ArrayBuffer(33));
  head.setUint32(0, 0x89504e47);
  head.setUint32(4, 0x0d0a1a0a);
  head.setUint32(8, 13);
  head.setUint32(12, 0x49484452);
  head.setUint32(16, width);
  head.setUint32(20, height);
  return new File([head], name, { type: "image/png" });
}

/** The beginning of a photo of an iPhone of this size. */
export function heic(name: string, width: number, height: number): File {
  const letters = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const sizes = new DataView(new ArrayBuffer(12));
  sizes.setUint32(4, width);
  sizes.setUint32(8, height);
  return new File([letters("\0\0\0\x18ftypheic"), new Uint8Array(40), letters("\0\0\0\x14ispe"), sizes], name, {
    type: "image/heic",
  });
}
