/** The element as a developer has it: the built package, bundled by Vite, used by its public names only. */
import type { LightfieldUploader } from "../../../src/element/lightfield-uploader.ts";
import "lightfield-uploader";
import { idle, type Job, offer } from "./contender.ts";

const element = document.querySelector<LightfieldUploader>("lightfield-uploader");
if (!element) throw new Error("the page has no element");

/** Host as functions: answers at once, and gives away the sink's URLs. */
function functionsFor(job: Job): NonNullable<LightfieldUploader["endpoint"]> {
  const now = new Date().toISOString();
  let count = 0;
  const files = new Map<
    string,
    { id: string; filename: string; mimeType: string; sizeBytes: number; createdAt: string }
  >();
  const reply = (id: string, status: "PENDING" | "COMPLETED" | "CANCELLED") => {
    const file = files.get(id);
    if (!file) throw new Error(`${id} is not known`);
    return { ...file, status, completedAt: status === "COMPLETED" ? now : null, expiresAt: null };
  };
  return {
    async create(body) {
      const id = `fil_${++count}`;
      const { filename, mimeType, sizeBytes } = body;
      files.set(id, { id, filename, mimeType, sizeBytes, createdAt: now });
      const url = `${job.sinkUrl}/${id}?rate=${job.bytesPerSecond}`;
      if (job.tus) {
        const transfer = {
          kind: "tus" as const,
          url,
          headers: {},
          offset: 0,
          ...(job.tus.chunkBytes && { chunkBytes: job.tus.chunkBytes }),
        };
        return { ...reply(id, "PENDING"), transfer };
      }
      const uploadHeaders: Record<string, string> = job.signsType ? { "content-type": "application/octet-stream" } : {};
      return { ...reply(id, "PENDING"), uploadUrl: url, uploadHeaders };
    },
    async complete(id) {
      const file = reply(id, "COMPLETED");
      // So that the page keeps nothing of its own for each file.
      files.delete(id);
      return file;
    },
    cancel: async (id) => reply(id, "CANCELLED"),
    retrieve: async (id) => reply(id, "PENDING"),
  };
}

offer({
  async ready() {
    await customElements.whenDefined("lightfield-uploader");
    await element.updateComplete;
    await idle();
  },
  async approach(files) {
    // In a page that takes several files, the attribute is in its markup.
    element.multiple = files.length > 1;
    element.dispatchEvent(new PointerEvent("pointerenter"));
    await idle();
  },
  async run(job, files) {
    element.endpoint = job.endpoint ?? functionsFor(job);
    element.maxConcurrentUploads = job.atOnce;
    let md5: string | null = null;
    let ended = 0;
    await new Promise<void>((resolve, reject) => {
      element.addEventListener("upload-success", ({ detail }) => {
        md5 = detail.upload.md5;
        ended += 1;
        if (ended === files.length) resolve();
      });
      element.addEventListener("upload-error", ({ detail }) => reject(detail.error));
      element.addEventListener("file-reject", ({ detail }) => reject(new Error(detail.message)));
      void pick(files);
    });
    return { md5 };
  },
  listed: () => Number(element.renderRoot.querySelector("li[data-row]")?.getAttribute("aria-setsize") ?? 0),
});

/** Picks the files with the element's own input, as a user does. */
async function pick(files: readonly File[]): Promise<void> {
  const input = element?.renderRoot.querySelector<HTMLInputElement>("input[type=file]");
  const chosen = document.querySelector<HTMLInputElement>("#files")?.files;
  if (!input || !chosen || chosen.length !== files.length) throw new Error("the element has no picker");
  if (files.length > 1 && !input.multiple) await element?.updateComplete;
  input.files = chosen;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}
