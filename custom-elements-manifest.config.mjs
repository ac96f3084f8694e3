/**
 * custom-elements.json: the element's public API for editors, documentation and framework wrappers. It is made from the
 * class comments and kept in the repository; `npm run manifest` writes it anew.
 */

/** What the platform or Lit calls, and what only the class itself is meant to touch, is no API for a page. */
const CALLED_BY_OTHERS = new Set([
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
  return !/^[#_]/.test(member.name) && !CALLED_BY_OTHERS.has(member.name);
}

/** Leaves the contract: what a page can write, call, listen to and style. */
const publicApiOnly = {
  name: "public-api-only",
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
        // `dispatchEvent(new XEvent(y))` makes the analyzer list an event "y": only what the class comment fires counts.
        if (declaration.events) declaration.events = declaration.events.filter(({ description }) => description);
        // An internal reactive property has no attribute that a page may set.
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

/** A base class that the element is split into has no tag, and nobody outside needs to know of it. */
const isElement = (declaration) => declaration.customElement === true && declaration.tagName !== undefined;
const isEvent = (declaration) => /Event$/.test(declaration.superclass?.name ?? "");

const LIT_ELEMENT = { name: "LitElement", package: "lit" };

/** Which entries of the package give and register what is written where. */
const ENTRIES = [
  { sources: "src/element/", path: "dist/element.js", registeredBy: "dist/index.js" },
  { sources: "src/files/", path: "dist/files.js", registeredBy: "dist/files.js" },
];

/** A page imports from the package, not from `src`: an element and its events are found where they are published. */
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
        // Where in `src` a member was written is of no use to a page: it belongs to the element.
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
  // package.json names the manifest already; the analyzer would rewrite the file.
  packagejson: false,
  quiet: true,
  plugins: [publicApiOnly, publishedPaths],
};
