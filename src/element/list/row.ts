import { html, nothing, type TemplateResult } from "lit";
import { ownersWords } from "../../engine/owners-words.ts";
import type { UploadSnapshot } from "../../engine/snapshot.ts";
import { fileSign, RETRY } from "../../ui/file-icons.ts";
import { quotedName, shownName } from "../../ui/file-names.ts";
import { ALERT, CLOSE } from "../../ui/icons.ts";
import { nameLine } from "../../ui/name-line.ts";
import { spoken } from "../../ui/spoken.ts";
import { tip } from "../../ui/tip.ts";
import { PAUSE, REMOVE, RESUME, VERIFIED } from "../../ui/upload-icons.ts";
import { CLOCK, OFFLINE } from "../../ui/wait-icons.ts";
import { failureReason } from "../words/failure-reason.ts";
import type { View } from "../words/view.ts";
import type { ContentLines } from "./content-lines.ts";
import { hintId, isDoubtful, isHeld } from "./inspection.ts";
import { remedyFor } from "./remedy.ts";
import {
  doneOfTotal,
  type Figure,
  fractionDone,
  isAwaitingServer,
  isStalled,
  type StatusView,
  statusLine,
} from "./status-line.ts";

export interface RowCommands {
  pause(id: string): void;
  resume(id: string): void;
  retry(id: string): void;
  cancel(id: string): void;
  remove(id: string): void;
  /** Uploads a cancelled file after all. */
  again(id: string): void;
  /** Opens the picker for a file that takes the place of this one. */
  another(id: string): void;
}

export interface RowView extends StatusView {
  readonly commands: RowCommands;
  /** Lines about the content of the files. */
  readonly lines: ContentLines;
  /** The page's own icon for files; null for an icon by the kind of file. */
  readonly icon: Node | null;
  /** Sign of the button to retry, in place of the usual one; `nothing` for words in its place at any width. */
  readonly sign?: unknown;
}

/** An upload as its row shows it, and the words of the row. */
export type Shown<V extends View> = readonly [UploadSnapshot, V];

/** Chooses the state and the words that the row of an upload shows. Another function whenever its results may have changed. */
export type Showing = <V extends View>(upload: UploadSnapshot, view: V) => Shown<V>;

/** Position of a row in the list. */
export interface RowPlace {
  /** Number of the row, from 1. */
  readonly number: number;
  readonly count: number;
  /** Height of the omitted rows above it, in pixels. */
  readonly gap: number;
  /** Smallest height in pixels; null for as much as the row needs. */
  readonly smallest: number | null;
}

/** Row of one file. File names and messages of the server are text, never markup. */
export function row(upload: UploadSnapshot, place: RowPlace, view: RowView): TemplateResult {
  const { status, figures } = statusLine(upload, view);
  const { preview, hint } = view.lines.of(upload, view);
  return html`<li
    part="file"
    class="row"
    data-row=${upload.id}
    data-status=${upload.status}
    ?data-doubt=${isDoubtful(upload) && upload.status === "succeeded"}
    aria-posinset=${place.number}
    aria-setsize=${place.count}
    .style=${`margin-block-start:${place.gap}px;min-block-size:${place.smallest ?? 0}px`}
  >
    <span class="file-icon" part="file-icon">${view.icon?.cloneNode(true) ?? fileSign(upload.name, upload.mimeType)}</span>
    <div class="words">
      ${nameLine(upload.name)}
      ${hasProgress(upload) ? progress(upload, view) : nothing}
      <div class="meta" part="meta">
        <span class="status" part="status" title=${upload.md5 ? `MD5 ${upload.md5}` : nothing}>${statusIcon(upload)}${status}</span>${figures.map(figure)}${
          upload.origin === "continued" && !isOver(upload) ? figure({ words: view.messages.continued }) : nothing
        }${upload.folder ? html`<span class="figure folder" part="folder"><bdi>${shownName(upload.folder)}</bdi></span>` : nothing}${failure(upload, view)}
      </div>
      ${preview}
    </div>
    <div class="actions">${buttons(upload, view)}</div>
    ${upload.origin === "changed" && !isOver(upload) ? html`<div class="note" part="note">${view.messages.changed}</div>` : nothing}
    ${hint}
  </li>`;
}

/** A figure of another kind is another element: the same one in another place would be a shift of the layout. */
function figure({ words, kind }: Figure): TemplateResult {
  return kind
    ? html`<span class="figure ${kind}" part="figure">${words}</span>`
    : html`<span class="figure" part="figure">${words}</span>`;
}

function isOver({ status }: UploadSnapshot): boolean {
  return status === "succeeded" || status === "failed" || status === "cancelled";
}

/** Not while nothing is sent because the user has to check the file first. */
function hasProgress(upload: UploadSnapshot): boolean {
  return !isOver(upload) && upload.status !== "queued" && !isHeld(upload);
}

function statusIcon(upload: UploadSnapshot): TemplateResult<2> | typeof nothing {
  const { status, md5, waitReason } = upload;
  if (status === "failed" || isHeld(upload) || (status === "succeeded" && isDoubtful(upload))) return ALERT;
  if (isStalled(upload)) return CLOCK;
  if (status === "paused") return PAUSE;
  if (status === "waiting") return waitReason === "offline" ? OFFLINE : CLOCK;
  return status === "succeeded" && md5 ? VERIFIED : nothing;
}

