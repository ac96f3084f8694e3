import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, posix, relative } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import MarkdownIt from "markdown-it";
import { madePages } from "../../demo/docs-site/made-pages.ts";
import { slug } from "../../demo/docs-site/markdown.ts";
import { CONSOLE_CODES, ERRORS_PAGE } from "../../src/wire/console-codes.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const bin = (path: string) => join(root, "node_modules", path);

const themes = ["plain", "rounded", "high-contrast"].map((name) => `themes/${name}.css`);

interface Manifest {
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly files: readonly string[];
}

let folder = "";
let tarball = "";
let packed: readonly string[] = [];

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "lightfield-package-"));
  const { stdout } = await npm("pack", "--json", "--ignore-scripts", "--pack-destination", folder);
  const [report] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  tarball = join(folder, report.filename);
  packed = report.files.map(({ path }) => path);
});
after(() => rm(folder, { recursive: true, force: true }));

/** npm without its network, which these commands do not need, and with its usual messages, also within `npm --silent test`. */
function npm(...args: string[]) {
  const env = {
    ...process.env,
    npm_config_offline: "true",
    npm_config_loglevel: "notice",
    npm_config_cache: join(folder, "cache"),
  };
  return run("npm", args, { cwd: root, env, maxBuffer: 16_000_000 });
}

/** Targets of a page's links and pictures, and the ids of its headings. */
async function linksOf(page: string): Promise<{ targets: string[]; anchors: Set<string> }> {
  const tokens = new MarkdownIt().parse(await readFile(join(root, page), "utf8"), {});
  const targets = tokens
    .flatMap(({ children }) => children ?? [])
    .map((token) => String(token.attrGet(token.type === "image" ? "src" : "href") ?? ""))
    .filter((target) => target !== "");
  const headings = tokens.flatMap(({ type }, index) => (type === "heading_open" ? [tokens[index + 1]] : []));
  const text = headings.map((heading) => heading?.children?.map(({ content }) => content).join("") ?? "");
  return { targets, anchors: new Set(text.map(slug)) };
}

describe("the package", () => {
  it("has every file that package.json names, and no declaration that no entry reaches", async () => {
    const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as Manifest;
    for (const target of Object.values(manifest.exports)) {
      for (const path of typeof target === "string" ? [target] : [target.types, target.default]) {
        const folder = path.includes("*") ? path.slice(2, path.indexOf("*")) : null;
        assert.ok(
          packed.some((file) => (folder ? file.startsWith(folder) : `./${file}` === path)),
          path,
        );
      }
    }
    const declarations = packed.filter((path) => path.endsWith(".d.ts"));
    assert.ok(declarations.includes("dist/types/index.d.ts"));
    // Of the composition, which only other modules of the package use.
    assert.ok(!declarations.includes("dist/types/browser/checkpoint-store.d.ts"));
    assert.ok(!packed.some((path) => /^(src|test|demo\/(?!docs|recipes|backends))\/|node_modules/.test(path)));
  });

  it("brings its documentation and its recipes, in files that its README links to", async () => {
    const folders = ["demo/docs", "demo/recipes", "demo/backends"];
    const listed = await run("git", ["ls-files", "--", ...folders], { cwd: root });
    const made = madePages(root).map(([path]) => `demo/docs/${path}.md`);
    const texts = [...new Set([...listed.stdout.trim().split("\n"), ...made])];
    assert.ok(texts.length > 40, `${texts.length} files`);
    assert.deepEqual(packed.filter((path) => folders.some((folder) => path.startsWith(folder))).sort(), texts.sort());
    const readme = await readFile(join(root, "README.md"), "utf8");
    for (const folder of folders) assert.ok(readme.includes(`](${folder}/`) || readme.includes(`](${folder})`), folder);
    assert.match(readme, /node_modules\/lightfield-uploader\/demo\/docs/);
  });

  it("has no link in its documentation that leads out of it, or to a heading that is not there", async () => {
    const pages = packed.filter((path) => /^demo\/.*\.md$/.test(path));
    const parsed = new Map(await Promise.all(pages.map(async (page) => [page, await linksOf(page)] as const)));
    let links = 0;
    for (const [page, { targets }] of parsed) {
      for (const target of targets.filter((one) => !/^[a-z]+:/i.test(one))) {
        const [file = "", anchor] = target.split("#");
        const linked = file ? posix.join(posix.dirname(page), file) : page;
        assert.ok(
          packed.some((path) => path === linked || path.startsWith(`${linked}/`)),
          `${page}: ${target}`,
        );
        if (anchor) assert.ok(parsed.get(linked)?.anchors.has(anchor), `${page}: ${target}`);
        links += 1;
      }
    }
    assert.ok(links > 100, `${links} links`);
  });

  it("links from its README to files that it brings, and to the architecture and pictures in the repository", async () => {
    const readme = await readFile(join(root, "README.md"), "utf8");
    const targets = [...readme.matchAll(/\]\(([^)\s:]+)\)/g)].map(([, target = ""]) => target);
    const away = targets.filter((target) => !packed.some((path) => path === target || path.startsWith(`${target}/`)));
    const inRepository = ["demo/pages/widget.png", "demo/pages/contact-sheet.webp", "src/README.md", "biome.jsonc"];
    assert.deepEqual(away, inRepository);
  });

  it("explains each code of the console at the address that ends the line, which any tool resolves in a project", async () => {
    const page = createRequire(import.meta.url).resolve(ERRORS_PAGE);
    assert.ok(packed.includes(relative(root, page).replaceAll("\\", "/")), page);
    const headings = [...(await readFile(page, "utf8")).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    assert.deepEqual(headings, [...CONSOLE_CODES]);
  });

  it("has a source map with the sources for each script of the package build", async () => {
    const dist = await readdir(join(root, "dist"));
    for (const file of dist.filter((name) => name.endsWith(".js.map"))) {
      const { sources, sourcesContent } = JSON.parse(await readFile(join(root, "dist", file), "utf8"));
      assert.equal(sources.length, sourcesContent?.length, file);
    }
    assert.ok(dist.includes("define.js.map") && dist.includes("server.js.map"));
  });

  it("is all right for publint", async () => {
    const { stdout } = await run(process.execPath, [bin("publint/src/cli.js"), "run", tarball, "--strict"], {
      cwd: root,
    });
    assert.match(stdout, /All good!/);
  });

  it("has types that every way of resolving modules finds", async () => {
    // Style sheets, the worker and data have no types to find.
    const untyped = [
      ...themes,
      "md5.worker.js",
      "openapi.yaml",
      "integrity.json",
      "custom-elements.json",
      "package.json",
    ];
    const args = [tarball, "--profile", "esm-only", "--no-color", "--exclude-entrypoints", ...untyped];
    const { stdout } = await run(process.execPath, [bin("@arethetypeswrong/cli/dist/index.js"), ...args], {
      cwd: root,
    });
    assert.match(stdout, /bundler: 🟢/);
    // The command fails for a problem; a `require` of ES modules, which Node has since 20.19, is only a remark.
    assert.doesNotMatch(stdout, /❌|💀|👺|🥴/u);
  });

  it("could be published", async () => {
    const { stderr } = await npm("publish", "--dry-run", "--ignore-scripts", tarball);
    assert.match(stderr, /\+ lightfield-uploader|lightfield-uploader@/);
  });
});
