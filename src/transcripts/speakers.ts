/** Names in the text of one cue. */
export interface CueSpeakers {
  /** Of WebVTT's voice tags, which say so outright (Teams). */
  readonly voices: readonly string[];
  /** What stands before a colon, which may be a name (Zoom, Meet, Otter). */
  readonly prefix: string | null;
}

const MOST_NAME_CHARS = 80;
const MOST_TAG_CHARS = 200;
const MOST_NAME_WORDS = 6;
/** What no name holds: it was the beginning of a sentence, an address or a time. */
const NOT_IN_NAMES = /[!?;"“”„«»<>{}|\\/=]/;
/** A new speaker's sign in broadcast captions. */
const TURN_SIGNS = [">>>", ">>", "-", "–", "—"];

export function speakersIn(lines: readonly string[]): CueSpeakers {
  return { voices: lines.flatMap(voicesOf), prefix: prefixOf(lines[0] ?? "") };
}

/** `<v Name>` and `<v.loud Name>` (WebVTT, "cue voice span"). */
function voicesOf(line: string): string[] {
  const names: string[] = [];
  for (let open = line.indexOf("<v"); open >= 0; open = line.indexOf("<v", open + 2)) {
    const mark = line.charAt(open + 2);
    if (mark !== " " && mark !== "\t" && mark !== ".") continue;
    // A tag that does not end soon is none; looking for its end through the whole line would cost the line's square.
    const ahead = line.slice(open + 2, open + MOST_TAG_CHARS);
    const inside = ahead.slice(0, Math.max(0, ahead.indexOf(">")));
    const gap = inside.search(/[ \t]/);
    const name = gap < 0 ? "" : tidy(withoutEntities(inside.slice(gap)));
    if (name !== "") names.push(name);
  }
  return names;
}

function prefixOf(line: string): string | null {
  let start = line.trimStart();
  const sign = TURN_SIGNS.find((one) => start.startsWith(one));
  if (sign) start = start.slice(sign.length).trimStart();
  const colon = start.slice(0, MOST_NAME_CHARS + 1).search(/[:：]/);
  if (colon < 1) return null;
  // "10:30" and "https://…" go on without a gap. The full-width colon brings its own.
  const next = start.charAt(colon + 1);
  if (start[colon] === ":" && next !== "" && next.trim() !== "") return null;
  const name = tidy(withoutEntities(start.slice(0, colon)));
  const words = name.split(" ");
  if (NOT_IN_NAMES.test(name) || words.length > MOST_NAME_WORDS || !/\p{L}/u.test(name)) return null;
  return name;
}

function tidy(name: string): string {
  return name.normalize("NFC").slice(0, MOST_NAME_CHARS).replace(/\s+/g, " ").trim();
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

function withoutEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt|nbsp|quot|apos|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}
