/** Bundlers print nothing about the package, whichever entry a page imports. */
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { build as esbuild } from "esbuild";
import { createLogger, build as vite } from "vite";
import webpack from "webpack";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
let folder = "";

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "lightfield-warnings-"));
  await mkdir(join(folder, "node_modules"));
  // As npm would install it, so that bundlers read `exports` and `sideEffects`.
  for (const name of ["lit", "lit-html", "lit-element", "@lit", "@tus", "ioredis", "react", "vue", "@vue"]) {
    await symlink(join(ROOT, "node_modules", name), join(folder, "node_modules", name));
  }
  await symlink(ROOT, join(folder, "node_modules", "lightfield-uploader"));
});
after(() => rm(folder, { recursive: true, force: true }));

const { exports } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as {
  exports: Record<string, { default?: string }>;
};
const specifiers = Object.entries(exports)
  .filter(([, target]) => target.default?.endsWith(".js") && !/types-only/.test(target.default))
  .map(([name]) => `lightfield-uploader${name.slice(1)}`);
const isForServers = (specifier: string) => /\/(server|ssr)\b/.test(specifier);

/** A module that imports an entry for its side effect, and one that uses what it exports. */
async function modulesOf(specifier: string): Promise<string[]> {
  const name = join(folder, specifier.replaceAll(/\W/g, "-"));
  await writeFile(`${name}-bare.js`, `import "${specifier}";\n`);
  await writeFile(`${name}-used.js`, `import * as all from "${specifier}";\nconsole.log(all);\n`);
  return [`${name}-bare.js`, `${name}-used.js`];
}

/** What Next.js needs; Vite's plugin for React silences the remark, for each package alike. */
const USE_CLIENT = /MODULE_LEVEL_DIRECTIVE.*"use client"/;
/**
 * True, and about the page: it uses the headless uploader itself, so that this is not loaded later. Of more than five chunks
 * that import the engine, Vite does not name all.
 */
const USED_AT_ONCE = /INEFFECTIVE_DYNAMIC_IMPORT.*chunk-engine.*statically imported by .*(?:dist\/core\.js|, \.\.\.,)/;

const BUNDLERS: Readonly<Record<string, (entries: string[], isServer: boolean) => Promise<string[]>>> = {
  async esbuild(entries, isServer) {
    const { warnings } = await esbuild({
      entryPoints: entries,
      bundle: true,
      splitting: true,
      minify: true,
      write: false,
      format: "esm",
      outdir: join(folder, "out"),
      logLevel: "silent",
      platform: isServer ? "node" : "browser",
      ...(isServer && { packages: "bundle", external: ["@tus/*", "ioredis"] }),
    });
    // That a server's module is imported for nothing is what the one test asks for.
    return warnings.filter(({ location }) => /dist/.test(location?.file ?? "")).map(({ text }) => text);
  },
  async vite(entries, isServer) {
    const found: string[] = [];
    const keep = (text: string) => void found.push(text);
    const customLogger = { ...createLogger("silent"), warn: keep, warnOnce: keep };
    await vite({
      root: folder,
      configFile: false,
      customLogger,
      // For the lines that Vite prints past its logger.
      logLevel: "warn",
      // A slow machine is told what took the time.
      build: { write: false, ssr: isServer, rolldownOptions: { input: entries, checks: { bundlerTimings: false } } },
    });
    return found.filter((text) => !USED_AT_ONCE.test(text) && !USE_CLIENT.test(text));
  },
  async webpack(entries, isServer) {
    return new Promise((resolve, reject) => {
      const output = { path: join(folder, "out") };
      const entry = Object.fromEntries(entries.map((path, index) => [`entry${index}`, path]));
      const target = isServer ? "node" : "web";
      const externals = isServer ? [/^(@tus\/|ioredis)/] : [];
      const externalsType = "commonjs";
      const options = {
        mode: "production",
        context: folder,
        entry,
        output,
        target,
        externals,
        externalsType,
        performance: false,
        // Warnings come before it, and it takes most of the time.
        optimization: { minimize: false },
      } as const;
      webpack(options, (error, stats) => {
        if (error || stats?.hasErrors()) reject(error ?? new Error(stats?.toString("errors-only")));
        else resolve((stats?.toJson({ warnings: true }).warnings ?? []).map(({ message }) => message));
      });
    });
  },
};

for (const [name, build] of Object.entries(BUNDLERS)) {
  describe(name, () => {
    for (const specifier of specifiers) {
      it(`does not warn of ${specifier}`, async () => {
        assert.deepEqual(await build(await modulesOf(specifier), isForServers(specifier)), []);
      });
    }
  });
}
