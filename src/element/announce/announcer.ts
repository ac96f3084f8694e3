import type { QueueSnapshot, UploadSnapshot } from "../../engine/snapshot.ts";
import type { UploaderEvent } from "../../engine/uploader-api.ts";
import type { EarlyMessages } from "../words/messages.ts";

/** Long enough to gather what belongs together, short enough to be heard as an answer. */
const GATHER_MS = 500;
/** How uploads end is told at once, then each time after twice as long, up to this: a thousand of them take a while. */
const RARELY_MS = 30_000;

export interface UploadHappening {
  readonly type: "recognized" | "waiting" | "paused" | "resumed" | "retried" | "failed" | "succeeded" | "cancelled";
  readonly upload: UploadSnapshot;
}

/** What happened since the last announcement. */
export interface Gathered {
  /** Names. */
  readonly added: readonly string[];
  /** Sentences. */
  readonly refused: readonly string[];
  readonly happened: readonly UploadHappening[];
  /** Sentences. */
  readonly said: readonly string[];
  /** The queue is through. */
  readonly done: boolean;
}

export interface AnnouncerConfig {
  /** Asked each time, so that a change of language is heard at once. */
  messages(): EarlyMessages;
  /** Puts it into the live region. */
  speak(gathered: Gathered): void;
}

/** Gathers what happened into one short announcement, so that a screen reader is told and not flooded. */
export class Announcer {
  readonly #config: AnnouncerConfig;
  #added: string[] = [];
  #refused: string[] = [];
  #said: string[] = [];
  /** The latest of each upload: what is no longer so need not be told. */
  readonly #happened = new Map<string, UploadHappening>();
  /** Of which uploads it has been told that they are no new ones. */
  readonly #toldOrigins = new Set<string>();
  /** Once until the queue is through, however often it happens. */
  #toldOfWaiting = false;
  /** Uploads came to an end since it last was said how many did. */
  #hasEnded = false;
  #isDone = false;
  #endsMs = GATHER_MS;
  #isOffline = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dueAt = Number.POSITIVE_INFINITY;

  constructor(config: AnnouncerConfig) {
    this.#config = config;
  }

  hear(event: UploaderEvent): void {
    if ("upload" in event) this.#recognize(event.upload);
    switch (event.type) {
      case "added":
        this.#added.push(event.upload.name);
        this.#speakWithin(GATHER_MS);
        break;
      case "waiting":
        if (this.#toldOfWaiting || event.upload.waitReason !== "backoff") break;
        this.#toldOfWaiting = true;
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
        this.#note(event.upload.id, event, this.#endsMs);
        break;
      case "removed":
        // One that failed is called off before it leaves the list.
        this.#happened.delete(event.upload.id);
        break;
      case "finished":
        this.#toldOfWaiting = false;
        // Not when all that happened is that they were paused or called off.
        this.#isDone = this.#hasEnded;
        if (this.#isDone) this.#speakWithin(GATHER_MS);
    }
  }

  /** Uploads wait for the network, or no longer do. */
  watch({ uploads, counts }: QueueSnapshot): void {
    const isOffline = counts.waiting > 0 && uploads.some(({ waitReason }) => waitReason === "offline");
    if (isOffline === this.#isOffline) return;
    this.#isOffline = isOffline;
    const { offline, announceOnline } = this.#config.messages();
    if (isOffline) this.say(offline);
    // Not when they were only called off.
    else if (counts.active > 0) this.say(announceOnline);
  }

  say(words: string): void {
    if (!this.#said.includes(words)) this.#said.push(words);
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
    if (upload.origin === "new" || this.#toldOrigins.has(key)) return;
    this.#toldOrigins.add(key);
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
    if (done) {
      this.#hasEnded = false;
      this.#endsMs = GATHER_MS;
    } else if (happened.some(isEnd)) this.#endsMs = Math.min(RARELY_MS, this.#endsMs * 2);
    this.#config.speak({
      added: this.#added.splice(0),
      refused: this.#refused.splice(0),
      said: this.#said.splice(0),
      happened,
      done,
    });
  }
}

/** The upload is over, one way or the other. */
export function isEnd({ type }: UploadHappening): boolean {
  return type === "failed" || type === "succeeded";
}
