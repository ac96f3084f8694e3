import assert from "node:assert/strict";
import { copyFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { build, parseAst } from "vite";
import { eagerFiles, importsOf } from "./bundle.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** As npm would install it: what the bundler of a page reads in package.json counts, too. */
let folder = "";
let dist = "";
let files: string[] = [];

const read = (file: string) => readFile(join(dist, file), "utf8");

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "lightfield-build-"));
  dist = join(folder, "dist");
  await copyFile(join(root, "package.json"), join(folder, "package.json"));
  // As `npm run build` has left it. The command line stands apart: no page ever loads it.
  await cp(join(root, "dist"), dist, { recursive: true, filter: (path) => !path.endsWith("cli.js") });
  files = await readdir(dist);
});
after(() => rm(folder, { recursive: true, force: true }));

describe("the script-tag build", () => {
  it("needs nothing but files beside it", async () => {
    for (const file of files.filter((name) => name.startsWith("lightfield-uploader") && name.endsWith(".js"))) {
      const { eager, lazy } = importsOf(await read(file));
      for (const specifier of [...eager, ...lazy]) {
        assert.match(specifier, /^\.\/[\w.-]+\.js$/, `${file} imports ${specifier}`);
        assert.ok(files.includes(specifier.slice(2)), `${file} imports ${specifier}, which was not built`);
      }
    }
  });

  it("never has a chunk load the entry: as `lightfield-uploader.js?v=2` that would be a second copy", async () => {
    for (const file of files) {
      if (!file.endsWith(".js") || file === "lightfield-uploader.js") continue;
      const { eager, lazy } = importsOf(await read(file));
      assert.ok(![...eager, ...lazy].includes("./lightfield-uploader.js"), file);
    }
  });

  it("exports what the package exports for the element", async () => {
    const exported = async (file: string) => Object.keys(await exportNames(file)).sort();
    assert.deepEqual(await exported("lightfield-uploader.js"), await exported("element.js"));
  });

  it("leaves out Lit's substitute for adopted style sheets, which the package leaves to the page's Lit", async () => {
    for (const entry of ["lightfield-uploader.js", "lightfield-files.js"]) {
      const code = (await Promise.all(eagerFiles(dist, entry).map(read))).join("\n");
      assert.match(code, /adoptedStyleSheets/, entry);
      assert.doesNotMatch(code, /litNonce|\bCSSStyleSheet\.prototype/, entry);
    }
  });

  it("comes with the license of everything that it carries", async () => {
    const licenses = await read("THIRD-PARTY-LICENSES.txt");
    for (const name of ["lit-html", "lit-element", "@lit/reactive-element", "hash-wasm", "@noble/hashes"]) {
      assert.ok(licenses.includes(`\n${name} `) || licenses.startsWith(`${name} `), name);
    }
  });
});

