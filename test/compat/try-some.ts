import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, type TestContext, test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../e2e/shared-browser.mjs";
import { type Backend, openBackend } from "./backend.ts";
import type { Ecosystem } from "./ecosystem.ts";
import { pack } from "./project.ts";
import { hasRegistry } from "./registry.ts";
import { asTable, hasFailed } from "./table.ts";
import { tryEcosystem } from "./try-ecosystem.ts";

/** A test for each ecosystem; without the npm registry they are skipped, with a sentence. */
export function trySome(ecosystems: readonly Ecosystem[]): void {
  let folder = "";
  let tarball = "";
  let backend: Backend;
  let browser: Browser;
  let isOnline = false;

  before(async () => {
    isOnline = await hasRegistry();
    if (!isOnline) return;
    folder = await mkdtemp(join(tmpdir(), "lightfield-pack-"));
    tarball = await pack(folder);
    backend = await openBackend();
    browser = await openBrowser();
  });
  after(async () => {
    if (!isOnline) return;
    await browser.close();
    await backend.close();
    await rm(folder, { recursive: true, force: true });
  });

  for (const ecosystem of ecosystems) {
    test(`the package works with ${ecosystem.name}`, async (context: TestContext) => {
      if (!isOnline) return context.skip("npm does not reach its registry, from which the project is installed");
      const row = await tryEcosystem(ecosystem, { browser, backend, tarball });
      assert.ok(!hasFailed(row), asTable([row]));
    });
  }
}
