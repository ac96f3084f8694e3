import type { QueueSnapshot, UploadSnapshot } from "../../engine/snapshot.ts";
import type { UploaderEvent } from "../../engine/uploader-api.ts";
import type { OutcomeMessages } from "../words/messages.ts";

/** Time for which events are gathered: long enough to combine related ones, short enough to sound like a response. */
const GATHER_MS = 500;
/** Longest interval between announcements of ended uploads. The interval doubles each time, up to this. */
const LONGEST_INTERVAL_MS = 30_000;

/** Largest number of files that are named; more files of one kind are counted. */
export const MAX_NAMED = 3;

/** Time in milliseconds from which on an upload is a long one, whose middle is announced. */
const LONG_MS = 20_000;

export interface UploadHappening {
  readonly type: "recognized" | "waiting" | "paused" | "resumed" | "retried" | "failed" | "succeeded" | "cancelled";
  readonly upload: UploadSnapshot;
}

/** Everything that happened since the last announcement. */
export interface Gathered {
  /** Names of the added files. */
  readonly added: readonly string[];
  /** Sentences about refused files. */
  readonly refused: readonly string[];
  readonly happened: readonly UploadHappening[];
  /** Further sentences. */
  readonly said: readonly string[];
  /** Whether the queue became idle. */
  readonly done: boolean;
  /** Whether each file that ended since the queue was last idle is named, here or earlier: then a sum would repeat it. */
  readonly areAllNamed: boolean;
}

/** Gathers events into short announcements, so that a screen reader is not flooded. */
export class Announcer {
  readonly #announce: (gathered: Gathered) => void;
  #added: string[] = [];
  #refused: string[] = [];
  #said: string[] = [];
  /** Latest event of each upload. Earlier events are outdated and not announced. */
  readonly #happened = new Map<string, UploadHappening>();
  /** Uploads that were announced as continued or changed. */
  readonly #recognized = new Set<string>();
  /** Whether a wait was announced since the queue was last idle. Further waits are not announced. */
  #hasAnnouncedWait = false;
  /** Whether an upload ended since the queue was last idle. */
  #hasEnded = false;
  #isDone = false;
  #areAllNamed = true;
  #intervalMs = GATHER_MS;
  #isOffline = false;
  /** Time at which the queue began to run, by the clock of the page; null while nothing runs. */
  #runningSince: number | null = null;
  #hasAnnouncedHalf = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dueAt = Number.POSITIVE_INFINITY;

  /** @param announce puts what was gathered into the live region */
  constructor(announce: (gathered: Gathered) => void) {
    this.#announce = announce;
  }

  follow(event: UploaderEvent): void {
    if ("upload" in event) this.#recognize(event.upload);
    switch (event.type) {
      case "added":
      case "restored":
        this.#added.push(event.upload.name);
        this.#speakWithin(GATHER_MS);
        break;
      case "waiting":
        if (this.#hasAnnouncedWait || event.upload.waitReason !== "backoff") break;
        this.#hasAnnouncedWait = true;
        this.#note(event.type, event);
        break;
      case "paused":
      case "resumed":
      case "retried":
      case "cancelled":
        this.#note(event.upload.id, event);
        break;
      case "failed":
      case "succeeded":
        this.#hasEnded = true;
        this.#note(event.upload.id, event, this.#intervalMs);
        break;
      case "removed":
        // Removing a failed upload cancels it first, which is not worth an announcement.
        this.#happened.delete(event.upload.id);
        break;
      case "finished":
        this.#hasAnnouncedWait = false;
        // The queue is also idle when uploads were only paused or cancelled.
        this.#isDone = this.#hasEnded;
        if (this.#isDone) this.#speakWithin(GATHER_MS);
    }
  }

  /** Announces when uploads start or stop waiting for the network, and the middle of long ones. */
  watch(queue: QueueSnapshot, { offline, announceOnline, announceHalf }: OutcomeMessages): void {
    const { uploads, counts } = queue;
    if (this.#reachesHalf(queue)) this.say(announceHalf);
    const isOffline = counts.waiting > 0 && uploads.some(({ waitReason }) => waitReason === "offline");
    if (isOffline === this.#isOffline) return;
    this.#isOffline = isOffline;
    if (isOffline) this.say(offline);
    // Otherwise the waiting uploads were only cancelled.
    else if (counts.active > 0) this.say(announceOnline);
  }

  /** True once for each run of the queue, if it lasts long. */
  #reachesHalf({ counts, sentBytes, totalBytes }: QueueSnapshot): boolean {
    if (counts.active + counts.waiting === 0) {
      this.#runningSince = null;
      this.#hasAnnouncedHalf = false;
      return false;
    }
    this.#runningSince ??= performance.now();
    const isHalf = sentBytes * 2 >= totalBytes;
    if (!isHalf || this.#hasAnnouncedHalf) return false;
    this.#hasAnnouncedHalf = true;
    return performance.now() - this.#runningSince >= LONG_MS;
  }

  say(sentence: string): void {
    if (!this.#said.includes(sentence)) this.#said.push(sentence);
    this.#speakWithin(GATHER_MS);
  }

  refused(sentences: readonly string[]): void {
    this.#refused.push(...sentences);
    this.#speakWithin(GATHER_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#dueAt = Number.POSITIVE_INFINITY;
  }

  #recognize(upload: UploadSnapshot): void {
    const key = upload.id + upload.origin;
    if (upload.origin === "new" || this.#recognized.has(key)) return;
    this.#recognized.add(key);
    this.#note(key, { type: "recognized", upload });
  }

  #note(key: string, happening: UploadHappening, withinMs = GATHER_MS): void {
    this.#happened.set(key, happening);
    this.#speakWithin(withinMs);
  }

  #speakWithin(delayMs: number): void {
    const dueAt = performance.now() + delayMs;
    if (dueAt >= this.#dueAt) return;
    clearTimeout(this.#timer);
    this.#dueAt = dueAt;
    this.#timer = setTimeout(() => this.#speak(), delayMs);
  }

  #speak(): void {
    this.#dueAt = Number.POSITIVE_INFINITY;
    const done = this.#isDone;
    const happened = [...this.#happened.values()];
    this.#happened.clear();
    this.#isDone = false;
    this.#areAllNamed &&= (["succeeded", "failed"] as const).every((end) => countOf(happened, end) <= MAX_NAMED);
    const areAllNamed = this.#areAllNamed;
    if (done) {
      this.#hasEnded = false;
      this.#areAllNamed = true;
      this.#intervalMs = GATHER_MS;
    } else if (happened.some(isEnd)) this.#intervalMs = Math.min(LONGEST_INTERVAL_MS, this.#intervalMs * 2);
    this.#announce({
      added: this.#added.splice(0),
      refused: this.#refused.splice(0),
      said: this.#said.splice(0),
      happened,
      done,
      areAllNamed,
    });
  }
}

function countOf(happened: readonly UploadHappening[], type: UploadHappening["type"]): number {
  return happened.filter((one) => one.type === type).length;
}

/** Whether the upload ended, successfully or not. */
function isEnd({ type }: UploadHappening): boolean {
  return type === "failed" || type === "succeeded";
}
