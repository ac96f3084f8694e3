/** Bundles each contender as a developer would: Vite's production build of a page that uses the package by its name. */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Script of each contender, and the markup of its page. */
const PAGES = {
  bare: { script: "pages/bare.ts", markup: "" },
  floor: { script: "pages/floor.ts", markup: "" },
  element: {
    script: "pages/element.ts",
    markup: '<lightfield-uploader endpoint="/api/uploads"></lightfield-uploader>',
  },
  lit: { script: "pages/lit-list.ts", markup: "<lit-list></lit-list>" },
  vaadin: { script: "peers/vaadin.mjs", markup: "<vaadin-upload></vaadin-upload>" },
  mux: { script: "peers/mux.mjs", markup: '<mux-uploader endpoint="/upload"></mux-uploader>' },
  uppy: { script: "peers/uppy.mjs", markup: '<div id="peer"></div>' },
  filepond: { script: "peers/filepond.mjs", markup: '<input type="file" id="peer" multiple hidden />' },
  "tus-js-client": { script: "peers/tus-js-client.mjs", markup: "" },
} as const;

export type PageName = keyof typeof PAGES;

/** Files of a page by path; "/" is the page. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/** Marks when the first line of a page's scripts runs. */
const MARK = 'performance.mark("begun");';

export async function bundlePage(name: PageName): Promise<Files> {
  const { script, markup } = PAGES[name];
  const files = new Map<string, string | Uint8Array>();
  for (const file of await bundle(here(script))) files.set(`/${file.name}`, file.content);
  const styles = [...files.keys()].filter((path) => path.endsWith(".css"));
  files.set(
    "/",
    `<!doctype html><html lang="en"><meta charset="utf-8" /><title>bench</title>${styles.map((path) => `<link rel="stylesheet" href="${path}" />`).join("")}
<body>${markup}<input type="file" id="files" multiple hidden /><script type="module" src="/entry.js"></script></body></html>`,
  );
  if (name === "floor") {
    for (const { content } of await bundle(here("pages/floor-worker.ts"))) files.set("/floor-worker.js", content);
  }
  return files;
}

async function bundle(entry: string): Promise<{ readonly name: string; readonly content: string | Uint8Array }[]> {
  const output = await build({
    configFile: false,
    logLevel: "error",
    root: here("."),
    resolve: { alias: { "lightfield-uploader": here("../../dist/index.js") } },
    build: {
      write: false,
      target: "es2022",
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { entry },
        preserveEntrySignatures: false,
        output: {
          entryFileNames: "[name].js",
          chunkFileNames: "[name]-[hash].js",
          assetFileNames: "[name]-[hash][extname]",
          banner: MARK,
        },
      },
    },
  });
  return [output].flat().flatMap((built) =>
    "output" in built
      ? built.output.map((file) => ({
          name: file.fileName,
          content: file.type === "chunk" ? file.code : file.source,
        }))
      : [],
  );
}

/** Installs the peers into their own folder, once. */
export function installPeers(): void {
  if (existsSync(here("peers/node_modules"))) return;
  const { status } = spawnSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"], {
    cwd: here("peers"),
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("the peers could not be installed");
}
