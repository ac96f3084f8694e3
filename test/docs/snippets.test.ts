import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { transformSync } from "esbuild";
import { ECOSYSTEMS } from "../compat/ecosystems/index.ts";
import { codeBlocks, pages, ROOT, where } from "./code-blocks.ts";
import { RUN_BY } from "./kinds.ts";

const blocks = pages().flatMap(codeBlocks);
const of = (...languages: string[]) => blocks.filter(({ language }) => languages.includes(language));
/** Pages whose frameworks are not installed here: test/compat builds and runs their code in projects of their own. */
const NOT_INSTALLED = /^demo\/docs\/frameworks\/(angular|astro|nest|nuxt|preact|solid|svelte|sveltekit)\.md$/;

describe("the code in README and docs", () => {
  it("is found", () => {
    assert.ok(of("ts").length >= 5 && of("html").length >= 5 && of("js").length >= 3, `${blocks.length} blocks`);
  });

  it("is run: by a test of its kind, or in the project of its framework", () => {
    const recipes = ECOSYSTEMS.map(({ recipe }) => `demo/docs/frameworks/${recipe}`);
    for (const block of blocks) {
      const isRecipe = block.file !== null && recipes.includes(block.page);
      const test = RUN_BY[block.language];
      assert.ok(isRecipe || (test && existsSync(join(ROOT, test))), `nothing runs ${where(block)} (${block.language})`);
    }
  });

  it("compiles strictly against the package, each page as a project of its own", () => {
    // Below `test`, where the imports of the package's entries and of React are resolved as everywhere else.
    const folder = mkdtempSync(join(ROOT, "test", "docs", "generated-"));
    try {
      const typed = of("ts", "tsx").filter(({ page }) => !NOT_INSTALLED.test(page));
      typed.forEach((block, index) => {
        const name = block.file ?? `block-${index}.${block.language}`;
        const file = join(folder, block.page.replaceAll(/[^a-z0-9]/gi, "-"), name);
        // Two versions of one file, before and after a change, are two projects.
        const path = existsSync(file) ? join(dirname(file), `variant-${index}`, name) : file;
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, `${block.code}\nexport {};\n`);
      });
      const config = {
        extends: "../../tsconfig.json",
        compilerOptions: {
          jsx: "react-jsx",
          lib: ["ES2022", "ESNext.Disposable", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
          types: ["node"],
          rootDir: "../../..",
          // As a reader's own project: imports without an ending.
          allowImportingTsExtensions: true,
        },
        include: [".", "../../../src/**/*.d.ts"],
      };
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
      const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
      const { status, stdout } = spawnSync(process.execPath, [tsc, "--noEmit", "--project", folder], {
        encoding: "utf8",
      });
      assert.equal(status, 0, `${stdout}\n${typed.map((block) => `${where(block)} ${block.file ?? ""}`).join("\n")}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  for (const block of of("js", "jsx")) {
    it(`has no mistake of syntax in ${where(block)}`, () => {
      assert.doesNotThrow(() => transformSync(block.code, { loader: "jsx", format: "esm" }));
    });
  }

  const manifest = JSON.parse(readFileSync(join(ROOT, "custom-elements.json"), "utf8")) as {
    modules: { declarations?: { tagName?: string; attributes?: { name: string }[]; slots?: { name: string }[] }[] }[];
  };
  const elements = manifest.modules.flatMap(({ declarations = [] }) => declarations);
  /** Attributes of every element. */
  const GLOBAL = /^(id|class|style|slot|hidden|lang|dir|name|title|aria-.+|data-.+)$/;

  for (const block of of("html")) {
    it(`has only attributes of the elements in ${where(block)}`, () => {
      for (const [, tag, text = ""] of block.code.matchAll(/<(lightfield-\w+)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>/g)) {
        const known = elements.find(({ tagName }) => tagName === tag)?.attributes?.map(({ name }) => name);
        assert.ok(known, `there is no <${tag}>`);
        for (const [, name = ""] of text.matchAll(/\s([\w-]+)(?:="[^"]*")?/g)) {
          assert.ok(GLOBAL.test(name) || known.includes(name), `<${tag}> has no attribute ${name}`);
        }
      }
      for (const [, script = ""] of block.code.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)) {
        assert.doesNotThrow(() => transformSync(script, { loader: "js", format: "esm" }));
      }
    });
  }

  it("names only scripts and files that exist in its commands", () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: object };
    const commands = [
      ...of("sh", "bash").map((block) => ({ at: where(block), text: block.code })),
      ...pages().map((page) => ({ at: page, text: readFileSync(join(ROOT, page), "utf8") })),
    ];
    const own = commands.filter(({ at }) => at.startsWith("README.md"));
    for (const { at, text } of own) {
      for (const [, name = ""] of text.matchAll(/npm run ([\w:-]+)/g)) {
        assert.ok(Object.hasOwn(scripts, name), `${at}: there is no script "${name}"`);
      }
      for (const [, file = ""] of text.matchAll(/npx tsx --test (\S+\.ts)/g)) {
        assert.ok(existsSync(join(ROOT, file)), `${at}: there is no ${file}`);
      }
    }
  });

  it("links only to files that exist", () => {
    for (const page of pages()) {
      const text = readFileSync(join(ROOT, page), "utf8").replace(/```[\s\S]*?```/g, "");
      for (const [, target = ""] of text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
        if (/^[a-z]+:/i.test(target)) continue;
        assert.ok(existsSync(join(ROOT, dirname(page), target)), `${page} links to ${target}`);
      }
    }
  });
});
