/** Names in the text of one cue. */
export interface CueSpeakers {
  /** Names in WebVTT voice tags (Teams). */
  readonly voices: readonly string[];
  /** Text before a colon, which may be a name (Zoom, Meet, Otter); null when there is none. */
  readonly prefix: string | null;
}

const MAX_NAME_CHARS = 80;
const MAX_TAG_CHARS = 200;
const MAX_NAME_WORDS = 6;
/** Characters that do not occur in names but in sentences, URLs and times. */
const NOT_IN_NAMES = /[!?;"“”„«»<>{}|\\/=]/;
/** Markers of a new speaker in broadcast captions. */
const TURN_MARKERS = [">>>", ">>", "-", "–", "—"];

export function speakersIn(lines: readonly string[]): CueSpeakers {
  return { voices: lines.flatMap(voicesOf), prefix: prefixOf(lines[0] ?? "") };
}

/** Names in `<v Name>` and `<v.loud Name>` (WebVTT, "cue voice span"). */
function voicesOf(line: string): string[] {
  const names: string[] = [];
  for (let open = line.indexOf("<v"); open >= 0; open = line.indexOf("<v", open + 2)) {
    const mark = line.charAt(open + 2);
    if (mark !== " " && mark !== "\t" && mark !== ".") continue;
    // A tag must end within `MAX_TAG_CHARS`. Searching the whole line for every tag would take quadratic time.
    const ahead = line.slice(open + 2, open + MAX_TAG_CHARS);
    const inside = ahead.slice(0, Math.max(0, ahead.indexOf(">")));
    const gap = inside.search(/[ \t]/);
    const name = gap < 0 ? "" : normalizeName(decodeEntities(inside.slice(gap)));
    if (name !== "") names.push(name);
  }
  return names;
}

function prefixOf(line: string): string | null {
  let start = line.trimStart();
  const marker = TURN_MARKERS.find((one) => start.startsWith(one));
  if (marker) start = start.slice(marker.length).trimStart();
  const colon = start.slice(0, MAX_NAME_CHARS + 1).search(/[:：]/);
  if (colon < 1) return null;
  // In "10:30" and "https://…" no space follows the colon. A full-width colon needs none.
  const next = start.charAt(colon + 1);
  if (start[colon] === ":" && next !== "" && next.trim() !== "") return null;
  const name = normalizeName(decodeEntities(start.slice(0, colon)));
  const words = name.split(" ");
  if (NOT_IN_NAMES.test(name) || words.length > MAX_NAME_WORDS || !/\p{L}/u.test(name)) return null;
  return name;
}

function normalizeName(name: string): string {
  return name.normalize("NFC").slice(0, MAX_NAME_CHARS).replace(/\s+/g, " ").trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&nbsp;": " ",
  "&quot;": '"',
  "&apos;": "'",
  "&#39;": "'",
};

function decodeEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt|nbsp|quot|apos|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}
