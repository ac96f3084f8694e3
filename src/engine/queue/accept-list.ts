import { mainTypeOf, mimeTypeOf, reportedType, typeByExtension } from "../mime-types.ts";

export type NamedFile = Pick<File, "name" | "type">;

/** An `accept` list, read. One meaning for the picker, drags, drops, pastes and files of the page. */
export interface AcceptList {
  /** The parts in the spelling of HTML: ".vtt", "text/*" or "text/vtt". Empty when the list takes every file. */
  readonly tokens: readonly string[];
  /** Parts of the list that cannot match any file, as written. They are ignored. */
  readonly useless: readonly string[];
  fits(file: NamedFile): boolean;
}

const ALL = /^(?:\*+|\*?\.\*|\*\/\*)$/;
/** Words that mean a group and not an extension. */
const GROUP = /^(audio|image|text|video)s?$/;
/** Media types with a registered first part, or one for private use (RFC 6838, section 4.2). */
const TYPE = /^(?:application|audio|chemical|font|image|message|model|multipart|text|video|x-[\w-]+)\/[\w!#$&^.+*-]+$/;
const EXTENSION = /^\.(?=.*[^.*])[^\\/:?]+$/;

/**
 * Reads an `accept` list, which has the meaning of the attribute of a file input (HTML, "file upload state"): a file fits
 * if the type that the browser reports, the type by its name, or the end of its name is on the list. It also understands
 * "vtt", "*.vtt", "image", "image/", "*.*", and lists separated by spaces, semicolons or bars. A list without a usable part
 * accepts every file, as a file input with it does.
 */
export function acceptList(accept: string | null | undefined): AcceptList {
  const parts = partsOf(accept);
  const useless = parts.filter((part) => tokenOf(part) === null);
  const tokens = [...new Set(parts.map(tokenOf))].filter((token) => token !== null);
  if (tokens.length === 0 || tokens.includes("*")) return { tokens: [], useless, fits: () => true };
  const patterns = tokens.map((token) => [token.startsWith("."), patternOf(token)] as const);
  const fits = (file: NamedFile): boolean => {
    const ending = file.name.trim().toLowerCase();
    const types = typesOf(file);
    return patterns.some(([isExtension, pattern]) =>
      isExtension ? pattern.test(ending) : types.some((one) => pattern.test(one)),
    );
  };
  return { tokens, useless, fits };
}

/**
 * Parts of the list as they are written, without what separates them and without parameters of types. Lit sets a property to
 * null when its attribute is removed, whatever its type says.
 */
function partsOf(accept: string | null | undefined): string[] {
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

/** Matches the lower-case end of a name for ".vtt", a whole type for the others. */
export function patternOf(token: string): RegExp {
  const source = token.replace(/[.+^$()|[\]\\{}]/g, "\\$&").replaceAll("*", ".*");
  return new RegExp(token.startsWith(".") ? `${source}$` : `^${source}$`, "s");
}

/** All types that a file has: as reported, by its name, and as it is sent. */
export function typesOf(file: NamedFile): string[] {
  const reported = reportedType(file.type);
  const named = typeByExtension(file.name) ?? "";
  const types = [reported, mainTypeOf(reported), named, mimeTypeOf(file)];
  // Subtitles are text, although no system reports a type that says so.
  return types.includes("application/x-subrip") ? [...types, "text/srt"] : types;
}
