import type { UploadErrorCode } from "../engine/errors.ts";
import type { QueueSnapshot, UploadSnapshot } from "../engine/snapshot.ts";
import type { UploaderEvent } from "../engine/uploader-api.ts";
import { quotedName } from "./file-names.ts";
import type { Formats } from "./format.ts";
import type { EarlyMessages } from "./messages.ts";

/** Long enough to gather what belongs together, short enough to be heard as an answer. */
const GATHER_MS = 500;
/** More than this many of one sort are counted and not named. */
const NAMED = 3;

export interface AnnouncerConfig {
  /** Asked each time, so that a change of language is heard at once. */
  words(): { readonly messages: EarlyMessages; readonly formats: Formats };
  /** Puts the text into the live region. */
  speak(text: string): void;
}

/** Gathers what happened into one short announcement, so that a screen reader is told and not flooded. */
export class Announcer {
  readonly #config: AnnouncerConfig;
  #added: string[] = [];
  #refused: string[] = [];
  #failed: { readonly name: string; readonly code: UploadErrorCode }[] = [];
  #said: string[] = [];
  readonly #recognized: Readonly<Record<"continued" | "changed", string[]>> = { continued: [], changed: [] };
  #done: QueueSnapshot["counts"] | null = null;
  #isOffline = false;
  /** Of which uploads it has been told that they are no new ones. */
  readonly #toldOrigins = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(config: AnnouncerConfig) {
    this.#config = config;
  }

  hear(event: UploaderEvent): void {
    if ("upload" in event) this.#recognize(event.upload);
    switch (event.type) {
      case "added":
        this.#added.push(quotedName(event.upload.name));
        break;
      case "failed":
        this.#failed.push({ name: quotedName(event.upload.name), code: event.error.code });
        break;
      case "finished":
        this.#done = event.queue.counts;
        break;
      default:
        return;
    }
    this.#speakSoon();
  }

  /** Uploads wait for the network, or no longer do. */
  watch({ uploads, counts }: QueueSnapshot): void {
    const isOffline = counts.waiting > 0 && uploads.some(({ waitReason }) => waitReason === "offline");
    if (isOffline === this.#isOffline) return;
    this.#isOffline = isOffline;
    const { messages } = this.#config.words();
    if (isOffline) this.say(messages.offline);
    // Not when they were only called off.
    else if (counts.active > 0) this.say(messages.announceOnline);
  }

  say(words: string): void {
    this.#said.push(words);
    this.#speakSoon();
  }

  refused(sentences: readonly string[]): void {
    this.#refused.push(...sentences);
    this.#speakSoon();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #recognize({ id, name, origin }: UploadSnapshot): void {
    if (origin === "new" || this.#toldOrigins.has(id + origin)) return;
    this.#toldOrigins.add(id + origin);
    this.#recognized[origin].push(quotedName(name));
    this.#speakSoon();
  }

  #speakSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#config.speak(this.#sentences().join(" "));
    }, GATHER_MS);
  }

  #sentences(): readonly string[] {
    const { messages, formats } = this.#config.words();
    const added = this.#added.splice(0);
    const refused = this.#refused.splice(0);
    const failed = this.#failed.splice(0);
    const said = this.#said.splice(0);
    const done = this.#done;
    this.#done = null;

    const sentences = added[0] === undefined ? [] : [messages.announceAdded(added.length, added[0], formats)];
    if (refused.length > NAMED)
      sentences.push(messages.because(messages.manyNotAdded(refused.length, formats), "").trim());
    else sentences.push(...refused);
    if (failed.length > NAMED) sentences.push(messages.announceManyFailed(failed.length, formats));
    else
      sentences.push(...failed.map(({ name, code }) => messages.announceFailed(name, messages.errors?.[code] ?? "")));
    for (const origin of ["continued", "changed"] as const) {
      const names = this.#recognized[origin].splice(0);
      if (names.length > NAMED) sentences.push(messages[origin]);
      else sentences.push(...names.map((name) => messages.about(name, messages[origin])));
    }
    sentences.push(...said);
    if (done) sentences.push(messages.announceDone(done.succeeded, done.failed, formats));
    return sentences;
  }
}
