/** Speakers of captions that mark none, in a chunk of its own: its words of many languages are most of the preview's code. */
import type { Cue } from "./cues.ts";
import { decodeEntities } from "./entities.ts";
import {
  ASIDE,
  distinct,
  keyOf,
  MAX_NAME_CHARS,
  merged,
  NEEDLESS,
  type Speaker,
  shown,
  tidy,
} from "./speaker-names.ts";

const MAX_NAME_WORDS = 12;
/** Lines of a cue in which names are sought. */
const MAX_LINES = 8;

/** Marks in front of a name: dashes, chevrons, bullets, notes of music, asterisks, and a time in brackets. */
const LEADING = /^(?:[\s>＞≫»•♪♫*_#‐-―−-]|[[(]\d[\d:.,]{0,15}[\])])+/;
/** Marks of a turn within a cue. */
const TURN = /^\s*(?:[->＞≫‐-―]|&gt;)/;
const TIME_IN_BRACKETS = / [([]\d{1,2}(?::\d\d){1,2}[)\]](?=[:：])/;
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const UNCLOSED = /^[[(【（［][^\])】）］]*$/;
const BRACKETED = /^(?:\[(.+)\]|\((.+)\)|【(.+)】|（(.+)）|［(.+)］|〈(.+)〉|＜(.+)＞|〔(.+)〕)$/;
const HEADING = /^(?:\[[^\]]+\]|\([^)]+\)|【[^】]+】|（[^）]+）|［[^］]+］|〈[^〉]+〉|＜[^＞]+＞|〔[^〕]+〕)/;
const NOT_IN_NAMES = /[!?;<>{}\\=…\p{Cc}]|:\/\//u;
/** Words that names begin with or contain in lower case. */
const FIRST =
  /^(?:(?:d[aeiou]s?|del|della|l[ae]|v[ao]n|de[nr]|te[nr]|zu|bin|ibn|[ae]l|af|av|iPhone|iPad)$|\p{Ll}{1,4}['’]\p{Lu}|[ae]l-)/u;
const PARTICLE =
  /^(?:(?:l[eo]s?|las|te|zu[mr]|bint|y|e|i|und|and|et|of|the|für|from|at|bei|chez)$|\p{Ll}{1,4}-\p{Lu}|\p{Ll}{1,5}\.$)/u;
/** Speakers as programs number them. */
const NUMBERED = /^(?:spk|speaker|sprecher)[ _-]?\w{1,3}$/i;
/** Telephone number of a caller, perhaps with digits hidden; not a date. */
const TELEPHONE = /^(?!\d{1,4}[-./]\d\d?[-./])[+(\d][\d\s().*/x-]{5,}\d$/i;
/** A name that a person has typed in lower case. */
const NICKNAME = /^\p{Ll}[\p{L}\p{N}._-]*(?: \p{L}+\.?)?$/u;
/** Words before a colon that are no speaker, in the languages of most transcripts; the last ones also with more behind them. */
const LABEL = new RegExp(
  `^(?:(?:${[
    "notes?|p\\.?s\\.?|n\\.?b\\.?|fyi|re|aw|fwd|pros?|cons?|items?|points?|options?|goals?|risks?|decisions?|warning|attention|important",
    "tip|source|title|topic|subject|agenda|date|time|duration|location|address|chapter|section|part|slides?|pages?|figure|lesson",
    "step|action items?|to-?do|next steps|summary|update|reminder|remember|examples?|questions?|answers?|link|website|url|https?|e-?mail|phone",
    "language|hinweis|anmerkung|achtung|wichtig|tipp|frage|antwort|beispiel|thema|datum|ort|quelle|folie|seite|kapitel|schritt",
    "remarque|réponse|exemple|étape|chapitre|lieu|nota|pregunta|respuesta|ejemplo|paso|fecha|fuente|tema|domanda|risposta|esempio|passo",
    "pergunta|resposta|exemplo|opmerking|let op|vraag|antwoord|voorbeeld|uwaga|pytanie|odpowiedź|przykład|not|soru|cevap|örnek|dikkat",
    "примечание|внимание|вопрос|ответ|пример|тема|дата|примітка|увага|питання|відповідь|приклад|नोट|ध्यान दें|प्रश्न|उत्तर|उदाहरण",
    "注意?|备注|備[考註]|質問|回答|答え?|例如?|議題|日時|場所|问题|問題|答案|日期|地[点點]|主[题題]|참고|주의|질문|답변|예시?|주제",
    "ملاحظة|سؤال|جواب|مثال|הערה|שאלה|תשובה|דוגמה",
  ].join(
    "|",
  )})(?: ?\\d+)?$|(?:subt[ií]t|untertitel|sous-titr|sottotit|caption|transcri|transla|tradu|übersetz|credits|субтитр|перевод|字幕|翻[译譯訳]|ترجمة|자막|번역))`,
  "iu",
);

/**
 * Names of the speakers in the text of cues, in the order of their appearance; none where the captions do not tell speakers from
 * other text.
 */
export function speakersInText(cues: readonly Cue[]): string[] {
  const turns = cues.map(turnsOf);
  const names = people(turns.flat());
  const isRepeated = ({ count }: Speaker): boolean => count > 1;
  const covered = turns.filter((one) => one.some((name) => names.has(keyOf(name)))).length;
  if (covered * 2 >= cues.length) return shown(names.values());
  // Names at turns only are sure if two persons speak more than once, in more than a few cues of a long film.
  if (covered * 20 >= cues.length && [...names.values()].filter(isRepeated).length > 1) return shown(names.values());
  // Names in lower case are sure if every cue has one of a few.
  const nicknames = [...distinct(turns.flat()).values()].filter(({ name }) => NICKNAME.test(name) && !LABEL.test(name));
  const isEvery = nicknames.reduce((total, { count }) => total + count, 0) === turns.flat().length;
  if (isEvery && turns.every((one) => one.length > 0) && nicknames.every(isRepeated)) return shown(nicknames);
  // Names without a colon are sure if most cues have one of a few.
  const headings = people(cues.flatMap(headingOf));
  const sum = [...headings.values()].reduce((total, { count }) => total + count, 0);
  return sum * 2 >= cues.length && [...headings.values()].every(isRepeated) ? shown(headings.values()) : [];
}

function people(names: readonly string[]): Map<string, Speaker> {
  return merged(new Map([...distinct(names)].filter(([, { name }]) => isName(name))));
}

/** Names before a colon in the lines of a cue, and one in the identifier (Webex: `1 "Name" (id)`). */
function turnsOf({ id, lines }: Cue): string[] {
  const names = lines.slice(0, MAX_LINES).map(nameBeforeColon);
  const [first] = names;
  // A further line begins with a name if the first one does, or if a dash or chevron marks it.
  const turns = names.filter((_, at) => first || at === 0 || TURN.test(lines[at] ?? ""));
  const quoted = /^\d*\s*"([^"]+)"/.exec(id)?.[1];
  return (quoted ? [tidy(quoted)] : turns).filter((name) => name !== "");
}

function nameBeforeColon(line: string): string {
  if (!/[:：]/.test(line)) return "";
  const text = plainText(line).replace(TIME_IN_BRACKETS, "");
  const colon = text.slice(0, MAX_NAME_CHARS + 2).search(/[:：]/);
  const after = text.charAt(colon + 1);
  // "10:30" and "https://…" contain no name.
  if (colon < 1 || (text[colon] === ":" && /[\d/\\]/.test(after))) return "";
  const name = tidy(text.slice(0, colon));
  if (!UNCLOSED.test(name)) return unbracketed(name);
  // "[Mira:] Hello" names a speaker, "[Music: piano]" does not.
  return /[\])】）］]/.test(after) ? name.slice(1) : "";
}

