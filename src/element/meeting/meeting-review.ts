import { nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import type { FileEntry } from "../../engine/uploader-api.ts";
import type { Formats } from "../../ui/format.ts";
import type { ConfirmedMeeting } from "./details.ts";
import { MeetingSection } from "./meeting-section.ts";

export interface MeetingReviewHost extends ReactiveControllerHost {
  /** Whether files are held until their meetings are confirmed. */
  readonly meetingDetails: boolean;
  readonly context: unknown;
  readonly messages: object | null;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

export interface MeetingReviewConfig {
  /** Adds a file whose meeting the user has confirmed. */
  add(entry: FileEntry): Promise<void>;
  /** Announces a sentence to screen readers. */
  say(sentence: string): void;
}

/**
 * Holds files until the user has confirmed the details of their meetings, for an element with `meeting-details`. They are
 * then added with `meeting` in their context.
 */
export class MeetingReview {
  readonly #host: MeetingReviewHost;
  readonly #section: MeetingSection;
  #held: readonly FileEntry[] = [];
  readonly #confirmed = new WeakSet<FileEntry>();

  constructor(host: MeetingReviewHost, { add, say }: MeetingReviewConfig) {
    this.#host = host;
    this.#section = new MeetingSection(host, {
      say,
      confirm: (entry, meeting) => {
        this.#release(entry);
        const { context } = this.#host;
        const confirmed = { ...entry, context: (file: File) => withMeeting(context, file, meeting) };
        this.#confirmed.add(confirmed);
        return add(confirmed);
      },
      discard: (entry) => this.#release(entry),
    });
  }

  /**
   * Whether a file can be added now: it is confirmed, or the page allows it and asks for no details. A file that the page
   * allows otherwise is held until it is confirmed.
   */
  admits(entry: FileEntry, allows: () => boolean): boolean {
    if (this.#confirmed.has(entry)) return true;
    const isAllowed = allows();
    if (!isAllowed || !this.#host.meetingDetails) return isAllowed;
    this.#held = [...this.#held, entry];
    this.#host.requestUpdate();
    return false;
  }

  /** Discards the files that are held. */
  reset(): void {
    this.#held = [];
    this.#host.requestUpdate();
  }

  render(words: { readonly formats: Formats }): TemplateResult | typeof nothing {
    return this.#held.length === 0 ? nothing : this.#section.render(this.#held, words);
  }

  #release(entry: FileEntry): void {
    this.#held = this.#held.filter((one) => one !== entry);
    this.#host.requestUpdate();
  }
}

/** The page's context for the file, with the meeting. A context that is no object has no place for it, and is left out. */
function withMeeting(context: unknown, file: File, meeting: ConfirmedMeeting): object {
  const given: unknown = typeof context === "function" ? context(file) : context;
  return { ...(typeof given === "object" ? given : {}), meeting };
}
