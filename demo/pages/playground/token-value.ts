import type { Token } from "./manifest.ts";

/** Whether the browser takes a value for a property: `CSS.supports`. */
export type Supports = (property: string, value: string) => boolean;

/** The characters of colours, lengths, fonts and functions: nothing that ends a declaration, a rule or a style element. */
const HARMLESS = /^[\p{L}\p{N}\s#%.,+*/()'"_-]+$/u;

/** A comment, an end of line, and an address, within which quotes and brackets mean nothing. */
const NOT_HARMLESS = /\/\*|[\r\n\f]|url\s*\(/i;

/** Whether it is something to write after `--name:`. Stricter than CSS, which would also let blocks and escapes through. */
export function isTokenValue(value: string): boolean {
  if (value.trim() === "" || !HARMLESS.test(value) || NOT_HARMLESS.test(value)) return false;
  let depth = 0;
  let quote = "";
  for (const character of value) {
    if (quote) quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0 && quote === "";
}

/** A colour by its default, else by what is said of it. Every property takes `inherit`, so that tells nothing. */
export function isColor(token: Token, supports: Supports): boolean {
  if (token.default === "" || token.default === "inherit") return /colou?r/i.test(token.description);
  return supports("color", token.default);
}

/** Why a value is not written into the page; null for one that is. */
export function tokenProblem(token: Token, value: string, supports: Supports): string | null {
  if (!isTokenValue(value)) return "Not a value that can stand in a style sheet.";
  return isColor(token, supports) && !supports("color", value) ? "Not a colour yet." : null;
}

/** The tokens that are set, and to something that works. */
export function tokensIn(
  tokens: Readonly<Record<string, string>>,
  known: readonly Token[],
  supports: Supports,
): (readonly [name: string, value: string])[] {
  return known.flatMap((token) => {
    const value = tokens[token.name];
    return value === undefined || tokenProblem(token, value, supports) ? [] : [[token.name, value.trim()] as const];
  });
}
