/** What every page of the benchmark offers: a contender that uploads the files in the page's input. */
export interface Job {
  /** URL that receives the bytes; the number of the file is appended. */
  readonly sinkUrl: string;
  /** Uploads at the same time. */
  readonly atOnce: number;
  /** Bytes a second that the sink reads; 0 for as fast as it can. */
  readonly bytesPerSecond: number;
  /** Whether the host's headers contain a `content-type`. */
  readonly signsType: boolean;
  /** How the host asks for the bytes: by one PUT, or by tus in chunks of this size (null: one PATCH). */
  readonly tus: { readonly chunkBytes: number | null } | null;
  /** URL of the endpoint; null when the page calls functions. */
  readonly endpoint: string | null;
  readonly locale?: string;
}

export interface Ran {
  /** Milliseconds from the pick until the last file is uploaded. */
  readonly ms: number;
  /** Milliseconds until a file was drawn, and until the list counts every file; null where there is no list. */
  readonly firstRowMs: number | null;
  readonly allListedMs: number | null;
  /** Durations in milliseconds of the tasks over 50 ms. */
  readonly longTasks: readonly number[];
  /** Digest of the last file; null where none is computed. */
  readonly md5: string | null;
}

export interface Contender {
  /** Resolves when the page is idle, as when a user has read it. */
  ready(): Promise<unknown>;
  /** Comes before picking these files, with the time that it takes a user: moves the pointer to the uploader. */
  approach?(files: readonly File[]): Promise<unknown>;
  run(job: Job, files: readonly File[]): Promise<{ readonly md5?: string | null }>;
  /** Number of files on the list; null where there is none. Called in every frame until all are listed. */
  listed?(): number | null;
}

declare global {
  interface Window {
    run(job: Job): Promise<Ran>;
    ready: Promise<unknown>;
  }
}

export function offer(contender: Contender): void {
  const longTasks: number[] = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  }).observe({ type: "longtask" });
  window.ready = contender.ready();
  window.run = async (job) => {
    const input = document.querySelector<HTMLInputElement>("#files");
    if (!input?.files?.length) throw new Error("no file was chosen");
    const files = [...input.files];
    await contender.approach?.(files);
    longTasks.length = 0;
    const begun = performance.now();
    const listing = contender.listed ? watchList(() => contender.listed?.() ?? 0, files.length, begun) : null;
    const { md5 = null } = await contender.run(job, files);
    const ms = performance.now() - begun;
    const listed = (await listing) ?? { firstRowMs: null, allListedMs: null };
    return { ms, ...listed, longTasks: [...longTasks], md5 };
  };
}

async function watchList(listed: () => number, count: number, begun: number) {
  let firstRowMs: number | null = null;
  for (;;) {
    await painted();
    const now = listed();
    const ms = performance.now() - begun;
    if (now > 0) firstRowMs ??= ms;
    if (now >= count) return { firstRowMs, allListedMs: ms };
  }
}

/** Resolves after the next frame is painted. */
export function painted(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    }),
  );
}

/** Sends one file with a bare XHR. */
export function put(url: string, body: Blob, type: string | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open("PUT", url);
    if (type) xhr.setRequestHeader("content-type", type);
    xhr.onload = () => (xhr.status === 200 ? resolve() : reject(new Error(`the sink answered ${xhr.status}`)));
    xhr.onerror = () => reject(new Error("the sink did not answer"));
    xhr.send(body);
  });
}

/** Runs `work` for each file, `atOnce` at a time. */
export async function each(
  files: readonly File[],
  atOnce: number,
  work: (file: File, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const line = async () => {
    for (let index = next++; index < files.length; index = next++) {
      const file = files[index];
      if (file) await work(file, index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, line));
}

export function urlOf({ sinkUrl, bytesPerSecond }: Job, index: number): string {
  return `${sinkUrl}/file-${index}?rate=${bytesPerSecond}`;
}

export function idle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 300));
}
