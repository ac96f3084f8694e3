/*
 * Encoders for user input in HTML and JavaScript. The parser of the language reads back the same value, and no value can
 * end the attribute or the script that contains it.
 */

/** Text for a double-quoted attribute. Carriage returns are escaped, because parsers turn them into line feeds. */
export function attributeValue(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}

/** JavaScript literal of a JSON value or of a function without parameters, formatted for a script element. */
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

/** JSON with "<" escaped: an end tag would end the script element, and a comment would change how it is parsed. */
function quoted(value: unknown): string {
  return (JSON.stringify(value) ?? "undefined").replaceAll("<", "\\u003c");
}
