import { expect } from "@open-wc/testing";
import type { LightfieldUploader } from "../../../../src/element/index.ts";
import { pictureSize } from "../../../../src/element/list/thumbnails/picture-size.ts";
import { Thumbnails } from "../../../../src/element/list/thumbnails/thumbnails.ts";
import { turn, until } from "../../../support/until.ts";
import { findAll, type Stage, shadow, stage } from "../../support/stage.ts";
import { emptyPng, heic, picture } from "./pictures.ts";

const pictures = (element: LightfieldUploader) => findAll(element, "canvas") as unknown as HTMLCanvasElement[];
/** Sign of each row, with a "+" where a picture covers it. */
const signs = (element: LightfieldUploader) =>
  findAll(element, ".row .ending").map(
    (sign) => `${sign.dataset.ending}${sign.parentElement?.querySelector("canvas") ? "+" : ""}`,
  );

function colorAt(canvas: HTMLCanvasElement, x: number, y: number): "red" | "blue" | "other" {
  const [red = 0, , blue = 0] =
    canvas.getContext("2d")?.getImageData(x * canvas.width, y * canvas.height, 1, 1).data ?? [];
  if (red > 200 && blue < 50) return "red";
  return blue > 200 && red < 50 ? "blue" : "other";
}

/** Counts what is decoded and given back, until the test ends. */
const counted = { decoded: 0, closed: 0, urls: 0 };
const { createImageBitmap } = globalThis;
const { createObjectURL } = URL;
const { close } = ImageBitmap.prototype;

beforeEach(() => {
  Object.assign(counted, { decoded: 0, closed: 0, urls: 0 });
  globalThis.createImageBitmap = async (...args: unknown[]) => {
    counted.decoded += 1;
    return Reflect.apply(createImageBitmap, globalThis, args);
  };
  ImageBitmap.prototype.close = function (this: ImageBitmap) {
    counted.closed += 1;
    return close.call(this);
  };
  URL.createObjectURL = (file) => {
    counted.urls += 1;
    return createObjectURL.call(URL, file);
  };
});
afterEach(() => {
  globalThis.createImageBitmap = createImageBitmap;
  ImageBitmap.prototype.close = close;
  URL.createObjectURL = createObjectURL;
});

async function added(files: readonly File[]): Promise<Stage> {
  const staged = await stage();
  await staged.element.addFiles(files);
  await staged.element.updateComplete;
  return staged;
}

