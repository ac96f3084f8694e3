import { extensionsOf, isReliable, mainTypeOf, mimeTypeOf, reportedType, typeByExtension } from "../mime-types.ts";

type NamedFile = Pick<File, "name" | "type">;

/** Decides which files an `accept` list takes. One judge for the picker, drags, drops, pastes and files of the page. */
export interface AcceptJudge {
  /** Kinds for people, without duplicates: "VTT" for an extension or a type, "image/*" for a group. Empty for all files. */
  readonly kinds: readonly string[];
  /** The list for the `accept` attribute of a file input; "" for all files. */
  readonly picker: string;
  /** Parts of the list that cannot match any file, as written. They are ignored. */
  readonly useless: readonly string[];
  fits(file: NamedFile): boolean;
  /** Whether a file of this type may fit when its name is not known, as during a drag. */
  mayFit(type: string): boolean;
}

const ALL = /^(?:\*+|\*?\.\*|\*\/\*)$/;
/** Words that mean a group and not an extension. */
const GROUP = /^(audio|image|text|video)s?$/;
/** Media types with a registered first part, or one for private use (RFC 6838, section 4.2). */
const TYPE = /^(?:application|audio|chemical|font|image|message|model|multipart|text|video|x-[\w-]+)\/[\w!#$&^.+*-]+$/;
const EXTENSION = /^\.(?=.*[^.*])[^\\/:?]+$/;
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

/**
 * Judge for an `accept` list, which has the meaning of the attribute of a file input (HTML, "file upload state"): a file fits
 * if the type that the browser reports, the type by its name, or the end of its name is on the list. It also understands
 * "vtt", "*.vtt", "image", "image/", "*.*", and lists separated by spaces, semicolons or bars. A list without a usable part
 * accepts every file, as a file input with it does.
 */
export function acceptJudge(accept: string): AcceptJudge {
  const parts = partsOf(accept);
  const useless = parts.filter((part) => tokenOf(part) === null);
  const tokens = [...new Set(parts.map(tokenOf))].filter((token) => token !== null);
  if (tokens.length === 0 || tokens.includes("*")) {
    return { kinds: [], picker: "", useless, fits: () => true, mayFit: () => true };
  }
  const patterns = tokens.map((token) => [token.startsWith("."), patternOf(token)] as const);
  const fits = ({ name, type }: NamedFile): boolean => {
    const ending = name.trim().toLowerCase();
    const types = typesOf({ name, type });
    return patterns.some(([isExtension, pattern]) =>
      isExtension ? pattern.test(ending) : types.some((one) => pattern.test(one)),
    );
  };
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

/**
 * Parts of the list as they are written, without what separates them and without parameters of types. Lit sets a property to
 * null when its attribute is removed, whatever its type says.
 */
function partsOf(accept: string | null): string[] {
  return (accept ?? "")
    .replace(/;\s*[\w-]+=[^,;\s]*/g, "")
    .replace(/\s*\/\s*/g, "/")
    .replace(/\.\s+(?=\w)/g, ".")
    .replace(/\*?\.(?=\{)/g, "")
    .split(/[\s,;|，、،"'`()[\]{}<>]+/)
    .filter(Boolean);
}

/** The part in the spelling of HTML: "*", ".vtt", "text/*" or "text/vtt"; null when it cannot match any file. */
function tokenOf(part: string): string | null {
  // "image/*.*", "image/.*" and "image/" mean "image/*"; "image/.png" means ".png".
  const text = part
    .toLowerCase()
    .replace(/\/(?:\*?\.\*|\*\*+)?$/, "/*")
    .replace(/^[^.]*\/\*?(?=\.)/, "");
  if (ALL.test(text)) return "*";
  if (text.includes("/")) return TYPE.test(text) ? mainTypeOf(text) : null;
  const group = GROUP.exec(text)?.[1];
  if (group) return `${group}/*`;
  const extension = `.${text.replace(/^[*.]+/, "")}`;
  return EXTENSION.test(extension) ? extension : null;
}

function patternOf(token: string): RegExp {
  const source = token.replace(/[.+^$()|[\]\\{}]/g, "\\$&").replaceAll("*", ".*");
  return new RegExp(token.startsWith(".") ? `${source}$` : `^${source}$`, "s");
}

/** All types that a file has: as reported, by its name, and as it is sent. */
function typesOf(file: NamedFile): string[] {
  const reported = reportedType(file.type);
  const named = typeByExtension(file.name) ?? "";
  const types = [reported, mainTypeOf(reported), named, mimeTypeOf(file)];
  // Subtitles are text, although no system reports a type that says so.
  return types.includes("application/x-subrip") ? [...types, "text/srt"] : types;
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
