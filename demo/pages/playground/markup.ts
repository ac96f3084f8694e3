/*
 * Values of the user as HTML and JavaScript. Each says the same value back to the parser of its language, and none
 * can end the place that it stands in.
 */

/** Between double quotes. A line feed may stay; a carriage return would become one. */
export function attributeValue(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}

/** JSON, and functions that take nothing, as one would write them in a script element of a page. */
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
  // Written plainly it would set the prototype.
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
}

/** An end tag or the start of a comment would end the script element, or change how it is read. */
function quoted(value: unknown): string {
  return (JSON.stringify(value) ?? "undefined").replaceAll("<", "\\u003c");
}