describe("the small picture of a picture file", () => {
  it("fills its square, whether the picture is lying or upright, and is not read to anybody", async () => {
    const { element } = await added([await picture("lying.png", 400, 200), await picture("upright.jpg", 200, 400)]);
    await until("both pictures", () => pictures(element).length === 2);
    const [lying, upright] = pictures(element);
    if (!lying || !upright) throw new Error("no picture");
    expect([colorAt(lying, 0.1, 0.5), colorAt(lying, 0.9, 0.5)]).to.deep.equal(["red", "blue"]);
    expect([colorAt(upright, 0.5, 0.1), colorAt(upright, 0.5, 0.9)]).to.deep.equal(["red", "blue"]);
    for (const canvas of [lying, upright]) {
      expect(canvas.getAttribute("part")).to.equal("thumbnail");
      expect(canvas.getAttribute("aria-hidden")).to.equal("true");
      const { width, height } = canvas.getBoundingClientRect();
      expect([Math.round(width), Math.round(height)]).to.deep.equal([36, 36]);
    }
    expect(signs(element)).to.deep.equal(["PNG+", "JPG+"]);
  });

  it("is replaced by the ending of the name for a file that is broken, of another kind, or too large", async () => {
    const { element } = await added([
      emptyPng("broken.png", 100, 100),
      emptyPng("bomb.png", 30_000, 30_000),
      heic("photo.heic", 4032, 3024),
      new File(["<svg xmlns='http://www.w3.org/2000/svg'/>"], "drawing.svg", { type: "image/svg+xml" }),
      new File(["no picture at all"], "renamed.jpg", { type: "image/jpeg" }),
      await picture("good.png", 80, 80),
    ]);
    await until("the good picture", () => pictures(element).length === 1);
    expect(signs(element)).to.deep.equal(["PNG", "PNG", "HEIC", "SVG", "JPG", "PNG+"]);
    // Of the others only those that a browser may know are decoded.
    expect(counted.decoded).to.equal(3);
  });

  it("stays away where the page has an icon of its own", async () => {
    const { element } = await stage();
    element.innerHTML = '<span slot="file-icon">*</span>';
    await element.updateComplete;
    await element.addFiles([await picture("a.png", 80, 80)]);
    await element.updateComplete;
    await turn(50);
    expect(counted.decoded).to.equal(0);
    element.replaceChildren();
    await until("the picture", () => pictures(element).length === 1);
  });

  it("needs no URL, and leaves no decoded picture in memory", async () => {
    const { element } = await added([await picture("a.png", 300, 300), await picture("b.png", 300, 300)]);
    await until("the pictures", () => pictures(element).length === 2);
    expect(counted).to.deep.equal({ decoded: 2, closed: 2, urls: 0 });
  });

  it("is drawn once, however often its row is, and for drawn rows only", async () => {
    const files = await Promise.all(Array.from({ length: 60 }, (_, index) => picture(`${index}.png`, 50, 50)));
    const { element } = await added(files);
    const list = shadow(element).querySelector("[part=file-list]");
    if (!list) throw new Error("no list");
    const drawnRows = () => findAll(element, ".row").length;
    await until("the first pictures", () => pictures(element).length === drawnRows());
    const first = counted.decoded;
    expect(first).to.be.lessThan(25);
    list.scrollTop = 300;
    await until("the next pictures", () => counted.decoded > first && pictures(element).length === drawnRows());
    const before = counted.decoded;
    list.scrollTop = 0;
    await until("the first row", () => findAll(element, ".row")[0]?.textContent?.includes("0.png"));
    await until("its picture", () => pictures(element).length === drawnRows());
    expect(counted.decoded).to.equal(before);
  });

  it("is forgotten with its upload, and with the element", async () => {
    const { element, uploader } = await stage();
    const file = await picture("a.png", 80, 80);
    await element.addFiles([file, await picture("b.png", 80, 80)]);
    const thumbnails = new Thumbnails(element);
    const show = () => thumbnails.show(uploader.snapshot.uploads, uploader.snapshot.uploads);
    await element.updateComplete;
    show();
    await until("both pictures", () => thumbnails.count === 2);
    uploader.remove(uploader.snapshot.uploads[0]?.id ?? "");
    show();
    expect(thumbnails.count).to.equal(1);
    thumbnails.clear();
    expect(thumbnails.count).to.equal(0);
    await until("the element's own picture", () => pictures(element).length === 1);
    element.remove();
    await until("no picture", () => pictures(element).length === 0);
  });

  it("is kept for a bounded number of files", async () => {
    const { element } = await stage();
    const thumbnails = new Thumbnails(element);
    const upload = (file: File, index: number) => ({ id: `${index}`, mimeType: file.type, file }) as never;
    const place = document.createElement("div");
    place.className = "files";
    shadow(element).append(place);
    const file = await picture("a.png", 40, 40);
    const all = Array.from({ length: 50 }, (_, index) => upload(file, index));
    for (const [index, one] of all.entries()) {
      place.innerHTML = `<div data-row="${index}"><span class="file-icon"></span></div>`;
      thumbnails.show([one], all);
      await until(`picture ${index}`, () => place.querySelector("canvas"));
    }
    expect(thumbnails.count).to.equal(40);
    place.remove();
  });
});

describe("the size of a picture", () => {
  const bytes = (...parts: (string | number[])[]) =>
    new Blob(
      parts.map((part) =>
        typeof part === "string" ? Uint8Array.from(part, (letter) => letter.charCodeAt(0)) : Uint8Array.from(part),
      ),
    );

  it("is read from its first bytes", async () => {
    const size = { width: 640, height: 480 };
    expect(await pictureSize(emptyPng("a.png", 640, 480))).to.deep.equal(size);
    expect(await pictureSize(await picture("a.jpg", 640, 480))).to.deep.equal(size);
    expect(await pictureSize(heic("a.heic", 640, 480))).to.deep.equal(size);
    expect(await pictureSize(bytes("GIF89a", [0x80, 2, 0xe0, 1]))).to.deep.equal(size);
    expect(
      await pictureSize(bytes("BM", new Array(16).fill(0), [0x80, 2, 0, 0, 0x20, 0xfe, 0xff, 0xff])),
    ).to.deep.equal(size);
    const riff = (chunk: string, ...rest: number[]) =>
      bytes("RIFF\0\0\0\0WEBP", chunk, [0, 0, 0, 0], rest, new Array(8).fill(0));
    expect(await pictureSize(riff("VP8 ", 0, 0, 0, 0x9d, 1, 0x2a, 0x80, 2, 0xe0, 1))).to.deep.equal(size);
    expect(await pictureSize(riff("VP8L", 0x2f, 0x7f, 0xc2, 0x77, 0))).to.deep.equal(size);
    expect(await pictureSize(riff("VP8X", 0, 0, 0, 0, 0x7f, 2, 0, 0xdf, 1, 0))).to.deep.equal(size);
  });

  it("is not known of anything else, nor of a file that ends too early", async () => {
    for (const file of [
      bytes(),
      bytes("a"),
      bytes("no picture, but some text of a good length"),
      bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
    ])
      expect(await pictureSize(file)).to.equal(null);
  });
});
