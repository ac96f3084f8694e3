/*
 * Facts that the manifest lacks. All are optional: an attribute that is not listed here gets a plain field in "Behaviour".
 */

export const GROUPS = ["Files", "Behaviour", "Form"] as const;

export type Group = (typeof GROUPS)[number];

const GROUP_OF: Readonly<Record<string, Group>> = {
  purpose: "Files",
  accept: "Files",
  multiple: "Files",
  directory: "Files",
  "max-files": "Files",
  "max-file-size": "Files",
  "min-file-size": "Files",
  name: "Form",
  required: "Form",
  disabled: "Form",
};

export function groupOf(attribute: string): Group {
  return (Object.hasOwn(GROUP_OF, attribute) && GROUP_OF[attribute]) || "Behaviour";
}

/** Languages of the element. */
export const LANGUAGES: readonly string[] = "en ar de es fr he hi it ja ko nl pl pt-BR ru tr uk zh-Hans zh-Hant".split(
  " ",
);

/** Attributes with a fixed set of values. Each can also be unset. */
export const CHOICES: Readonly<Record<string, readonly string[]>> = {
  purpose: ["meeting_transcript", "knowledge_user", "knowledge_workspace", "email_attachment"],
  credentials: ["omit", "same-origin", "include"],
  locale: LANGUAGES,
};

/** Suggested values for attributes and custom properties that accept any value. */
export const SUGGESTIONS: Readonly<Record<string, readonly string[]>> = {
  endpoint: ["/api/uploads", "/api/resumable"],
  accept: [".vtt, .srt, .txt", "image/*", ".pdf, .docx"],
  "max-file-size": ["1000000", "50000000"],
  "worker-url": ["/lightfield-uploader/md5.worker.js"],
  name: ["transcripts"],
  "--lf-uploader-font": ["Georgia, serif", "ui-monospace, monospace", "system-ui"],
};

/** Example values of properties, as JSON. */
export const EXAMPLES: Readonly<Record<string, string>> = {
  context: '{ "meetingId": "m_123" }',
  headers: '{ "x-team": "sales" }',
  messages: '{ "heading": "Hand in your recordings" }',
};

/** Properties without a field: `uploader` takes an object that JSON cannot express, and `value` is for reading. */
export const NOT_TYPED: readonly string[] = ["uploader", "value"];

/** Methods without a button: without an id, `remove()` removes the element itself from the page. */
export const NOT_CALLED: readonly string[] = ["remove"];

/** HTML for each slot. The outer element has the `slot` attribute. */
const SLOTTED: Readonly<Record<string, string>> = {
  heading: '<strong slot="heading">Hand in your recordings</strong>',
  hint: '<span slot="hint">Captions and notes of this week, please.</span>',
  "browse-button": '<button slot="browse-button" type="button">Look on my computer</button>',
  "file-icon":
    '<svg slot="file-icon" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.6"><path d="M5 10v4M9 6v12M13 9v6M17 4v16M21 10v4"></path></svg>',
  empty: '<p slot="empty">Nothing has been handed in yet.</p>',
};

export function slottedHtml(slot: string): string {
  return (Object.hasOwn(SLOTTED, slot) && SLOTTED[slot]) || `<span slot="${slot}">${slot}</span>`;
}
