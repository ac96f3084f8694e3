/**
 * Generates custom-elements.json, the elements' public API for editors, documentation and framework wrappers, from the class
 * comments. The file is in the repository; `npm run manifest` updates it.
 */

/** Members that are not API for a page, because only the platform, Lit or the class itself uses them. */
const INTERNAL_MEMBERS = new Set([
  "adoptedCallback",
  "attributeChangedCallback",
  "connectedCallback",
  "disconnectedCallback",
  "firstUpdated",
  "formAssociated",
  "formAssociatedCallback",
  "formDisabledCallback",
  "formResetCallback",
  "formStateRestoreCallback",
  "getUpdateComplete",
  "performUpdate",
  "properties",
  "render",
  "requestUpdate",
  "shadowRootOptions",
  "shouldUpdate",
  "styles",
  "update",
  "updated",
  "willUpdate",
]);

function isPublic(member) {
  if (member.privacy === "private" || member.privacy === "protected") return false;
  return !/^[#_]/.test(member.name) && !INTERNAL_MEMBERS.has(member.name);
}

/** Removes everything that a page cannot set, call, listen to or style. */
const publicApiOnly = {
  name: "public-api-only",
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
        // The analyzer lists `dispatchEvent(new XEvent(y))` as an event "y". Only events of the class comment are kept.
        if (declaration.events) declaration.events = declaration.events.filter(({ description }) => description);
        // Removes the attributes of internal reactive properties.
        if (declaration.attributes) {
          const members = new Set((declaration.members ?? []).map(({ name }) => name));
          declaration.attributes = declaration.attributes.filter(
            ({ fieldName }) => fieldName === undefined || members.has(fieldName),
          );
        }
      }
    }
  },
};

/** Fields of each interface, by name, and what it extends: gathered for the details of the events. */
const interfaces = new Map();

/** Adds to each event class the type of its `detail`, with its fields written out. */
const eventDetails = {
  name: "event-details",
  collectPhase({ ts, node }) {
    if (!ts.isInterfaceDeclaration(node) || !/Detail$/.test(node.name.text)) return;
    interfaces.set(node.name.text, {
      fields: node.members.map((member) => `${member.name.getText()}: ${member.type.getText()}`),
      bases: (node.heritageClauses ?? []).flatMap(({ types }) => types.map(({ expression }) => expression.getText())),
    });
  },
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node) || !/Event$/.test(node.name?.text ?? "")) return;
    const [detail] = node.heritageClauses?.[0]?.types[0]?.typeArguments ?? [];
    const declaration = moduleDoc.declarations?.find(({ name }) => name === node.name.text);
    if (detail && declaration) declaration.detailType = detail.getText();
  },
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        const { detailType } = declaration;
        delete declaration.detailType;
        if (!detailType || !declaration.members) continue;
        const fields = fieldsOf(detailType);
        const text = fields.length > 0 ? `{ ${fields.join("; ")} }` : detailType;
        declaration.members.push({ kind: "field", name: "detail", type: { text }, readonly: true });
      }
    }
  },
};

/** @param {string} name @returns {string[]} the inherited fields first */
function fieldsOf(name) {
  const { fields = [], bases = [] } = interfaces.get(name) ?? {};
  return [...bases.flatMap(fieldsOf), ...fields];
}

/** Whether a declaration is an element; base classes of elements have no tag name. */
const isElement = (declaration) => declaration.customElement === true && declaration.tagName !== undefined;
const isEvent = (declaration) => /Event$/.test(declaration.superclass?.name ?? "");

const LIT_ELEMENT = { name: "LitElement", package: "lit" };

/** The package entries that export and register the elements of each source folder. */
const ENTRIES = [
  { sources: "src/element/", path: "dist/element.js", registeredBy: "dist/index.js" },
  { sources: "src/files/", path: "dist/files.js", registeredBy: "dist/files.js" },
];

/** Replaces source paths with the package's files, from which pages import the elements and their events. */
const publishedPaths = {
  name: "published-paths",
  packageLinkPhase({ customElementsManifest }) {
    const published = ENTRIES.flatMap(({ sources, path, registeredBy }) => {
      const declarations = customElementsManifest.modules
        .filter((module) => module.path.startsWith(sources))
        .flatMap((module) => module.declarations ?? [])
        .filter((declaration) => isElement(declaration) || isEvent(declaration))
        .sort((a, b) => Number(isElement(b)) - Number(isElement(a)) || (a.name < b.name ? -1 : 1));
      for (const declaration of declarations) {
        // Removes the source location of inherited members, which belong to the element for a page.
        for (const kind of ["members", "attributes", "events"]) {
          for (const entry of declaration[kind] ?? []) delete entry.inheritedFrom;
        }
        declaration.superclass = isElement(declaration) ? LIT_ELEMENT : { name: "CustomEvent" };
      }
      const definitions = declarations.filter(isElement).map(({ name, tagName }) => ({
        kind: "custom-element-definition",
        name: tagName,
        declaration: { name, module: path },
      }));
      const exports = declarations.map(({ name }) => ({ kind: "js", name, declaration: { name, module: path } }));
      const module = (modulePath, declarations, exports) => ({
        kind: "javascript-module",
        path: modulePath,
        declarations,
        exports,
      });
      return registeredBy === path
        ? [module(path, declarations, [...exports, ...definitions])]
        : [module(path, declarations, exports), module(registeredBy, [], definitions)];
    });
    customElementsManifest.modules = published;
  },
};

export default {
  globs: ["src/element/**/*.ts", "src/files/**/*.ts"],
  outdir: ".",
  litelement: true,
  // The analyzer need not rewrite package.json, which already names the manifest.
  packagejson: false,
  quiet: true,
  plugins: [publicApiOnly, eventDetails, publishedPaths],
};
