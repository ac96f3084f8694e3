/**
 * Builds the documentation as static files: `npm run docs`. Pages are the Markdown files of `demo/docs`, written
 * and made. The output works below any path of any static server.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { build } from "vite";
import { madePages } from "./made-pages.ts";
import { type RenderedPage, renderPage } from "./markdown.ts";
import { REST, SECTIONS } from "./nav.ts";
import { type MenuSection, pageHtml } from "./page.ts";
import { LAB, themingLab } from "./theming-lab.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const PAGES = join(ROOT, "demo", "docs");
const { repository } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  repository?: { url: string };
};
const REPOSITORY = (repository?.url ?? "").replace(/^git\+/, "").replace(/\.git$/, "");

/** @param output folder that is replaced */
export async function buildDocs(output: string): Promise<string[]> {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const sources = new Map([...markdownFiles(), ...madePages(ROOT)]);
  const manifest = readFileSync(join(ROOT, "custom-elements.json"), "utf8");
  sources.set(
    "theming",
    (sources.get("theming") ?? "").replace(LAB, () => themingLab(manifest)),
  );
  const paths = new Set(sources.keys());
  const pages = new Map<string, RenderedPage>();
  for (const [path, source] of sources) pages.set(path, renderPage(source, path, paths, REPOSITORY));
  const menu = menuOf(pages);
  for (const [path, page] of pages) {
    const file = join(output, `${path}.html`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, pageHtml(path, page, menu));
  }
  writeFileSync(join(output, "llms.txt"), llmsText(pages, menu));
  cpSync(join(import.meta.dirname, "site.css"), join(output, "site.css"));
  cpSync(join(ROOT, "demo", "pages", "icon.svg"), join(output, "icon.svg"));
  cpSync(join(ROOT, "demo", "pages", "contact-sheet.webp"), join(output, "contact-sheet.webp"));
  cpSync(join(ROOT, "demo", "pages", "widget.png"), join(output, "widget.png"));
  const isScript = (path: string) => !/\.d\.ts$|[\\/]types[\\/]?|\.map$/.test(path);
  cpSync(join(ROOT, "dist"), join(output, "lightfield-uploader"), { recursive: true, filter: isScript });
  for (const entry of ["site", "service-worker"]) {
    await build({
      configFile: false,
      logLevel: "error",
      build: {
        outDir: output,
        emptyOutDir: false,
        target: "es2022",
        lib: { entry: join(import.meta.dirname, `${entry}.ts`), formats: ["es"], fileName: () => `${entry}.js` },
      },
    });
  }
  return [...paths];
}

function markdownFiles(): [path: string, source: string][] {
  const names = readdirSync(PAGES, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
  return names.sort().map((name) => {
    const path = name.replaceAll("\\", "/").replace(/\.md$/, "");
    return [path, readFileSync(join(PAGES, name), "utf8")];
  });
}

function menuOf(pages: ReadonlyMap<string, RenderedPage>): MenuSection[] {
  const named = new Set(SECTIONS.flatMap((section) => section.pages));
  const rest = [...pages.keys()].filter((path) => !named.has(path));
  return [...SECTIONS, { title: REST, pages: rest }]
    .map(({ title, pages: paths }) => ({
      title,
      pages: paths.flatMap((path) => {
        const page = pages.get(path);
        return page ? [{ path, title: page.title }] : [];
      }),
    }))
    .filter((section) => section.pages.length > 0);
}

/** The pages for language models: a title and an address each (llmstxt.org). */
function llmsText(pages: ReadonlyMap<string, RenderedPage>, menu: readonly MenuSection[]): string {
  const sections = menu.map(({ title, pages: listed }) => {
    const links = listed.map(({ path }) => `- [${pages.get(path)?.title ?? path}](${path}.html)`);
    return `## ${title}\n\n${links.join("\n")}`;
  });
  const about =
    "A web component with which visitors of a site upload files, above all meeting transcripts, to a company's Lightfield workspace.";
  return `# lightfield-uploader\n\n> ${about}\n\n${sections.join("\n\n")}\n`;
}

if (process.argv[1] === import.meta.filename) {
  const output = join(ROOT, "demo", "dist-docs");
  const paths = await buildDocs(output);
  console.log(`${paths.length} pages in ${relative(process.cwd(), output)}`);
}
