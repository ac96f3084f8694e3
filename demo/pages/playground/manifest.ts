/** Public API of one element as read from `custom-elements.json`, in the order of the manifest. */
export interface ElementApi {
  readonly tag: string;
  readonly description: string;
  readonly attributes: readonly Attribute[];
  readonly tokens: readonly Token[];
  readonly events: readonly ElementEvent[];
  readonly slots: readonly Described[];
  readonly parts: readonly Described[];
  readonly states: readonly Described[];
  /** Methods that can be called without arguments. */
  readonly methods: readonly Described[];
  /** Writable properties without an attribute. */
  readonly properties: readonly Described[];
}

export interface Described {
  readonly name: string;
  readonly description: string;
}

export interface Attribute extends Described {
  readonly kind: "boolean" | "number" | "text";
  /** Default value as written in HTML; "" for none. */
  readonly default: string;
}

export interface Token extends Described {
  readonly default: string;
}

export interface ElementEvent extends Described {
  /** Whether the event has a `detail`; false for a plain `Event`. */
  readonly hasDetail: boolean;
}

/** Reads the API of an element from a manifest. Throws if the manifest is invalid or lacks the element. */
export function readManifest(manifest: unknown, tag: string): ElementApi {
  const declarations = list(manifest, "modules").flatMap((module) => list(module, "declarations"));
  const declaration = declarations.find((candidate) => text(candidate, "tagName") === tag);
  if (!declaration) throw new Error(`The manifest has no <${tag}>.`);
  const members = list(declaration, "members");
  return {
    tag,
    description: described(declaration).description,
    attributes: list(declaration, "attributes").map(attribute),
    tokens: list(declaration, "cssProperties").map((entry) => ({
      ...described(entry),
      default: text(entry, "default"),
    })),
    events: list(declaration, "events").map((entry) => ({ ...described(entry), hasDetail: typeOf(entry) !== "Event" })),
    slots: list(declaration, "slots").map(described),
    parts: list(declaration, "cssParts").map(described),
    states: list(declaration, "cssStates").map(described),
    methods: members.filter(isCallable).map(described),
    properties: members.filter(isSettable).map(described),
  };
}

function attribute(entry: unknown): Attribute {
  const type = typeOf(entry);
  const kind = type === "boolean" ? "boolean" : /\bnumber\b/.test(type) ? "number" : "text";
  const written = text(entry, "default").replace(/^"(.*)"$/, "$1");
  return { ...described(entry), kind, default: written === "null" || kind === "boolean" ? "" : written };
}

function isCallable(member: unknown): boolean {
  return text(member, "kind") === "method" && list(member, "parameters").every((one) => read(one, "optional") === true);
}

function isSettable(member: unknown): boolean {
  return text(member, "kind") === "field" && !read(member, "readonly") && text(member, "attribute") === "";
}

function described(entry: unknown): Described {
  return { name: text(entry, "name"), description: text(entry, "description").replaceAll("\n", " ") };
}

function typeOf(entry: unknown): string {
  return text(read(entry, "type"), "text");
}

function read(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function text(value: unknown, key: string): string {
  const found = read(value, key);
  return typeof found === "string" ? found : "";
}

function list(value: unknown, key: string): readonly unknown[] {
  const found = read(value, key);
  return Array.isArray(found) ? found : [];
}
