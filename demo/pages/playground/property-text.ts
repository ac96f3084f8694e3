/** Built-in sentences of the element by name: those that `messages` can replace. Some are functions. */
export type Sentences = Readonly<Record<string, unknown>>;

export type TypedProperty = { readonly value: unknown } | { readonly problem: string };

/** Parses the JSON that the user typed for a property; null for empty text. */
export function readProperty(name: string, text: string, sentences: Sentences): TypedProperty | null {
  if (text.trim() === "") return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: `Not JSON yet: ${error instanceof Error ? error.message : error}` };
  }
  if (name === "headers") return readHeaders(value);
  if (name === "messages") return readMessages(value, sentences);
  return { value };
}

function readHeaders(value: unknown): TypedProperty {
  if (!isObject(value) || Object.values(value).some((header) => typeof header !== "string")) {
    return { problem: 'Headers are an object of strings: { "x-team": "sales" }' };
  }
  try {
    new Headers(value as Record<string, string>);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  return { value };
}

/** Parses replaced sentences. For a sentence with arguments the text becomes a function that ignores them. */
function readMessages(value: unknown, sentences: Sentences): TypedProperty {
  if (!isObject(value)) return { problem: 'Messages are an object of sentences: { "heading": "…" }' };
  const messages: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(value)) {
    const known = Object.hasOwn(sentences, name) ? sentences[name] : undefined;
    if (known === undefined) {
      return { problem: `The playground knows no sentence "${name}". It knows ${Object.keys(sentences).join(", ")}.` };
    }
    if (isObject(known)) {
      const inner = readMessages(given, known);
      if ("problem" in inner) return inner;
      messages[name] = inner.value;
    } else if (typeof given !== "string") {
      return { problem: `"${name}" has to be a sentence: a string.` };
    } else {
      messages[name] = typeof known === "function" ? () => given : given;
    }
  }
  return { value: messages };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
