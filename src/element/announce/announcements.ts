import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { UploaderEvent } from "../../engine/uploader-api.ts";
import { LiveRegion } from "../../ui/live-region.ts";
import type { Sentences } from "../../ui/sentences.ts";
import { refusalTitle } from "../intake/notice.ts";
import type { Refusal } from "../intake/refusals.ts";
import { type ListModule, loadListView } from "../list/list-view-loader.ts";
import type { UploadsController } from "../uploads-controller.ts";
import type { AllWords, PiecedLanguage } from "../words/all-words.ts";
import type { FirstMessages } from "../words/messages.ts";
import type { Announcer } from "./announcer.ts";

export interface AnnouncementsConfig {
  readonly queue: UploadsController;
  readonly sentences: Sentences<FirstMessages, PiecedLanguage>;
  readonly allWords: AllWords;
}

/**
 * Announces to screen readers what happens to uploads. The announcer is loaded with the list: before the first file or
 * the first refusal there is nothing to announce.
 */
export class Announcements implements ReactiveController {
  readonly #config: AnnouncementsConfig;
  readonly region: LiveRegion;
  #module: ListModule | null = null;
  #announcer: Announcer | null = null;

  constructor(host: ReactiveControllerHost, config: AnnouncementsConfig) {
    this.#config = config;
    this.region = new LiveRegion(host);
    host.addController(this);
  }

  follow(event: UploaderEvent): void {
    const { queue, allWords } = this.#config;
    this.#announce((announcer) => {
      announcer.follow(event);
      const { words } = allWords;
      if (words && event.type === "added" && !queue.isSetUp) announcer.say(words.messages.notSetUp);
    }).catch(() => {});
  }

  say(sentence: string): void {
    this.#announce((announcer) => announcer.say(sentence)).catch(() => {});
  }

  refused(refusals: readonly Refusal[]): void {
    const { sentences, allWords } = this.#config;
    this.#announce((announcer, { refusalSentence }) => {
      const { words } = allWords;
      if (words) announcer.refused(refusals.map((refusal) => refusalSentence(refusal, words)));
    }).catch(() => {
      // Without the announcer there are no other announcements to combine this one with, so it is spoken directly.
      const { words } = sentences;
      const { because, notLoaded } = words.messages;
      this.region.speak(refusals.map((refusal) => because(refusalTitle(refusal, words), notLoaded)).join(" "));
    });
  }

  hostUpdated(): void {
    const { queue, allWords } = this.#config;
    if (allWords.words) this.#announcer?.watch(queue.snapshot, allWords.words.messages);
  }

  hostDisconnected(): void {
    this.#announcer?.stop();
  }

  async #announce(add: (announcer: Announcer, module: ListModule) => void): Promise<void> {
    if (!this.#module || !this.#announcer) {
      const { queue, allWords } = this.#config;
      const [module] = await Promise.all([loadListView(), allWords.load()]);
      this.#module = module;
      this.#announcer ??= new module.Announcer((gathered) => {
        if (allWords.words) this.region.speak(module.announcement(gathered, queue.snapshot, allWords.words));
      });
    }
    add(this.#announcer, this.#module);
  }
}
