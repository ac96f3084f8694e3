import type { Token } from "./manifest.ts";

/** Whether the browser accepts a value for a CSS property, as `CSS.supports` does. */
export type Supports = (property: string, value: string) => boolean;

/** Characters of colours, lengths, fonts and functions. None can end a declaration, a rule or a style element. */
const HARMLESS = /^[\p{L}\p{N}\s#%.,+*/()'"_-]+$/u;

/** Comments, line ends and `url(…)`, within which quotes and brackets have no meaning. */
const NOT_HARMLESS = /\/\*|[\r\n\f]|url\s*\(/i;

/** Whether the value is safe after `--name:`. Stricter than CSS, which also allows blocks and escapes. */
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

/** Whether a custom property is a colour, by its default, or by its description if the default is empty or `inherit`. */
export function isColor(token: Token, supports: Supports): boolean {
  if (token.default === "" || token.default === "inherit") return /colou?r/i.test(token.description);
  return supports("color", token.default);
}

/** Reason why a value is not applied; null for a valid value. */
export function tokenProblem(token: Token, value: string, supports: Supports): string | null {
  if (!isTokenValue(value)) return "Not a valid value in a style sheet.";
  return isColor(token, supports) && !supports("color", value) ? "Not a colour yet." : null;
}

/** Custom properties that are set to a valid value, with their names. */
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
