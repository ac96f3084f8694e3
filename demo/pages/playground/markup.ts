/*
 * Escapes the user's values for HTML and JavaScript, so that they are parsed as the same value and cannot end their
 * context.
 */

/** Escapes a value for an attribute in double quotes. Line feeds are kept; carriage returns would become line feeds. */
export function attributeValue(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}

/** JSON and functions without arguments as source code for a script element. */
export function literal(value: unknown, indent = ""): string {
  if (typeof value === "function") return `() => ${literal(value(), indent)}`;
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, indent)).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value);
    if (entries.length === 0) return "{}";
    const short = `{ ${entries.map(([key, item]) => `${keyOf(key)}: ${literal(item, indent)}`).join(", ")} }`;
    if (short.length <= 72 && !short.includes("\n")) return short;
    const inner = `${indent}  `;
    const lines = entries.map(([key, item]) => `${inner}${keyOf(key)}: ${literal(item, inner)},`);
    return ["{", ...lines, `${indent}}`].join("\n");
  }
  return quoted(value);
}

function keyOf(key: string): string {
  // As a plain key it would set the prototype.
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
}

/** Escapes end tags and comment starts, which would end the script element or change how it is parsed. */
function quoted(value: unknown): string {
  return (JSON.stringify(value) ?? "undefined").replaceAll("<", "\\u003c");
}
