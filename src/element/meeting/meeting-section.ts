import { html, nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { FileEntry } from "../../engine/uploader-api.ts";
import { type Day, draftMeeting, type MeetingDraft } from "../../load-uploader.ts";
import type { Formats } from "../../ui/format.ts";
import { sentences as ENGLISH } from "../locales/en/meeting.ts";
import type { MeetingMessages } from "../words/meeting-messages.ts";
import { createMeetingWords } from "../words/meeting-words.ts";
import {
  type ConfirmedMeeting,
  confirm,
  dateFor,
  endFor,
  fieldsFrom,
  isZoneAssumed,
  type MeetingFields,
  type MeetingProblem,
  problemsOf,
  timesOf,
} from "./details.ts";
import { meetingStyles } from "./meeting-styles.ts";

export interface MeetingSectionHost extends ReactiveControllerHost {
  readonly messages: object | null;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Receives the decisions of the user. */
export interface MeetingDecisions {
  confirm(entry: FileEntry, meeting: ConfirmedMeeting): Promise<void>;
  discard(entry: FileEntry): void;
  say(sentence: string): void;
}

/** A held file with the current content of its form; null while the file is read. */
interface Review {
  readonly entry: FileEntry;
  readonly key: number;
  draft: MeetingDraft | null;
  fields: MeetingFields;
  /** Whether the user tried to upload: from then on, missing fields are marked as errors. */
  isTried: boolean;
}

const NOTHING: MeetingFields = { title: "", date: "", start: "", end: "" };
const FIELD_OF: Readonly<Record<MeetingProblem, keyof MeetingFields>> = {
  title: "title",
  date: "date",
  "which-date": "date",
  start: "start",
  end: "end",
  future: "date",
  "too-long": "end",
};

/** One form for each held file, with what its name and captions say about the meeting, to correct and to confirm. */
export class MeetingSection {
  readonly #host: MeetingSectionHost;
  readonly #decisions: MeetingDecisions;
  readonly #words = createMeetingWords();
  readonly #reviews = new Map<FileEntry, Review>();
  #keys = 0;
  /** Sentences of the last update. */
  #messages = ENGLISH;

  constructor(host: MeetingSectionHost, decisions: MeetingDecisions) {
    this.#host = host;
    this.#decisions = decisions;
  }

  render(held: readonly FileEntry[], { formats }: { readonly formats: Formats }): TemplateResult {
    this.#adoptStyles();
    for (const entry of this.#reviews.keys()) if (!held.includes(entry)) this.#reviews.delete(entry);
    const update = () => this.#host.requestUpdate();
    this.#messages = this.#words.sentences(formats.language ?? "en", this.#host.messages, update);
    const reviews = held.map((entry) => this.#reviewOf(entry));
    return html`${repeat(
      reviews,
      ({ key }) => key,
      (review) => this.#renderForm(review, this.#messages, formats),
    )}`;
  }

  #renderForm(review: Review, words: MeetingMessages, formats: Formats): TemplateResult {
    const { entry, key, draft, fields, isTried } = review;
    if (!draft)
      return html`<div class="card meeting" part="meeting" aria-busy="true"><bdi>${entry.file.name}</bdi></div>`;
    const problems = problemsOf(fields, draft, Date.now());
    const zone = zoneName(formats.language);
    const note = isZoneAssumed(draft) ? words.zoneAssumed(zone) : words.zone(zone);
    const field = (name: keyof MeetingFields, type: string, label: string): TemplateResult => {
      const problem = problems.find((one) => FIELD_OF[one] === name);
      const isShown = problem !== undefined && problem !== "which-date";
      const isError = isShown && (isTried || problem === "future" || problem === "too-long");
      const id = `meeting-${key}-${name}`;
      return html`<label class=${name} part="meeting-label">${label}
        <input
          type=${type}
          part="meeting-field"
          autocomplete="off"
          dir=${type === "text" ? "auto" : nothing}
          maxlength=${type === "text" ? 255 : nothing}
          required
          aria-invalid=${isError ? "true" : nothing}
          aria-describedby=${isShown ? id : nothing}
          .value=${fields[name]}
          @input=${(event: Event) => this.#edit(review, name, event)}
          @change=${(event: Event) => event.stopPropagation()}
        />
        ${isShown ? html`<span class=${isError ? "error" : "ask"} part=${isError ? "error" : "meeting-ask"} id=${id}>${sentenceFor(problem, words)}</span>` : nothing}
      </label>`;
    };
    return html`<div
      class="card meeting"
      part="meeting"
      role="group"
      aria-label=${`${words.heading}: ${entry.file.name}`}
      @keydown=${(event: KeyboardEvent) => this.#decide(review, event)}
    >
      <div class="meeting-title" part="meeting-title">${words.heading} <bdi class="meta" part="meta">${entry.file.name}</bdi></div>
      ${this.#renderSummary(review, draft, words, formats)}
      <div class="meeting-fields">
        ${field("title", "text", words.title)} ${field("date", "date", words.date)}
        ${field("start", "time", words.start)} ${field("end", "time", words.end)}
      </div>
      ${problems.includes("which-date") ? this.#renderChoice(review, draft, words, formats) : nothing}
      <div class=${isZoneAssumed(draft) ? "meeting-note caution" : "meeting-note"} part="meeting-note">${note}</div>
      <div class="meeting-actions">
        <button type="button" class="browse" part="meeting-upload-button" @click=${() => this.#confirm(review)}>${words.upload}</button>
        <button type="button" class="text-button" part="meeting-discard-button" @click=${() => this.#discard(entry)}>${words.discard}</button>
      </div>
    </div>`;
  }

  /** "Meeting: 20 November, 15:00 to 15:47, Mira Stahl and 2 others", as far as it is known. */
  #renderSummary(
    { fields }: Review,
    { speakers }: MeetingDraft,
    words: MeetingMessages,
    formats: Formats,
  ): TemplateResult | typeof nothing {
    const times = timesOf(fields);
    if (!times) return nothing;
    const when = new Intl.DateTimeFormat(formats.language, {
      day: "numeric",
      month: "long",
      year: new Date(times.start).getFullYear() === new Date().getFullYear() ? undefined : "numeric",
      hour: "numeric",
      minute: "2-digit",
    }).formatRange(times.start, times.end);
    const [first, ...others] = speakers;
    const people = first ? (others.length > 0 ? words.people(first, others.length, formats) : first) : "";
    return html`<div class="meeting-summary" part="meeting-summary">${words.summary(when, people)}</div>`;
  }

  #renderChoice(review: Review, draft: MeetingDraft, words: MeetingMessages, formats: Formats): TemplateResult {
    const format = new Intl.DateTimeFormat(formats.language, { dateStyle: "long" });
    const { key, isTried } = review;
    return html`<div class="meeting-choice" part="meeting-choice" role="group" aria-labelledby=${`meeting-${key}-which`}>
      <span class=${isTried ? "error" : "ask"} part=${isTried ? "error" : "meeting-ask"} id=${`meeting-${key}-which`}>${words.whichDate}</span>
      ${draft.days.map(
        (
          day,
        ) => html`<button type="button" class="text-button" part="meeting-date-button" @click=${() => this.#choose(review, draft, day)}>
          ${format.format(new Date(day.year, day.month - 1, day.day))}
        </button>`,
      )}
    </div>`;
  }

  #reviewOf(entry: FileEntry): Review {
    const known = this.#reviews.get(entry);
    if (known) return known;
    this.#keys += 1;
    const review: Review = { entry, key: this.#keys, draft: null, fields: NOTHING, isTried: false };
    this.#reviews.set(entry, review);
    void this.#read(review);
    return review;
  }

  async #read(review: Review): Promise<void> {
    const draft = await draftMeeting(review.entry.file);
    review.draft = draft ?? { title: "", days: [], time: null, offsetMinutes: null, durationMs: null, speakers: [] };
    review.fields = fieldsFrom(review.draft);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#decisions.say(`${this.#messages.heading}: ${review.entry.file.name}`);
  }

  #edit(review: Review, name: keyof MeetingFields, event: Event): void {
    // An `input` event of the element means that its value has changed.
    event.stopPropagation();
    const { value } = event.currentTarget as HTMLInputElement;
    const before = review.fields;
    review.fields = { ...before, [name]: value };
    const durationMs = review.draft?.durationMs ?? null;
    // The end follows a corrected start, as long as the user has not changed it.
    if (name === "start" && before.end === endFor(before.start, durationMs)) {
      review.fields = { ...review.fields, end: endFor(value, durationMs) };
    }
    this.#host.requestUpdate();
  }

  #choose(review: Review, draft: MeetingDraft, day: Day): void {
    review.fields = { ...review.fields, date: dateFor(draft, day) };
    this.#host.requestUpdate();
    this.#focus(review, "start");
  }

  async #confirm(review: Review): Promise<void> {
    const { draft, fields, entry } = review;
    if (!draft) return;
    const now = Date.now();
    const meeting = confirm(fields, draft, now);
    if (!meeting) {
      review.isTried = true;
      this.#host.requestUpdate();
      const [problem] = problemsOf(fields, draft, now);
      if (problem) this.#focus(review, FIELD_OF[problem]);
      return;
    }
    await this.#decisions.confirm(entry, meeting);
  }

  #discard(entry: FileEntry): void {
    this.#decisions.discard(entry);
  }

  #decide(review: Review, event: KeyboardEvent): void {
    // Input methods use Enter themselves.
    if (event.key !== "Enter" || event.isComposing || !(event.composedPath()[0] instanceof HTMLInputElement)) return;
    // The key must not submit a form around the element.
    event.preventDefault();
    event.stopPropagation();
    void this.#confirm(review);
  }

  async #focus({ key }: Review, name: keyof MeetingFields): Promise<void> {
    await this.#host.updateComplete;
    const root = this.#host.renderRoot;
    const forms = [...root.querySelectorAll(".meeting")];
    const form = forms[[...this.#reviews.values()].findIndex((review) => review.key === key)];
    form?.querySelector<HTMLInputElement>(`.${name} input`)?.focus();
  }

  /** The styles come with the form. The list may replace the element's style sheets when it is loaded. */
  #adoptStyles(): void {
    const root = this.#host.renderRoot;
    const sheet = meetingStyles.styleSheet;
    if (!(root instanceof ShadowRoot) || !sheet || root.adoptedStyleSheets.includes(sheet)) return;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}

function sentenceFor(problem: MeetingProblem | undefined, words: MeetingMessages): string {
  switch (problem) {
    case "title":
      return words.askTitle;
    case "date":
      return words.askDate;
    case "start":
      return words.askStart;
    case "end":
      return words.askEnd;
    case "future":
      return words.future;
    case "too-long":
      return words.tooLong;
    default:
      return words.whichDate;
  }
}

/** Name of the user's time zone in their language; its identifier where the browser has no name. */
function zoneName(language: string | undefined): string {
  const format = new Intl.DateTimeFormat(language, { timeZoneName: "long" });
  const part = format.formatToParts(Date.now()).find(({ type }) => type === "timeZoneName");
  return part?.value ?? format.resolvedOptions().timeZone;
}