describe("the list of files", () => {
  /** What only somebody who sends bytes has any use for. */
  const SENDS_BYTES = /XMLHttpRequest|new Worker|upload-progress|upload-offset/i;

  it("is one file behind its entry, which no piece loads again, and no part of the uploader's", async () => {
    const { eager, lazy } = importsOf(await read("lightfield-files.js"));
    assert.match(eager.join(), /^\.\/lightfield-files-main-[\w-]+\.js$/);
    assert.deepEqual(lazy, []);
    for (const file of files.filter((name) => name.endsWith(".js"))) {
      const { eager, lazy } = importsOf(await read(file));
      assert.ok(![...eager, ...lazy].includes("./lightfield-files.js"), file);
    }
    assert.ok(!eagerFiles(dist, "index.js").includes("files.js"));
  });

  it("carries nothing that sends bytes", async () => {
    for (const entry of ["files.js", "lightfield-files.js"]) {
      for (const file of eagerFiles(dist, entry)) {
        const code = await read(file);
        assert.doesNotMatch(code, SENDS_BYTES, `${entry} needs ${file}`);
        // What follows later is words in the page's language.
        for (const later of importsOf(code).lazy) {
          assert.doesNotMatch(await read(later.slice(2)), SENDS_BYTES, `${file} fetches ${later}`);
        }
      }
    }
    const all = await Promise.all(files.filter((name) => name.startsWith("lightfield-uploader-")).map(read));
    assert.match(all.join("\n"), SENDS_BYTES, "the check looks for the wrong thing");
  });

  it("is registered by the very file that package.json says has that side effect", async () => {
    const { sideEffects, exports } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    assert.equal(exports["./files"].default, "./dist/files.js");
    assert.ok(sideEffects.includes("./dist/files.js"));
    assert.match(await read("files.js"), /customElements\.define\(/);
    assert.match(await read("files.js"), /["'`]lightfield-files["'`]/);
  });

  it("exports for a script tag what the package exports", async () => {
    const exported = async (file: string) => Object.keys(await exportNames(file)).sort();
    assert.deepEqual(await exported("lightfield-files.js"), await exported("files.js"));
    assert.ok((await exported("files.js")).includes("LightfieldFiles"));
  });

  it("brings no package whose license is not told", async () => {
    const licenses = await read("THIRD-PARTY-LICENSES.txt");
    assert.match(await read("lightfield-files.js"), /THIRD-PARTY-LICENSES\.txt/);
    for (const name of ["lit-html", "lit-element", "@lit/reactive-element"])
      assert.ok(licenses.includes(`${name} `), name);
  });
});

describe("the package build", () => {
  it("leaves Lit to the page's bundler and brings everything else", async () => {
    const packages = new Set<string>();
    for (const file of files.filter((name) => !name.startsWith("lightfield-uploader") && name.endsWith(".js"))) {
      const { eager, lazy } = importsOf(await read(file));
      for (const specifier of [...eager, ...lazy]) if (!specifier.startsWith(".")) packages.add(specifier);
    }
    assert.ok(packages.has("lit"));
    assert.deepEqual(
      [...packages].filter((name) => !/^(lit$|lit\/|node:|@tus\/)/.test(name)),
      // Of the entries for these frameworks alone, as the next test shows.
      ["react", "vue"],
    );
  });

  it("needs Node and the tus server for the relay, and for nothing else", async () => {
    const isRelays = (name: string) => /^(node:|@tus\/)/.test(name);
    for (const entry of files.filter((name) => name.endsWith(".js") && name !== "relay.js")) {
      for (const file of eagerFiles(dist, entry)) {
        const { eager, lazy } = importsOf(await read(file));
        assert.deepEqual([...eager, ...lazy].filter(isRelays), [], `${entry} needs ${file}`);
      }
    }
    const { eager } = importsOf(await read("relay.js"));
    assert.ok(eager.includes("@tus/server") && eager.includes("@tus/file-store"));
  });

  it("needs React and Vue for their entries, and for nothing else", async () => {
    for (const entry of files.filter((name) => name.endsWith(".js"))) {
      const { eager, lazy } = importsOf(await read(entry));
      const frameworks = [...eager, ...lazy].filter((name) => name === "react" || name === "vue");
      assert.deepEqual(frameworks, entry === "react.js" ? ["react"] : entry === "vue.js" ? ["vue"] : [], entry);
    }
  });

  it("lets a page's bundler fetch the engine later, as the script tag does, and exports everything all the same", async () => {
    assert.deepEqual(await stars("index.js"), ["./core.js"]);
    const page = join(folder, "page.js");
    await writeFile(page, 'import "./dist/index.js";\n');
    const options = { input: page, external: /^(@lit|lit)(\/|$)/ };
    const bundled = await build({
      root: folder,
      configFile: false,
      logLevel: "error",
      build: { write: false, rolldownOptions: options },
    });
    assert.ok("output" in bundled);
    const scripts = bundled.output.filter((one) => one.type === "chunk");
    const first = scripts.find(({ isEntry }) => isEntry);
    assert.ok(first && /customElements\.define\(/.test(first.code));
    // The words of its own errors name the engine.
    const isEngine = ({ code }: { code: string }) => code.includes("the uploader was disposed of");
    assert.equal(scripts.filter(isEngine).length, 1);
    assert.ok(!isEngine(first));
  });

  it("writes dynamic imports that the bundlers of Vite 5 and 6 can rewrite: not destructured, nothing chained", async () => {
    for (const file of files.filter((name) => name.endsWith(".js"))) {
      const code = await read(file);
      assert.doesNotMatch(code, /\b(let|const|var)\s*\{[^}]*\}\s*=\s*await import\(/, file);
      assert.doesNotMatch(code, /import\([^)]*\)\s*\.then\(\s*\(?(\w+)\)?\s*=>\s*\1\.\w+\s*\)/, file);
    }
    const imports = files.filter((name) => name.endsWith(".js")).map(async (name) => importsOf(await read(name)).lazy);
    assert.ok((await Promise.all(imports)).flat().some((name) => name.includes("chunk-engine")));
  });

  it("names the worker file in the form that bundlers resolve", async () => {
    const code = await Promise.all(eagerFiles(dist, "core.js").map(read));
    assert.match(code.join("\n"), /new URL\(["'`]\.\/md5\.worker\.js["'`],\s*import\.meta\.url\)/);
  });

  it("has a core without Lit and a server without a page", async () => {
    for (const entry of ["core.js", "server.js"]) {
      for (const file of eagerFiles(dist, entry)) {
        const { eager } = importsOf(await read(file));
        assert.ok(!eager.some((name) => /^(lit|@lit)($|\/)/.test(name)), `${entry} needs ${file}`);
      }
    }
    const server = (await Promise.all(eagerFiles(dist, "server.js").map(read))).join("\n");
    assert.doesNotMatch(server, /\b(document|HTMLElement|XMLHttpRequest|navigator)\b/);
  });

  it("names in package.json exactly the scripts that register an element, and the themes", async () => {
    const registering = [];
    for (const file of files.filter((name) => name.endsWith(".js"))) {
      if (!(await read(file)).includes("customElements.define(")) continue;
      registering.push(`./dist/${file.replace(/-main-.{8}\.js$/, "-main-*.js")}`);
    }
    const { sideEffects } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    // They import one of them, and have exports of their own, so a bundler could leave it out.
    const importing = ["./dist/index.js", "./dist/lightfield-uploader.js"];
    assert.deepEqual([...sideEffects].sort(), [...registering, ...importing, "./dist/themes/*.css"].sort());
  });

  it("registers the element in the entries that say so only", async () => {
    for (const [entry, registers] of [
      ["index.js", true],
      ["define.js", true],
      ["lightfield-uploader.js", true],
      ["files.js", true],
      ["lightfield-files.js", true],
      ["element.js", false],
      ["core.js", false],
    ] as const) {
      const code = (await Promise.all(eagerFiles(dist, entry).map(read))).join("\n");
      assert.equal(code.includes("customElements.define("), registers, entry);
    }
  });

  it("has a worker file that any page can host: a classic script without imports", async () => {
    const code = await read("md5.worker.js");
    assert.deepEqual(importsOf(code), { eager: [], lazy: [] });
    assert.doesNotMatch(code, /^export /m);
  });
});

async function exportNames(file: string): Promise<Record<string, true>> {
  const names: Record<string, true> = {};
  for (const node of parseAst(await read(file)).body) {
    if (node.type !== "ExportNamedDeclaration") continue;
    for (const specifier of node.specifiers) {
      if (specifier.exported.type === "Identifier") names[specifier.exported.name] = true;
    }
  }
  return names;
}

/** The files of `export *`. */
async function stars(file: string): Promise<unknown[]> {
  const { body } = parseAst(await read(file));
  return body.flatMap((node) => (node.type === "ExportAllDeclaration" ? [node.source.value] : []));
}
