/**
 * Files that are generated from custom-elements.json: data for editors, and the API that the framework wrappers and types
 * build on. `npm run manifest` writes them, and `npm test` fails when one is out of date.
 */

/**
 * @typedef {{name: string, tagName?: string, description?: string, attributes?: any[], members?: any[], events?: any[],
 *   slots?: any[], cssParts?: any[], cssProperties?: any[], cssStates?: any[]}} Declaration
 */

/**
 * @param {{modules: {declarations?: any[]}[]}} manifest
 * @param {string} version of the package
 * @returns {Record<string, string>} text of each file, by its path from the root
 */
export function elementData(manifest, version) {
  const elements = manifest.modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
  return {
    "vscode.html-custom-data.json": asJson({ version: 1.1, tags: elements.map(htmlTag) }),
    "vscode.css-custom-data.json": asJson({ version: 1.1, properties: uniqueProperties(elements) }),
    "web-types.json": asJson(webTypes(elements, version)),
    ...Object.fromEntries(elements.map((element) => [frameworkFile(element), frameworkApi(element)])),
  };
}

const asJson = (/** @type {unknown} */ value) => `${JSON.stringify(value, null, 2)}\n`;

/** The quoted texts of a union type; null for any other type. @param {string} type */
function literalsOf(type) {
  const parts = type.split(" | ").filter((part) => part !== '""');
  return parts.every((part) => /^"[^"]+"$/.test(part)) && parts.length > 0
    ? parts.map((part) => part.slice(1, -1))
    : null;
}

/** @param {Declaration} element */
function htmlTag({ tagName, description, attributes = [] }) {
  return {
    name: tagName,
    description: { kind: "markdown", value: description },
    attributes: attributes.map(({ name, description, type }) => ({
      name,
      ...(description && { description: { kind: "markdown", value: description } }),
      ...(type.text === "boolean" && { valueSet: "v" }),
      ...(literalsOf(type.text) && { values: literalsOf(type.text)?.map((value) => ({ name: value })) }),
    })),
  };
}

/** The elements share their custom properties; the first description is kept. @param {Declaration[]} elements */
function uniqueProperties(elements) {
  const all = new Map();
  for (const { cssProperties = [] } of elements) {
    for (const { name, description } of cssProperties) if (!all.has(name)) all.set(name, { name, description });
  }
  return [...all.values()];
}

/** @param {Declaration[]} elements @param {string} version */
function webTypes(elements, version) {
  return {
    $schema: "https://json.schemastore.org/web-types",
    name: "lightfield-uploader",
    version,
    "js-types-syntax": "typescript",
    "description-markup": "markdown",
    contributions: { html: { elements: elements.map(webType) } },
  };
}

const named = (/** @type {any} */ { name, description, default: value }) => ({
  name,
  description,
  ...(value !== undefined && { default: value }),
});

/** @param {Declaration} element */
function webType({ tagName, description, attributes = [], members = [], events = [], ...rest }) {
  const { slots = [], cssParts = [], cssProperties = [] } = rest;
  return {
    name: tagName,
    description,
    attributes: attributes.map(({ type, ...attribute }) => ({
      ...named(attribute),
      value: { type: type.text, required: type.text !== "boolean" },
    })),
    slots: slots.map(named),
    events: events.map(named),
    js: {
      properties: members
        .filter(({ kind }) => kind === "field")
        .map(({ type, ...field }) => ({ ...named(field), ...(type && { type: type.text }) })),
      events: events.map(({ type, ...event }) => ({ ...named(event), type: type.text })),
    },
    css: {
      parts: cssParts.map(named),
      properties: cssProperties.map(named),
    },
  };
}

/** Properties that a page sets: those with a setter, without those of the DOM. @param {Declaration} element */
function settable({ members = [] }) {
  return members.filter(({ kind, readonly, static: isStatic, name }) => {
    return kind === "field" && !readonly && !isStatic && name !== "value";
  });
}

/** @param {string} text */
const camelCase = (text) => text.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const capitalized = (/** @type {string} */ text) => text.charAt(0).toUpperCase() + text.slice(1);

/** @param {Declaration} element */
const frameworkFile = ({ tagName }) => `src/frameworks/${tagName?.replace("lightfield-", "")}-api.ts`;

/** @param {Declaration} element */
function frameworkApi(element) {
  const types = [element.name, ...(element.events ?? []).map(({ type }) => type.text)]
    .filter((name) => name !== "Event")
    .sort();
  const from = element.tagName === "lightfield-files" ? "../files/index.ts" : "../element/index.ts";
  const line = `import type { ${types.join(", ")} } from "${from}";`;
  return `// Generated from custom-elements.json by \`npm run manifest\`.
/** Properties, attributes and events of \`<${element.tagName}>\`, for the wrappers and the types of the frameworks. */
${line.length <= 120 ? line : `import type {\n${types.map((name) => `  ${name},\n`).join("")}} from "${from}";`}

${elementApi(element)}`;
}

/** @param {Declaration} element */
function elementApi(element) {
  const { name, tagName, events = [], attributes = [] } = element;
  const properties = settable(element);
  const attributeOf = new Map(attributes.map(({ name, fieldName }) => [fieldName, name]));
  const comment = (/** @type {string} */ text) => `  /** ${text.replaceAll("\n", " ")} */\n`;
  const own = events.filter(({ type }) => type.text !== "Event");
  const upper = tagName === "lightfield-files" ? "FILES" : "UPLOADER";
  const withAttributes = properties.filter((property) => attributeOf.has(property.name));
  return `/** Settings of \`<${tagName}>\`, as a page gives them. */
export interface ${name}Props {
${properties
  .map(
    (property) =>
      `${comment(property.description ?? "")}  ${property.name}?: ${name}["${property.name}"] | undefined;\n`,
  )
  .join("")}}

/** Attributes of \`<${tagName}>\` whose name differs from that of the property. */
export interface ${name}Attributes {
${withAttributes
  .filter((property) => attributeOf.get(property.name) !== property.name)
  .map(
    (property) =>
      `${comment(property.description ?? "")}  "${attributeOf.get(property.name)}"?: ${name}["${property.name}"] | undefined;\n`,
  )
  .join("")}}

/** Events of \`<${tagName}>\` by name. */
export interface ${name}Events {
${own.map((event) => `${comment(event.description)}  "${event.name}": ${event.type.text};\n`).join("")}}

/** Attribute of each property of \`<${tagName}>\`; null for properties without one. */
export const ${upper}_ATTRIBUTES = {
${properties.map((property) => `  ${property.name}: ${attributeOf.has(property.name) ? `"${attributeOf.get(property.name)}"` : "null"},\n`).join("")}} as const satisfies Record<keyof ${name}Props, string | null>;

/** Value of each property of \`<${tagName}>\` that is not set. */
export const ${upper}_DEFAULTS: Readonly<Record<keyof ${name}Props, unknown>> = {
${properties.map((property) => `  ${property.name}: ${property.default ?? (property.name === "context" ? "undefined" : "null")},\n`).join("")}};

/** Event of each listener: \`onUploadSuccess\` listens to \`upload-success\`. */
export const ${upper}_LISTENERS = {
${own.map((event) => `  on${capitalized(camelCase(event.name))}: "${event.name}",\n`).join("")}} as const satisfies Record<string, keyof ${name}Events>;
`;
}
