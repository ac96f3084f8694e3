const OFFICE = "application/vnd.openxmlformats-officedocument";
const OPEN = "application/vnd.oasis.opendocument";

/**
 * Media types, each with its file extensions (the first one names the type for people) and with the other types that
 * operating systems and browsers report for such files. Every pair of type and extension agrees with the `mime-db` package
 * (a test compares them); the test lists the exceptions, which have no registered type, with their reasons.
 */
export const TYPES: Readonly<Record<string, string>> = {
  "text/plain": "txt text log sbv ass ssa lrc scc text/x-log text/x-ssa",
  "text/vtt": "vtt text/x-vtt application/x-vtt",
  "application/x-subrip": "srt text/srt text/x-srt text/x-subrip application/srt application/subrip application/x-srt",
  "application/ttml+xml": "ttml dfxp itt application/x-dfxp+xml application/ttaf+xml",
  "text/markdown": "md markdown text/x-markdown text/x-web-markdown",
  "text/html": "html htm",
  "text/csv": "csv text/x-csv application/csv application/x-csv text/comma-separated-values",
  "text/tab-separated-values": "tsv",
  "text/yaml": "yaml yml application/x-yaml application/yaml text/x-yaml text/vnd.yaml",
  "text/calendar": "ics",
  "text/x-vcard": "vcf text/vcard text/directory",
  "application/json": "json text/json application/x-json",
  "application/jsonl": "jsonl ndjson application/x-ndjson application/jsonlines application/x-jsonlines",
  "application/xml": "xml text/xml",
  "application/rtf": "rtf text/rtf text/richtext application/x-rtf",
  "application/pdf": "pdf application/x-pdf",
  "application/msword": "doc application/vnd.ms-word application/doc",
  "application/vnd.ms-word.document.macroenabled.12": "docm",
  [`${OFFICE}.wordprocessingml.document`]: "docx",
  [`${OFFICE}.wordprocessingml.template`]: "dotx",
  [`${OPEN}.text`]: "odt",
  "application/vnd.apple.pages": "pages application/x-iwork-pages-sffpages",
  "application/vnd.ms-excel": "xls application/excel application/x-excel application/x-msexcel",
  "application/vnd.ms-excel.sheet.macroenabled.12": "xlsm",
  "application/vnd.ms-excel.sheet.binary.macroenabled.12": "xlsb",
  [`${OFFICE}.spreadsheetml.sheet`]: "xlsx",
  [`${OPEN}.spreadsheet`]: "ods",
  "application/vnd.apple.numbers": "numbers application/x-iwork-numbers-sffnumbers",
  "application/vnd.ms-powerpoint": "ppt pps application/powerpoint application/mspowerpoint",
  "application/vnd.ms-powerpoint.presentation.macroenabled.12": "pptm",
  [`${OFFICE}.presentationml.presentation`]: "pptx",
  [`${OFFICE}.presentationml.slideshow`]: "ppsx",
  [`${OPEN}.presentation`]: "odp",
  "application/vnd.apple.keynote": "key application/x-iwork-keynote-sffkey",
  "application/epub+zip": "epub",
  "message/rfc822": "eml mht mhtml",
  "application/vnd.ms-outlook": "msg",
  "application/mbox": "mbox",
  "application/zip": "zip application/x-zip-compressed application/x-zip application/zip-compressed",
  "application/gzip":
    "gz tgz application/x-gzip application/x-compressed-tar application/x-gtar-compressed application/x-tgz",
  "application/x-tar": "tar",
  "application/x-7z-compressed": "7z",
  "application/vnd.rar": "rar application/x-rar-compressed application/x-rar",
  "application/x-xz": "xz",
  "application/x-bzip2": "bz2 application/x-bzip",
  "audio/mpeg": "mp3 audio/mp3 audio/x-mp3 audio/x-mpeg",
  "audio/mp4": "m4a audio/x-m4a audio/m4a",
  "audio/aac": "aac audio/x-aac",
  "audio/wav": "wav audio/x-wav audio/wave audio/vnd.wave",
  "audio/flac": "flac audio/x-flac",
  "audio/ogg": "ogg oga opus audio/opus",
  "audio/webm": "weba",
  "audio/amr": "amr",
  "audio/x-caf": "caf",
  "audio/x-aiff": "aif aiff audio/aiff",
  "audio/x-ms-wma": "wma",
  "audio/x-matroska": "mka",
  "video/mp4": "mp4",
  "video/x-m4v": "m4v",
  "video/webm": "webm",
  "video/quicktime": "mov",
  "video/x-matroska": "mkv video/matroska",
  "video/x-msvideo": "avi video/avi video/msvideo",
  "video/x-ms-wmv": "wmv",
  "video/3gpp": "3gp 3gpp",
  "video/3gpp2": "3g2",
  "video/mpeg": "mpg mpeg",
  "video/mp2t": "ts mts m2ts",
  "video/ogg": "ogv",
  "video/x-flv": "flv",
  "image/png": "png image/x-png",
  "image/jpeg": "jpg jpeg jfif image/jpg image/pjpeg",
  "image/gif": "gif",
  "image/webp": "webp",
  "image/heic": "heic",
  "image/heif": "heif",
  "image/avif": "avif",
  "image/bmp": "bmp image/x-ms-bmp",
  "image/tiff": "tif tiff",
  "image/svg+xml": "svg",
};

