/** Small pictures in the rows of picture files, as a chunk of its own that is loaded with the first such file. */
import type { UploadSnapshot } from "../../../engine/snapshot.ts";
import { addStyles } from "../../../ui/add-styles.ts";
import { whenIdle } from "../../../ui/when-idle.ts";
import { drawThumbnail } from "./draw-thumbnail.ts";
import { isPicture } from "./is-picture.ts";
import { thumbnailStyles } from "./thumbnail-styles.ts";

/** Number of pictures that are kept, a few more than rows are usually drawn: 20 kB each on most screens. */
const MOST = 40;
/** Side of the square in CSS pixels, as long as the rem is 16 of them. */
const SIDE = 36;

export interface ThumbnailsHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * Draws the pictures of the rows that are drawn, one after the other when the page is idle. The pictures that were not needed
 * for the longest time are forgotten; a file without a picture keeps its sign.
 */
export class Thumbnails {
  readonly #host: ThumbnailsHost;
  /** Pictures by upload, in the sequence of their last use; null for a file without one. */
  readonly #pictures = new Map<string, HTMLCanvasElement | null>();
  #drawn: ReadonlyMap<string, UploadSnapshot> = new Map();
  /** Length of the list at the last update. */
  #length = 0;
  #isDrawing = false;

  constructor(host: ThumbnailsHost) {
    this.#host = host;
    addStyles(host, thumbnailStyles);
  }

  /** Number of pictures in memory. */
  get count(): number {
    return [...this.#pictures.values()].filter(Boolean).length;
  }

  /**
   * Shows the pictures of uploads whose rows are drawn; call it after each update.
   *
   * @param drawn uploads of the drawn rows
   * @param all every upload of the list: the pictures of others are forgotten
   */
  show(drawn: readonly UploadSnapshot[], all: readonly UploadSnapshot[]): void {
    this.#drawn = new Map(drawn.filter(isPicture).map((upload) => [upload.id, upload]));
    if (all.length < this.#length) this.#forgetOthers(all);
    this.#length = all.length;
    for (const { id, row } of this.#rows()) this.#place(id, row);
    if (!this.#isDrawing && this.#nextFile()) whenIdle(() => void this.#drawNext());
  }

  /** Forgets all pictures. */
  clear(): void {
    for (const canvas of this.#pictures.values()) canvas?.remove();
    this.#pictures.clear();
    this.#drawn = new Map();
    this.#length = 0;
  }

  #forgetOthers(all: readonly UploadSnapshot[]): void {
    const kept = new Set(all.map(({ id }) => id));
    for (const id of this.#pictures.keys()) if (!kept.has(id)) this.#pictures.delete(id);
  }

  /** Rows of pictures. The row of an upload stays the same as long as it is drawn. */
  #rows(): readonly { readonly id: string; readonly row: Element }[] {
    const rows = [...this.#host.renderRoot.querySelectorAll<HTMLElement>(".files > [data-row]")];
    return rows.map((row) => ({ id: row.dataset.row ?? "", row })).filter(({ id }) => this.#drawn.has(id));
  }

  #place(id: string, row: Element): void {
    const canvas = this.#pictures.get(id);
    if (canvas === undefined) return;
    this.#keep(id, canvas);
    const place = row.querySelector(".file-icon");
    if (canvas && canvas.parentElement !== place) place?.append(canvas);
  }

  #keep(id: string, canvas: HTMLCanvasElement | null): void {
    this.#pictures.delete(id);
    this.#pictures.set(id, canvas);
    for (const [oldest, old] of this.#pictures) {
      if (this.count <= MOST) break;
      if (this.#drawn.has(oldest)) continue;
      old?.remove();
      this.#pictures.delete(oldest);
    }
  }

  async #drawNext(): Promise<void> {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    const pixels = Math.round(SIDE * Math.min(devicePixelRatio, 3));
    for (let file = this.#nextFile(); file; file = this.#nextFile()) {
      const [id, blob] = file;
      // Null for a file that is broken, of another kind than its name says, or of a kind that this browser does not know.
      const canvas = await drawThumbnail(blob, pixels).catch(() => null);
      // Scrolled out of sight, or removed.
      if (!this.#drawn.has(id)) continue;
      this.#keep(id, canvas && dressed(canvas));
      for (const { id, row } of this.#rows()) this.#place(id, row);
    }
    this.#isDrawing = false;
  }

  #nextFile(): readonly [id: string, file: File] | null {
    const next = this.#rows().find(({ id }) => !this.#pictures.has(id));
    const upload = next && this.#drawn.get(next.id);
    return upload ? [upload.id, upload.file] : null;
  }
}

function dressed(canvas: HTMLCanvasElement): HTMLCanvasElement {
  canvas.className = "thumbnail";
  canvas.setAttribute("part", "thumbnail");
  // The name of the file is beside it.
  canvas.setAttribute("aria-hidden", "true");
  return canvas;
}