function progress(upload: UploadSnapshot, view: View): TemplateResult {
  const fraction = fractionDone(upload);
  const busy =
    upload.status === "active" && (upload.step !== "transfer" || upload.verifying || isAwaitingServer(upload));
  const isKnown = upload.isMeasured || upload.sentBytes > 0;
  // The style is set as a property: as an attribute it would need 'unsafe-inline' in the security policy of the page.
  return html`<div
    class="progress ${busy ? "busy" : ""}"
    part="progress"
    role="progressbar"
    aria-label=${spoken(view.messages.progressLabel(pathOf(upload)))}
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow=${isKnown ? Math.floor(fraction * 100 + 1e-9) : nothing}
    aria-valuetext=${isKnown ? spoken(view.formats.series([view.formats.percent(fraction), doneOfTotal(upload, view)])) : nothing}
  ><div class="bar" part="progress-bar" .style=${`--_done:${fraction * 100}%`}></div></div>`;
}

function failure({ id, status, error }: UploadSnapshot, view: View): TemplateResult | typeof nothing {
  if (status !== "failed" || !error) return nothing;
  const words = ownersWords(error);
  return html`<div class="error" part="error" id=${errorId(id)}>
    ${failureReason(error, view)}
    ${words ? html`<span class="detail" part="detail"><bdi>${view.messages.serverSaid(quotedName(words))}</bdi></span>` : nothing}
  </div>`;
}

function errorId(id: string): string {
  return `error-${id}`;
}

/** Ids of the error and of the hint, which describe each button of the row to screen readers. */
function descriptionOf(upload: UploadSnapshot): string | typeof nothing {
  const ids = [upload.status === "failed" ? errorId(upload.id) : null, hintId(upload)];
  return ids.filter((id) => id !== null).join(" ") || nothing;
}

/** Path of the file: files in different folders may have the same name. */
function pathOf({ folder, name }: UploadSnapshot): string {
  return quotedName(folder ? `${folder}/${name}` : name);
}

function buttons(upload: UploadSnapshot, view: RowView): TemplateResult {
  return html`${mainButton(upload, view)}${pauseButton(upload, view)}${endButton(upload, view)}`;
}

/** Button for the step that helps most, with its text: to retry, to upload after all, or to choose another file. */
function mainButton(
  upload: UploadSnapshot,
  { messages, commands, sign = RETRY }: RowView,
): TemplateResult | typeof nothing {
  const { id, status } = upload;
  const name = pathOf(upload);
  const button = (part: string, words: string, act: () => void) =>
    textButton(part, messages.about(name, words), words, descriptionOf(upload), act);
  const another = () => button("another-button", messages.anotherVisible, () => commands.another(id));
  if (isHeld(upload)) return button("send-button", messages.sendVisible, () => commands.resume(id));
  if (status === "cancelled") return button("again-button", messages.againVisible, () => commands.again(id));
  if (status === "succeeded") return isDoubtful(upload) ? another() : nothing;
  switch (remedyFor(upload)) {
    case "retry":
      return textButton(
        "retry-button",
        messages.retry(name),
        messages.retryVisible,
        descriptionOf(upload),
        () => commands.retry(id),
        sign,
      );
    case "another":
      return another();
    case null:
      return nothing;
  }
}

function textButton(
  part: string,
  label: string,
  words: string,
  description: string | typeof nothing,
  act: () => void,
  sign: unknown = nothing,
): TemplateResult {
  return html`<button type="button" class="retry" part=${part} aria-label=${spoken(label)} aria-describedby=${description} @click=${act}>${sign}<span>${words}</span></button>`;
}

/**
 * Button that cancels the upload or, with another sign, takes a file off the list whose upload has ended. During the request
 * to complete neither is possible; the button stays to keep the focus.
 */
function endButton(upload: UploadSnapshot, { messages, commands }: RowView): TemplateResult {
  const { id, canCancel, canRemove } = upload;
  const name = pathOf(upload);
  const removes = !canCancel && canRemove;
  const label = removes ? messages.remove(name) : messages.cancel(name);
  return html`<button
    type="button"
    class="icon-button"
    part=${removes ? "remove-button" : "cancel-button"}
    aria-label=${spoken(label)}
    aria-describedby=${descriptionOf(upload)}
    aria-disabled=${canCancel || canRemove ? nothing : "true"}
    @click=${() => (removes ? commands.remove(id) : commands.cancel(id))}
  >${tip(label)}${removes ? REMOVE : CLOSE}</button>`;
}

/** Button that pauses or resumes: one button, so that it keeps the focus. None where pausing would lose sent bytes. */
function pauseButton(upload: UploadSnapshot, { messages, commands }: RowView): TemplateResult | typeof nothing {
  const { id, canPause, canResume, resumable } = upload;
  if (isHeld(upload) || (!canResume && !(canPause && resumable))) return nothing;
  const label = canResume ? messages.resume(pathOf(upload)) : messages.pause(pathOf(upload));
  const act = () => (canResume ? commands.resume(id) : commands.pause(id));
  return html`<button type="button" class="icon-button" part="pause-button" aria-label=${spoken(label)} aria-describedby=${descriptionOf(upload)} @click=${act}>${tip(label)}${canResume ? RESUME : PAUSE}</button>`;
}