/** Types by extension and by the other names of a type. */
const BY_NAME = new Map<string, string>();
for (const [type, names] of Object.entries(TYPES)) for (const name of names.split(" ")) BY_NAME.set(name, type);

const UNKNOWN = "application/octet-stream";
/** Reported types that mean "unknown", as of Android's document providers, and what is no media type. */
const SAYS_NOTHING = /^[^/]*$|^\*|octet-stream|\/(?:x-)?(?:unknown|(?:force-)?download)$/;
/**
 * Types that systems also report for files with the extension of another type: Windows with Excel for .csv, Firefox for
 * .ass, Chromium for .heic, systems without an office program for office documents.
 */
const OFTEN_WRONG = new Set([
  "application/vnd.ms-excel",
  "application/msword",
  "application/zip",
  "audio/aac",
  "image/heif",
]);

/**
 * The file's media type without parameters, lower case, under the name that Lightfield's lists use: as the browser reports
 * it, unless that is unknown or contradicts a known extension; otherwise by extension, then by `content`, the kind that an
 * inspection recognized (an extension of that kind), then `application/octet-stream`.
 */
export function mimeTypeOf(file: Pick<File, "name" | "type">, content?: string | null): string {
  const reported = mainTypeOf(reportedType(file.type));
  return (
    (isReliable(reported) && reported) ||
    typeByExtension(file.name) ||
    reported ||
    BY_NAME.get(content ?? "") ||
    UNKNOWN
  );
}

/** Whether this is the type that is sent for a file of unknown type. */
export function isUntyped(type: string): boolean {
  return type === UNKNOWN;
}

/** A type that a browser reports, without parameters, lower case; "" when it says nothing. */
export function reportedType(type: string): string {
  const bare = type.replace(/;.*/s, "").trim().toLowerCase();
  return SAYS_NOTHING.test(bare) ? "" : bare;
}

/** Whether the table contains the type and systems report it only for files with its extensions. */
export function isReliable(type: string): boolean {
  return Object.hasOwn(TYPES, type) && !OFTEN_WRONG.has(type);
}

/** Type of files with the extension of this name; undefined when the table does not contain the extension. */
export function typeByExtension(name: string): string | undefined {
  const [, extension] = /\.(\w+)\s*$/.exec(name) ?? [];
  return extension && BY_NAME.get(extension.toLowerCase());
}

/** The name in the table of a type that has several names; any other type unchanged. */
export function mainTypeOf(type: string): string {
  return BY_NAME.get(type) ?? type;
}