/** A name without a colon: in brackets at the beginning, on a line of its own, or as the identifier of the cue. */
function headingOf({ id, lines }: Cue): string[] {
  const text = plainText(lines[0] ?? "");
  const bracketed = HEADING.exec(text)?.[0];
  const heading = bracketed ? unbracketed(bracketed) : lines.length > 1 && !/[.,!?。，]$/.test(text) ? text : id;
  return /^\d*$/.test(heading) ? [] : [tidy(heading)];
}

/** The line without tags, overrides of Aegisub, character references and leading marks. */
function plainText(line: string): string {
  const text = decodeEntities(line.slice(0, 400).replace(/<[^>]{0,200}>|\{\\[^}]{0,200}\}/g, ""));
  return text.replace(NEEDLESS, "").replace(LEADING, "");
}

function unbracketed(name: string): string {
  return BRACKETED.exec(name)?.slice(1).find(Boolean) ?? name;
}

/** Whether the text looks like the name of a person, a room or a telephone, and not like the beginning of a sentence. */
function isName(name: string): boolean {
  if (TELEPHONE.test(name) || ADDRESS.test(name) || NUMBERED.test(name)) return true;
  const bare = name.replace(ASIDE, "").replace(/ ?\?$/, "").trim();
  if (LABEL.test(name) || NOT_IN_NAMES.test(bare) || !/\p{L}/u.test(name) || /^\d+[.)]?(?: |$)/.test(bare))
    return false;
  const words = bare.split(" ");
  return (
    words.length <= MAX_NAME_WORDS &&
    /[\p{Lu}\p{Lt}\p{Lo}]/u.test(bare) &&
    words.every((word, at) => !/^\p{Ll}/u.test(word) || FIRST.test(word) || (at > 0 && PARTICLE.test(word)))
  );
}
