const MAX_SPEAKERS = 100;
/** Longest name, in characters; a longer one is cut. */
export const MAX_NAME_CHARS = 80;

/** Marks that make no difference between two names: of direction, of width zero, and joiners. */
const INVISIBLE = /\p{Cf}/gu;
/** Those that names are shown without. Persian names and emoji need joiners. */
export const NEEDLESS = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** Text in brackets or quotes inside a name, such as pronouns, companies and nicknames. */
export const ASIDE = /\([^()]*\)|\[[^[\]]*\]|["“„«'‘][^"“”„«»'‘’]*["”“»'’]/g;

/** A name in the captions. */
export interface Speaker {
  /** As it is written at first. */
  readonly name: string;
  count: number;
}

/** The names as the preview shows them: the first hundred. */
export function shown(speakers: Iterable<Speaker>): string[] {
  return [...speakers].slice(0, MAX_SPEAKERS).map(({ name }) => name);
}

/** The speakers, with "Mira (laughs)" as Mira where there is one. */
export function merged(speakers: Map<string, Speaker>): Map<string, Speaker> {
  for (const [key, { name, count }] of speakers) {
    const bare = keyOf(tidy(name.replace(ASIDE, "")));
    const person = bare === key ? undefined : speakers.get(bare);
    if (!person) continue;
    person.count += count;
    speakers.delete(key);
  }
  return speakers;
}

/** The names by key, without those that are only signs. */
export function distinct(names: readonly string[]): Map<string, Speaker> {
  const speakers = new Map<string, Speaker>();
  for (const name of names) {
    const key = keyOf(name);
    const known = speakers.get(key);
    if (known) known.count += 1;
    else if (/[\p{L}\p{N}]/u.test(key)) speakers.set(key, { name, count: 1 });
  }
  return speakers;
}

/** The same for spellings of one name that differ in case, width, spaces or invisible marks. */
export function keyOf(name: string): string {
  return name.normalize("NFKC").replace(INVISIBLE, "").toLowerCase();
}

/** The name without needless spaces, marks and emphasis. */
export function tidy(name: string): string {
  return name
    .normalize("NFC")
    .replace(NEEDLESS, "")
    .slice(0, MAX_NAME_CHARS)
    .replace(/\s+/g, " ")
    .replace(/^[*_ ]+|[*_ ]+$/g, "");
}
