/** Rules of a `purpose`. */
export interface PurposeRule {
  /** Allowed media types without parameters; null allows all. */
  readonly mimeTypes: readonly string[] | null;
  readonly maxBytes: number;
  /** Area of knowledge uploads, in which names get a timestamp and nothing is overwritten. Null for other purposes. */
  readonly area?: string;
  /** Whether only keys of an organisation's admin may use the purpose. */
  readonly adminOnly?: boolean;
}

const MIB = 1024 * 1024;

const OFFICE = "application/vnd.openxmlformats-officedocument";

const TEXTS = [
  "text/plain",
  "text/markdown",
  "text/html",
  "text/csv",
  "text/tab-separated-values",
  "text/rtf",
  "application/rtf",
  "application/json",
  "application/pdf",
  "application/msword",
  `${OFFICE}.wordprocessingml.document`,
  "application/vnd.oasis.opendocument.text",
];

const TRANSCRIPTS = [
  ...TEXTS,
  "text/vtt",
  "text/srt",
  "application/x-subrip",
  "application/ttml+xml",
  "application/xml",
  "text/xml",
];

const KNOWLEDGE = [
  ...TRANSCRIPTS,
  "text/yaml",
  "text/calendar",
  "application/jsonl",
  "application/epub+zip",
  "application/zip",
  "application/gzip",
  "application/vnd.ms-excel",
  "application/vnd.ms-powerpoint",
  `${OFFICE}.spreadsheetml.sheet`,
  `${OFFICE}.presentationml.presentation`,
  "application/vnd.oasis.opendocument.spreadsheet",
  "application/vnd.oasis.opendocument.presentation",
  "message/rfc822",
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
];

/**
 * Rules of each purpose. The reference names the purposes but not their rules, which the service may change. These are
 * plausible: a transcript is text, so recordings (audio, video) are refused as transcripts.
 * The 20 MiB of an e-mail attachment are documented.
 */
export const PURPOSES: Readonly<Record<string, PurposeRule>> = {
  meeting_transcript: { mimeTypes: TRANSCRIPTS, maxBytes: 100 * MIB },
  knowledge_user: { mimeTypes: KNOWLEDGE, maxBytes: 100 * MIB, area: "user" },
  knowledge_workspace: { mimeTypes: KNOWLEDGE, maxBytes: 100 * MIB, area: "workspace", adminOnly: true },
  email_attachment: { mimeTypes: null, maxBytes: 20 * MIB },
};
