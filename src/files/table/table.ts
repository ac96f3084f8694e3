import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { HostFile } from "../../engine/session/host-files.ts";
import { fileSign } from "../../ui/file-icons.ts";
import { quotedName } from "../../ui/file-names.ts";
import { CLOSE } from "../../ui/icons.ts";
import { nameLine } from "../../ui/name-line.ts";
import { exactTime, relativeTime } from "../../ui/relative-time.ts";
import { spoken } from "../../ui/spoken.ts";
import { tip } from "../../ui/tip.ts";
import type { FilesView } from "../words/view.ts";
import { DOWNLOAD, STATUS_ICONS } from "./status-icons.ts";

export interface TableView extends FilesView {
  /** Whether the shown page is about to be replaced. */
  readonly loading: boolean;
  isBusy(id: string): boolean;
  open(file: HostFile): void;
  cancel(file: HostFile): void;
}

/**
 * Table whose rows become cards in a narrow element. The roles are explicit because browsers drop the implicit ones when a
 * style sheet changes the layout of rows.
 */
export function table(files: readonly HostFile[], view: TableView): TemplateResult {
  const { label, columns } = view.messages;
  return html`<div class="files" part="file-list" role="group" aria-label=${label} tabindex="0">
    <table role="table" aria-busy=${view.loading}>
      <caption class="spoken">${label}</caption>
      <thead role="rowgroup">
        <tr role="row">
          ${[columns.name, columns.status, columns.size, columns.added].map(
            (column) => html`<th role="columnheader" scope="col" part="column">${column}</th>`,
          )}<th role="columnheader" scope="col"><span class="spoken">${columns.actions}</span></th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          files,
          ({ id }) => id,
          (file) => row(file, view, files.filter(({ filename }) => filename === file.filename).length > 1),
        )}
      </tbody>
    </table>
  </div>`;
}

/**
 * Row of one file. Its name is text, never markup.
 *
 * @param isTwin whether another file has the same name: then both have their exact time, which tells them apart
 */
function row(file: HostFile, view: TableView, isTwin: boolean): TemplateResult {
  const { messages, formats, now } = view;
  const { language } = formats;
  const { createdAt } = file;
  const time =
    createdAt === null
      ? ""
      : isTwin
        ? exactTime(createdAt, language, "medium")
        : relativeTime(createdAt, now, language);
  return html`<tr role="row" part="file" data-row=${file.id} data-status=${file.status} tabindex="-1">
    <th role="rowheader" scope="row" class="who">
      <span class="file-icon" part="file-icon">${fileSign(file.filename, file.mimeType)}</span>
      ${nameLine(file.filename)}
    </th>
    <td role="cell"><span class="status" part="status">${STATUS_ICONS[file.status]}${messages.statuses[file.status]}</span></td>
    <td role="cell" class="fact" part="size">${formats.size(file.sizeBytes)}</td>
    <td role="cell" class=${isTwin ? "fact exact" : "fact"} part="time">${
      createdAt === null
        ? nothing
        : html`<time datetime=${new Date(createdAt).toISOString()} title=${exactTime(createdAt, language)}>${time}</time>`
    }</td>
    <td role="cell" class="do">${action(file, isTwin && time ? formats.series([quotedName(file.filename), time]) : quotedName(file.filename), view)}</td>
  </tr>`;
}

function action(
  file: HostFile,
  name: string,
  { messages, isBusy, open, cancel }: TableView,
): TemplateResult | typeof nothing {
  const busy = isBusy(file.id) ? "true" : nothing;
  if (file.status === "COMPLETED") {
    const label = messages.open(name);
    return html`<button type="button" class="retry" part="open-button" aria-label=${spoken(label)} aria-disabled=${busy} @click=${() => open(file)}>${tip(label)}${DOWNLOAD}<span>${messages.openVisible}</span></button>`;
  }
  if (file.status !== "PENDING") return nothing;
  const label = messages.cancel(name);
  return html`<button type="button" class="icon-button" part="cancel-button" aria-label=${spoken(label)} aria-disabled=${busy} @click=${() => cancel(file)}>${tip(label)}${CLOSE}</button>`;
}
