/** Rows of the list in situations that few users meet, as a chunk of its own with its own sentences. */
import { nothing } from "lit";
import type { UploadSnapshot } from "../../engine/snapshot.ts";
import { addStyles } from "../../ui/add-styles.ts";
import { quotedName } from "../../ui/file-names.ts";
import { MAX_NAMED } from "../announce/announcer.ts";
import { Gathering } from "../announce/gathering.ts";
import { hintSentences } from "../announce/hint-sentences.ts";
import type { Shown } from "../list/row.ts";
import type { SeldomMessages } from "../words/seldom-messages.ts";
import { createSeldomWords } from "../words/seldom-words.ts";
import { isAboutContent, type View } from "../words/view.ts";
import { seldomStyles } from "./seldom-styles.ts";

/** The element that shows the rows. */
interface SeldomHost {
  /** The page's own sentences; null for none. */
  readonly messages: object | null;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * Shows these situations by the rows of similar ones, with other words: content that was uploaded before as a file that is
 * held for the user to check, the end of the user's session on the site as a failure, and a file whose progress the browser
 * does not report as one in preparation.
 */
export class SeldomRows {
  readonly #words = createSeldomWords();
  readonly #page: SeldomHost;
  readonly #say: (sentence: string) => void;
  readonly #onLoaded: () => void;
  readonly #hints: Gathering;
  readonly #known: Gathering;
  #view: () => View | null = () => null;

  /**
   * @param page the element, with the page's own sentences
   * @param say announces a sentence to screen readers
   * @param onLoaded called when the sentences of another language have been loaded
   */
  constructor(page: SeldomHost, say: (sentence: string) => void, onLoaded: () => void) {
    this.#page = page;
    this.#say = say;
    this.#onLoaded = onLoaded;
    this.#hints = new Gathering((uploads) => this.#announceHints(uploads));
    this.#known = new Gathering((uploads) => this.#announceKnown(uploads));
    addStyles(page, seldomStyles);
  }

  /** null while the sentences are being loaded. */
  show<V extends View>(upload: UploadSnapshot, view: V): Shown<V> | null {
    const words = this.#sentences(view);
    if (!words) return null;
    if (upload.uploadedBefore) return asHeld(upload, words, view);
    const { messages } = view;
    if (upload.status === "active")
      return [
        { ...upload, step: "authorize" },
        { ...view, messages: { ...messages, preparing: words.uploading } },
      ];
    return [upload, { ...view, messages: signIn(words, messages), sign: nothing }];
  }

  /** Announces that a file was uploaded before, together with others of the same drop, or else the hint about its content. */
  announce(upload: UploadSnapshot, view: () => View | null): void {
    this.#view = view;
    if (upload.uploadedBefore) this.#known.add(upload);
    else if (upload.inspection?.hint) this.#hints.add(upload);
  }

  #announceHints(uploads: readonly UploadSnapshot[]): boolean {
    const view = this.#view();
    if (!view || !isAboutContent(view)) return false;
    for (const sentence of hintSentences(uploads, view)) this.#say(sentence);
    return true;
  }

  #announceKnown(uploads: readonly UploadSnapshot[]): boolean {
    const view = this.#view();
    const words = view && this.#sentences(view);
    if (!view || !words) return false;
    if (uploads.length > MAX_NAMED) this.#say(words.alreadyMany(uploads.length, view.formats));
    else for (const one of uploads) this.#say(view.messages.about(quotedName(one.name), already(one, words, view)));
    return true;
  }

  #sentences({ formats }: View): SeldomMessages | null {
    const sentences = this.#words.sentences(formats.language ?? "en", this.#page.messages, this.#onLoaded);
    return this.#words.isLoading ? null : sentences;
  }
}

function asHeld<V extends View>(upload: UploadSnapshot, words: SeldomMessages, view: V): Shown<V> {
  const { messages } = view;
  const { transcripts, againVisible } = messages;
  const name = upload.uploadedBefore?.name ?? upload.name;
  const blank = name === upload.name ? words.unchanged : words.alreadyAs(quotedName(name));
  return [
    {
      ...upload,
      // Before its bytes are sent, or go on.
      step: "authorize",
      inspection: { preview: null, ...upload.inspection, hint: { code: "blank" } },
      canCancel: false,
      canRemove: true,
    },
    {
      ...view,
      messages: {
        ...messages,
        held: already(upload, words, view),
        sendVisible: againVisible,
        ...(transcripts && { transcripts: { ...transcripts, hints: { ...transcripts.hints, blank } } }),
      },
    },
  ];
}

function signIn(words: SeldomMessages, messages: View["messages"]): View["messages"] {
  return {
    ...messages,
    failed: words.signedOut,
    retryVisible: words.continueVisible,
    retry: (name) => messages.about(name, words.continueVisible),
  };
}

function already({ uploadedBefore }: UploadSnapshot, words: SeldomMessages, { formats }: View): string {
  const date = new Intl.DateTimeFormat(formats.language, { dateStyle: "long" });
  return words.already(date.format(uploadedBefore?.uploadedAt));
}
