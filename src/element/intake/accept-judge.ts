import { isReliable, mainTypeOf, reportedType, typeByExtension } from "../../engine/mime-types.ts";
import { type AcceptList, acceptList, patternOf, typesOf } from "../../engine/queue/accept-list.ts";
import { extensionsOf } from "./extensions.ts";

/** An `accept` list for the element: its kinds in words, the picker's list, and verdicts before the engine sees a file. */
export interface AcceptJudge extends Pick<AcceptList, "useless" | "fits"> {
  /** Kinds for people, without duplicates: "VTT" for an extension or a type, "image/*" for a group. Empty for all files. */
  readonly kinds: readonly string[];
  /** The list for the `accept` attribute of a file input; "" for all files. */
  readonly picker: string;
  /** Whether a file of this type may fit when its name is not known, as during a drag. */
  mayFit(type: string): boolean;
}

/** Groups that people have a word for. */
const NAMED_GROUP = /^(?:audio|image|text|video)\/\*$/;
/** Most extensions that name a group without a word of its own. */
const MOST_NAMES = 8;
const IS_TEXT = /^text\/|[/+](?:json|jsonl|xml|x-subrip)$/;
const IS_RECORDING = /^(?:audio|video)\//;

/** Types that systems report for other kinds as well, each with these other kinds. */
const REPORTED_FOR: readonly (readonly [reported: RegExp, kinds: RegExp])[] = [
  [/^text\/plain$|xml$/, IS_TEXT],
  [/^(?:audio|video)\/(?:mp4|ogg|webm|3gpp)$/, IS_RECORDING],
];

/** Judge for an `accept` list. The engine decides by the same list which files it takes. */
export function acceptJudge(accept: string | null): AcceptJudge {
  const { tokens, useless, fits } = acceptList(accept);
  return {
    kinds: kindsOf(tokens),
    picker: [...new Set(tokens.flatMap(pickedBy))].join(","),
    useless,
    fits,
    mayFit(type) {
      const reported = mainTypeOf(reportedType(type));
      const isMedia = /^(?:audio|image|video)\//.test(reported);
      if (fits({ name: "", type }) || !(isReliable(reported) || isMedia) || reported === "audio/aac") return true;
      const others = REPORTED_FOR.find(([one]) => one.test(reported))?.[1];
      return tokens.some((token) => {
        const wanted = token.startsWith(".") ? typeByExtension(token) : token;
        return wanted === undefined || wanted === reported || others?.test(wanted);
      });
    },
  };
}

/** The token, and for a type its extensions, because systems do not know every type. */
function pickedBy(token: string): string[] {
  // Phones offer their camera or recorder for a list of nothing but pictures, films or sound.
  if (/^(?:image|video)\/[^*]*$|^(?!text).*\/\*$/.test(token) || /^\.[^*]+$/.test(token)) return [token];
  const extensions = matching(token).map((extension) => `.${extension}`);
  return /[^/]\*|\*[^/]*\w/.test(token) ? extensions : [token, ...extensions];
}

/** Known extensions that fit a token. */
function matching(token: string): string[] {
  const pattern = patternOf(token);
  return extensionsOf().filter((extension) => {
    const name = `.${extension}`;
    return token.startsWith(".") ? pattern.test(name) : typesOf({ name, type: "" }).some((type) => pattern.test(type));
  });
}

function kindsOf(tokens: readonly string[]): string[] {
  const groups = tokens.filter((token) => NAMED_GROUP.test(token));
  const kinds = tokens.flatMap((token) => {
    const type = token.startsWith(".") ? typeByExtension(token) : token;
    // "image/*, .png" is "image/*"; texts are too different for that.
    const isCovered = type && !type.startsWith("text/") && groups.includes(type.replace(/\/.*/, "/*"));
    return groups.includes(token) ? [token] : isCovered ? [] : nameOf(token);
  });
  return [...new Set(kinds)];
}

/** What people call a type or extension: "PDF"; several names, and "…" for many more, when it has a wildcard. */
function nameOf(token: string): string[] {
  if (token.includes("*")) {
    const extensions = matching(token).filter((extension) => {
      const [main] = extensionsOf(typeByExtension(`.${extension}`));
      return token.startsWith(".") || extension === main;
    });
    const names = extensions.slice(0, MOST_NAMES).map((extension) => extension.toUpperCase());
    return names.length === 0 ? [token] : extensions.length > MOST_NAMES ? [...names, "…"] : names;
  }
  const [extension] = token.startsWith(".") ? [token.slice(1)] : extensionsOf(token);
  if (extension) return [extension.toUpperCase()];
  // "application/vnd.acme.report+json" is a "report".
  const name = token.replace(/^.*[/.]/, "").replace(/^x-|\+.*/g, "");
  return [name.length > 5 ? name : name.toUpperCase()];
}
