/** Plugins of the script-tag builds: they minify templates and code, and collect the licenses of bundled packages. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import MagicString from "magic-string";
import { minify } from "terser";

/**
 * Removes white space and comments from Lit's tagged templates. In markup a line break is kept wherever there was one, so
 * that text keeps its spaces; in styles nearly all white space and all comments are removed.
 * @returns {import("vite").Plugin}
 */
export function minifyTemplates() {
  return {
    name: "minify-templates",
    apply: "build",
    transform: {
      order: "post",
      filter: { id: /\/src\/.*\.ts$/ },
      handler(code) {
        /** @type {{start: number, end: number, minify: (text: string) => string}[]} */
        const texts = [];
        visit(this.parse(code), (node) => {
          const minify = node.type === "TaggedTemplateExpression" && MINIFIERS.get(node.tag.name);
          if (minify) texts.push(...node.quasi.quasis.map(({ start, end }) => ({ start, end, minify })));
        });
        const smaller = new MagicString(code);
        for (const { start, end, minify } of texts) {
          if (end > start) smaller.overwrite(start, end, minify(code.slice(start, end)));
        }
        return { code: smaller.toString(), map: smaller.generateMap({ hires: "boundary" }) };
      },
    },
  };
}

/** @param {string} text part of a template: a value of one word needs no quotes, if no expression is in it */
const minifyMarkup = (text) => text.replace(/\s*\n\s*/g, "\n").replace(/(\s[\w-]+=)"([\w-]+)"(?=[\s>])/g, "$1$2");

/** @param {string} text part of a style sheet, which may begin and end anywhere */
function minifyStyles(text) {
  // Strings are matched first and kept unchanged, except that the words in selectors of attributes need no quotes.
  return text
    .replace(/(\[[\w-]+[*^$|~]?=)"([a-z][\w-]*)"(?=\])/g, "$1$2")
    .replace(
      /("[^"]*"|'[^']*')|\/\*[\s\S]*?\*\/|;?\s*(\})\s*|\s*([{};,>])\s*|:\s+|\b0(?=\.\d)|\s+/g,
      (match, string, end, mark) => {
        if (string) return string;
        if (match.startsWith("/*") || match === "0") return "";
        return end ?? mark ?? (match.startsWith(":") ? ":" : " ");
      },
    );
}

const MINIFIERS = new Map([
  ["html", minifyMarkup],
  ["svg", minifyMarkup],
  ["css", minifyStyles],
]);

/**
 * Minifies finished scripts once more: Terser, slower than the bundler's minifier, leaves one percent less. With all functions
 * in front some scripts compress better, others worse: the smaller one is written.
 * @returns {import("vite").Plugin}
 */
export function minifyFurther() {
  return {
    name: "minify-further",
    apply: "build",
    generateBundle: {
      order: "post",
      async handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== "chunk") continue;
          const written = await Promise.all(
            [false, true].map((hoistsFunctions) => minified(chunk.code, hoistsFunctions)),
          );
          chunk.code = written.reduce((best, one) => (compressedBytes(one) < compressedBytes(best) ? one : best));
        }
      },
    },
  };
}

/**
 * @param {string} script
 * @param {boolean} hoistsFunctions
 */
async function minified(script, hoistsFunctions) {
  const { code } = await minify(script, {
    module: true,
    ecma: 2020,
    // Comparisons stay as they are written, which repeats more, and so takes less when compressed.
    compress: { passes: 3, unsafe_arrows: true, lhs_constants: false, hoist_funs: hoistsFunctions },
    format: { comments: /^!/ },
  });
  return code ?? script;
}

/** @param {string} script */
const compressedBytes = (script) => gzipSync(script, { level: 9 }).length;

/**
 * Leaves out what Lit's style sheets need elsewhere: a substitute for adopted ones, which every supported browser has
 * (demo/docs/browser-support.md), and expressions in `css` templates, which the source does not have.
 * @returns {import("vite").Plugin}
 */
export function plainStyles() {
  const replacements = /** @type {const} */ ([
    [
      /=\w+\.ShadowRoot&&\([^()]*\)&&"adoptedStyleSheets"in Document\.prototype&&"replace"in CSSStyleSheet\.prototype/,
      "=true",
    ],
    [/1===(\w+)\.length\?\1\[0\]:\w+\.reduce\(.*?,\1\[0\]\)/, "$1[0]"],
    [/if\((this\._\$cssResult\$=!0),\w+!==\w+\)throw Error\("CSSResult is not constructable[^"]*"\)/, "$1"],
  ]);
  return {
    name: "plain-styles",
    apply: "build",
    transform: {
      order: "post",
      filter: { id: /@lit\/reactive-element\/css-tag\.js$|\/src\/.*\.ts$/, code: /css`|CSSResult/ },
      handler(code, id) {
        if (!id.endsWith("css-tag.js")) {
          if (/\bcss`[^`]*\$\{/.test(code)) this.error("A css template has an expression.");
          return null;
        }
        const plain = replacements.reduce((rest, [written, shorter]) => {
          if (!written.test(rest)) this.error("Lit writes its style sheets in another way.");
          return rest.replace(written, shorter);
        }, code);
        return { code: plain, map: null };
      },
    },
  };
}

function visit(node, look) {
  if (typeof node?.type === "string") look(node);
  for (const child of Object.values(node)) {
    if (child && typeof child === "object") visit(child, look);
  }
}

/**
 * Writes THIRD-PARTY-LICENSES.txt: the license of every package in the bundle.
 * @returns {import("vite").Plugin}
 */
export function thirdPartyLicenses() {
  return {
    name: "third-party-licenses",
    apply: "build",
    generateBundle(_options, bundle) {
      const texts = packagesIn(bundle).map(licenseOf);
      this.emitFile({
        type: "asset",
        fileName: LICENSES,
        source: texts.join(`\n${"-".repeat(80)}\n\n`),
      });
    },
  };
}

/**
 * Fails the build if a second bundle in the same folder contains a package whose license the first one did not write.
 * @returns {import("vite").Plugin}
 */
export function checkLicenses() {
  return {
    name: "check-licenses",
    apply: "build",
    generateBundle({ dir = "dist" }, bundle) {
      const written = readFileSync(join(dir, LICENSES), "utf8");
      for (const text of packagesIn(bundle).map(licenseOf)) {
        if (!written.includes(text)) this.error(`${LICENSES} lacks the license of ${text.split(" (", 1)[0]}.`);
      }
    },
  };
}

const LICENSES = "THIRD-PARTY-LICENSES.txt";

/**
 * The folders of the packages in a bundle, sorted.
 * @returns {string[]}
 */
function packagesIn(bundle) {
  /** @type {Set<string>} */
  const folders = new Set();
  for (const chunk of Object.values(bundle)) {
    for (const id of chunk.type === "chunk" ? chunk.moduleIds : []) {
      // A copy of the WebAssembly of that package.
      const copied = id.replace(/\/src\/hash\/md5-module\.ts$/, "/node_modules/hash-wasm/");
      const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(copied)?.[0];
      if (folder) folders.add(folder);
    }
  }
  return [...folders].sort();
}

/** @param {string} folder of a package */
function licenseOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = ["LICENSE", "LICENSE.md", "LICENSE.txt"].map((file) => join(folder, file)).find(existsSync);
  if (!file) throw new Error(`${name} has no license file`);
  return `${name} ${version} (${license})\n\n${readFileSync(file, "utf8").trim()}\n`;
}
