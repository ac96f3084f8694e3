/** Reference pages as Markdown, from the manifest of the elements and from the types in the sources. */

interface Entry {
  readonly name?: string;
  readonly description?: string;
  readonly default?: string;
  readonly fieldName?: string;
  readonly attribute?: string;
  readonly kind?: string;
  readonly privacy?: string;
  readonly static?: boolean;
  readonly readonly?: boolean;
  readonly type?: { readonly text: string };
  readonly parameters?: readonly {
    readonly name: string;
    readonly type?: { readonly text: string };
    readonly optional?: boolean;
  }[];
  readonly return?: { readonly type?: { readonly text: string } };
}

interface Declaration extends Entry {
  readonly tagName?: string;
  readonly attributes?: readonly Entry[];
  readonly members?: readonly Entry[];
  readonly events?: readonly Entry[];
  readonly slots?: readonly Entry[];
  readonly cssParts?: readonly Entry[];
  readonly cssProperties?: readonly Entry[];
  readonly cssStates?: readonly Entry[];
}

export interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

export function elementPage(manifest: Manifest, tagName: string): string {
  const element = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .find((one) => one.tagName === tagName);
  if (!element) throw new Error(`The manifest has no <${tagName}>.`);
  const attributes = element.attributes ?? [];
  const byField = new Map(attributes.map((attribute) => [attribute.fieldName, attribute]));
  const members = (element.members ?? []).filter(
    ({ privacy, static: isStatic }) => !isStatic && (privacy ?? "public") === "public",
  );
  const properties = members.filter(({ kind, name }) => kind === "field" && !byField.has(name));
  const methods = members.filter(({ kind, description }) => kind === "method" && description);
  const sections: string[] = [`# \`<${tagName}>\``, element.description ?? ""];
  const add = (title: string, head: readonly string[], rows: readonly (readonly string[])[]) => {
    if (rows.length > 0) sections.push(`## ${title}`, table(head, rows));
  };
  add(
    "Attributes and their properties",
    ["attribute", "description"],
    attributes.map((one) => [
      code(one.name),
      joined([
        one.description,
        one.fieldName === one.name ? "" : `Property ${code(one.fieldName)}.`,
        `Type ${code(one.type?.text)}.`,
        one.default ? `Default ${code(one.default)}.` : "",
      ]),
    ]),
  );
  add(
    "Properties without an attribute",
    ["property", "description"],
    properties.map((one) => [
      code(one.name),
      joined([one.description, one.readonly ? "Read-only." : "", one.type ? `Type ${code(one.type.text)}.` : ""]),
    ]),
  );
  add(
    "Methods",
    ["method", "description"],
    methods.map((one) => [code(signature(one)), one.description ?? ""]),
  );
  add(
    "Events",
    ["event", "description"],
    (element.events ?? []).map((one) => [code(one.name), joined([one.description, `Class ${code(one.type?.text)}.`])]),
  );
  add(
    "Slots",
    ["slot", "description"],
    (element.slots ?? []).map((one) => [code(one.name || "(default)"), one.description ?? ""]),
  );
  add(
    "Parts",
    ["part", "description"],
    (element.cssParts ?? []).map((one) => [code(one.name), one.description ?? ""]),
  );
  add(
    "Custom properties",
    ["property", "description"],
    (element.cssProperties ?? []).map((one) => [
      code(one.name),
      joined([one.description, one.default ? `Default ${code(one.default)}.` : ""]),
    ]),
  );
  add(
    "States",
    ["`:state(…)`", "description"],
    (element.cssStates ?? []).map((one) => [code(one.name), one.description ?? ""]),
  );
  return sections.join("\n\n");
}

/** Documentation of an interface in a source text: its comment and its members, in their order. */
export function interfaceTable(source: string, name: string): string {
  const start = new RegExp(`export (?:interface ${name}\\b[^{]*|type ${name}\\b[^{]*)\\{`).exec(source);
  if (!start) throw new Error(`No interface ${name} in the source.`);
  const from = start.index + start[0].length;
  const body = source.slice(from, endOfBlock(source, from));
  const rows = [...members(body)].map(({ doc, name: member, optional, type }) => [
    code(`${member}${optional ? "?" : ""}`),
    joined([doc, `Type ${code(type)}.`]),
  ]);
  return table(["option", "description"], rows);
}

/** Comment directly before a declaration, as one paragraph. */
export function commentBefore(source: string, declaration: RegExp): string {
  const at = declaration.exec(source);
  if (!at) throw new Error(`No ${declaration} in the source.`);
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(source.slice(0, at.index));
  return comment ? plain(comment[1] ?? "") : "";
}

const MEMBER = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?(?:readonly\s+)?(\w+)(\?)?(\([\s\S]*?\)\s*:\s*|:\s*)/y;

function* members(body: string): Generator<{ doc: string; name: string; optional: boolean; type: string }> {
  let at = 0;
  while (at < body.length) {
    MEMBER.lastIndex = at + (/^\s*/.exec(body.slice(at))?.[0].length ?? 0);
    const match = MEMBER.exec(body);
    if (!match) return;
    const end = endOfType(body, MEMBER.lastIndex);
    const parameters = (match[4] ?? "").replace(/\s*:\s*$/, "");
    const type = body.slice(MEMBER.lastIndex, end).replace(/\s+/g, " ").trim();
    const isMethod = parameters !== "";
    yield {
      doc: plain(match[1] ?? ""),
      name: match[2] ?? "",
      optional: match[3] !== undefined,
      type: isMethod ? `${parameters} => ${type}` : type.replace(/ \| undefined$/, ""),
    };
    at = end + 1;
  }
}

/** Index of the ";" that ends a type, past brackets of every kind. */
function endOfType(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at] ?? "";
    if ("({[<".includes(char)) depth += 1;
    else if (")}]".includes(char) || (char === ">" && text[at - 1] !== "=")) depth -= 1;
    else if (char === ";" && depth === 0) return at;
  }
  return text.length;
}

function endOfBlock(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    else if (text[at] === "}") depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

function signature({ name, parameters = [], return: returned }: Entry): string {
  const list = parameters
    .map((one) => `${one.name}${one.optional ? "?" : ""}: ${one.type?.text ?? "unknown"}`)
    .join(", ");
  return `${name}(${list}): ${returned?.type?.text ?? "void"}`;
}

function plain(comment: string): string {
  return comment
    .replace(/^\s*\*\s?/gm, "")
    .replace(/\s+/g, " ")
    .trim();
}

function joined(sentences: readonly (string | undefined)[]): string {
  return sentences.filter(Boolean).join(" ");
}

function code(text: string | undefined): string {
  return text === undefined || text === "" ? "" : `\`${text.replace(/\s+/g, " ")}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => plainStars(cell.replace(/\s+/g, " ").replaceAll("|", "\\|"))).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Keeps the stars of quoted patterns like "text/*", which Markdown would read as emphasis. */
const plainStars = (text: string): string => text.replace(/"[^"`]*"/g, (quoted) => quoted.replaceAll("*", "\\*"));
