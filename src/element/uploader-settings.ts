import { property } from "lit/decorators.js";
import type { CreateUploaderOptions } from "../load-uploader.ts";
import { FormControl } from "./form/form-control.ts";
import type { MessageOverrides } from "./words/messages.ts";

/** What a page can set on the element, and the uploader's options that this stands for. */
export abstract class UploaderSettings extends FormControl {
  /** Your token endpoint's URL; as a property also an object of functions that do the same. */
  @property() endpoint: CreateUploaderOptions["endpoint"] | null = null;

  /** What the files are for: `meeting_transcript`, `knowledge_user`, `knowledge_workspace` or `email_attachment`. */
  @property() purpose = "";

  /** Which files are taken, as for an input: ".vtt, text/*". Empty takes everything. */
  @property() accept = "";

  /** Takes several files. */
  @property({ type: Boolean }) multiple = false;

  /** The picker chooses a folder with everything in it. Dropped folders are taken with `multiple` too. */
  @property({ type: Boolean }) directory = false;

  /** How many files the list may hold. */
  @property({ type: Number, attribute: "max-files" }) maxFiles: number | null = null;

  /** The most that one file may have, in bytes; never above Lightfield's 512 MiB. */
  @property({ type: Number, attribute: "max-file-size" }) maxFileSize: number | null = null;

  /** The least that one file must have, in bytes. */
  @property({ type: Number, attribute: "min-file-size" }) minFileSize: number | null = null;

  /** How many files travel at the same time. */
  @property({ type: Number, attribute: "max-concurrent-uploads" }) maxConcurrentUploads = 3;

  /** Uploads start with `start()` or the list's button, not by themselves. */
  @property({ type: Boolean, attribute: "no-auto" }) noAuto = false;

  /** Ignores dropped files. */
  @property({ type: Boolean, attribute: "no-drop" }) noDrop = false;

  /** Ignores what is pasted: files, and the text of a transcript. */
  @property({ type: Boolean, attribute: "no-paste" }) noPaste = false;

  /**
   * The language of everything that is shown or spoken, as a tag like "de" or "pt-BR"; by default that of the closest
   * `lang` attribute. English where there are no sentences in that language.
   */
  @property() locale = "";

  /** Whether cookies go with the calls to the endpoint: "omit", "same-origin" or "include". */
  @property() credentials: RequestCredentials | "" = "";

  /** Where `md5.worker.js` lies on your origin, for pages whose policy allows no blob workers. */
  @property({ attribute: "worker-url" }) workerUrl = "";

  /** Uploads go on when the element is removed from the document. */
  @property({ type: Boolean, attribute: "keep-alive" }) keepAlive = false;

  /** Nothing is kept of unfinished uploads, and those of an earlier visit are not looked for. */
  @property({ type: Boolean, attribute: "no-recovery" }) noRecovery = false;

  /** Transcripts are not looked at before they are sent. */
  @property({ type: Boolean, attribute: "no-inspect" }) noInspect = false;

  /** The browser does not ask before the page is left while an upload is under way. */
  @property({ type: Boolean, attribute: "no-leave-warning" }) noLeaveWarning = false;

  /**
   * What becomes of a form that is sent while files are under way. "refuse": it is invalid, and says so. "wait": it is sent,
   * once, as soon as every file is uploaded; what is queued or paused starts for that. A file that fails in the meantime
   * ends the waiting. Not held back are a button with `formnovalidate` and a call of `form.submit()`. What would open a tab of
   * its own is refused in both cases: browsers allow that only with a click.
   */
  @property({ attribute: "submit-while-uploading" }) submitWhileUploading: "refuse" | "wait" = "refuse";

  /** Headers for the calls to the endpoint, or a function that gives them for each call. */
  @property({ attribute: false }) headers: CreateUploaderOptions["headers"] | null = null;

  /** Any JSON for your server's hooks, sent with every file; a function is asked once per file. */
  @property({ attribute: false }) context: unknown;

  /** Sentences of yours in place of the built-in ones. */
  @property({ attribute: false }) messages: MessageOverrides | null = null;

  /** A folder is several files. */
  protected get takesMany(): boolean {
    return this.multiple || this.directory;
  }

  /** How many files there may be at all; null for no limit. */
  protected get mostFiles(): number | null {
    return this.takesMany ? limit(this.maxFiles) : 1;
  }

  protected uploaderOptions(): CreateUploaderOptions {
    return {
      endpoint: this.endpoint ?? "",
      headers: this.headers ?? undefined,
      credentials: this.credentials || undefined,
      ...(this.workerUrl && { workerUrl: this.workerUrl }),
      accept: this.accept,
      maxFiles: this.mostFiles,
      maxFileBytes: limit(this.maxFileSize) ?? 536_870_912,
      minFileBytes: limit(this.minFileSize) ?? 1,
      purpose: this.purpose || null,
      context: this.context,
      maxConcurrentUploads: limit(this.maxConcurrentUploads) || 3,
      ...(this.noInspect && { inspect: false }),
      recovery: !this.noRecovery,
      scope: scopeOf(this.endpoint),
      autoStart: !this.noAuto && Boolean(this.endpoint),
    };
  }
}

/** To whom interrupted uploads belong: the endpoint's full address. Functions have none. */
function scopeOf(endpoint: CreateUploaderOptions["endpoint"] | null): string {
  if (typeof endpoint !== "string" || !endpoint) return "";
  return URL.canParse(endpoint, document.baseURI) ? new URL(endpoint, document.baseURI).href : endpoint;
}

/** What an attribute that should be a number says; null for none and for what is no number. */
function limit(value: number | null): number | null {
  return value !== null && Number.isFinite(value) && value >= 0 ? value : null;
}
