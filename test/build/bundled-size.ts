/** What a page that imports `lightfield-uploader/define` loads first, built by three bundlers as their users build. */
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { eagerFiles, gzipBytes } from "./bundle.ts";

export interface BundledSize {
  readonly bundler: string;
  /** Bytes of the first load, minified and gzipped, Lit included; null when the bundler is not installed. */
  readonly bytes: number | null;
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

type Build = (folder: string, entry: string) => Promise<string[]>;

/** Each returns the paths of the scripts that the page needs before it is drawn. */
const BUNDLERS: Readonly<Record<string, Build>> = {
  async esbuild(folder, entry) {
    const { build } = await import("esbuild");
    const outdir = join(folder, "esbuild");
    await build({ entryPoints: [entry], bundle: true, splitting: true, minify: true, format: "esm", outdir });
    return eagerFiles(outdir, "main.js").map((file) => join(outdir, file));
  },
  async vite(folder, entry) {
    const { build } = await import("vite");
    const outDir = join(folder, "vite");
    await build({
      root: folder,
      configFile: false,
      logLevel: "error",
      build: {
        outDir,
        rolldownOptions: { input: entry, output: { entryFileNames: "main.js", chunkFileNames: "[name]-[hash].js" } },
      },
    });
    return eagerFiles(outDir, "main.js").map((file) => join(outDir, file));
  },
  async webpack(folder, entry) {
    const { default: webpack } = await import("webpack");
    const path = join(folder, "webpack");
    await new Promise<void>((resolve, reject) => {
      const output = { path, filename: "main.js", chunkFilename: "lazy-[id].js" };
      webpack({ mode: "production", context: folder, entry, output }, (error, stats) => {
        if (error || stats?.hasErrors()) reject(error ?? new Error(stats?.toString("errors-only")));
        else resolve();
      });
    });
    // One initial script; everything else is loaded by it later.
    return (await readdir(path)).filter((file) => file === "main.js").map((file) => join(path, file));
  },
};

/** Builds the page with each bundler. Needs a built package. */
export async function bundledSizes(): Promise<BundledSize[]> {
  const folder = await mkdtemp(join(tmpdir(), "lightfield-bundled-"));
  try {
    // As npm would install it, so that bundlers read `exports` and `sideEffects`.
    await mkdir(join(folder, "node_modules"));
    await symlink(ROOT, join(folder, "node_modules", "lightfield-uploader"));
    for (const name of ["lit", "lit-html", "lit-element", "@lit"]) {
      await symlink(join(ROOT, "node_modules", name), join(folder, "node_modules", name));
    }
    const entry = join(folder, "main.js");
    await writeFile(entry, 'import "lightfield-uploader/define";\n');
    const sizes: BundledSize[] = [];
    for (const [bundler, build] of Object.entries(BUNDLERS)) {
      const files = isInstalled(bundler) ? await build(folder, entry) : null;
      sizes.push({ bundler, bytes: files?.reduce((sum, file) => sum + gzipBytes(file), 0) ?? null });
    }
    return sizes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function isInstalled(bundler: string): boolean {
  try {
    createRequire(import.meta.url).resolve(bundler);
    return true;
  } catch {
    return false;
  }
}
