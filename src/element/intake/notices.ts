/** Notices about refused files, loaded when the first file is refused. */
import { html, nothing, type TemplateResult } from "lit";
import type { FileEntry, UploaderApi } from "../../engine/uploader-api.ts";
import { shownName } from "../../ui/file-names.ts";
import type { View } from "../words/view.ts";
import { notice, refusalTitle } from "./notice.ts";
import { type Refusal, refusedName } from "./refusals.ts";
import { refusalReason } from "./refusals-template.ts";

export { noticeListStyles } from "./notice-list-styles.ts";

/** Largest number of refused files that are shown unfolded. */
const OPEN = 3;
/** Largest number of refused files that are listed. A dropped folder may have thousands. */
const LISTED = 100;

/** What the user can do about refused files. */
export interface RefusalCommands {
  dismiss(): void;
  /** Adds a file that was only doubted. */
  addAnyway(refusal: Refusal): void;
}

/** Refused files of which none is on the list: what was said about the others is over. */
export function unlisted(
  refusals: readonly Refusal[],
  uploads: UploaderApi["snapshot"]["uploads"],
): readonly Refusal[] {
  const listed = new Set(uploads.flatMap(({ file, folder }) => [keyOf({ file, folder }), pathOf({ file, folder })]));
  return refusals.filter((refusal) => !listed.has(refusedKey(refusal)));
}

/** Key of a refused file: equal to that of the upload when the same file is added later. */
function refusedKey(refusal: Refusal): string {
  if (!("name" in refusal)) return keyOf(refusal);
  return refusal.entry ? keyOf(refusal.entry) : refusal.name;
}

function keyOf({ file, folder = "" }: FileEntry): string {
  return JSON.stringify([folder, file.name, file.size, file.lastModified]);
}

function pathOf({ file, folder }: FileEntry): string {
  return folder ? `${folder}/${file.name}` : file.name;
}

export function notices(refusals: readonly Refusal[], view: View, commands: RefusalCommands): unknown {
  const [first, second] = refusals;
  if (!first) return nothing;
  const { messages, formats } = view;
  return second
    ? notice(messages.manyNotAdded(refusals.length, formats), reasons(refusals, view, commands), view, commands.dismiss)
    : notice(
        refusalTitle(first, view),
        html`<div part="refusal">${reason(first, view, commands)}</div>`,
        view,
        commands.dismiss,
      );
}

/** Reason, with a button where the user decides. */
function reason(refusal: Refusal, view: View, { addAnyway }: RefusalCommands): unknown {
  const { intake } = view.messages;
  const words = refusalReason(refusal, view);
  if (refusal.code !== "system-file") return words;
  return html`${words} <button type="button" class="text-button" part="add-anyway-button" @click=${() => addAnyway(refusal)}>${intake.addAnyway}</button>`;
}

function reasons(refusals: readonly Refusal[], view: View, commands: RefusalCommands): TemplateResult {
  const left = refusals.length - LISTED;
  const folded = refusals.length > OPEN;
  // A scrolling list without controls must be focusable itself, so that the keyboard can scroll it.
  const list = html`<ul role="list" tabindex=${folded ? "0" : nothing} aria-labelledby=${folded ? "refused" : nothing}>
    ${refusals
      .slice(0, LISTED)
      .map(
        (refusal) =>
          html`<li part="refusal"><b class="refused"><bdi>${shownName(refusedName(refusal))}</bdi></b> ${reason(refusal, view, commands)}</li>`,
      )}
    ${left > 0 ? html`<li part="refusal">${view.messages.moreNotAdded(left, view.formats)}</li>` : nothing}
  </ul>`;
  if (!folded) return list;
  return html`<details><summary part="details-button">${view.messages.details}</summary>${list}</details>`;
}
