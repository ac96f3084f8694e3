/** The page of the tested ecosystems, and the results that it is made from. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { ecosystemsPage, type RecordedRun } from "../../demo/docs-site/ecosystems.ts";
import { ECOSYSTEMS } from "../compat/ecosystems/index.ts";
import { ROOT } from "./code-blocks.ts";

const read = (path: string) => readFileSync(join(ROOT, "demo", path), "utf8");
const { rows, ...run } = JSON.parse(read("docs-site/ecosystems.json")) as RecordedRun;

describe("the page of the tested ecosystems", () => {
  it("has a result for each ecosystem that `npm run compat` tries, and no failure", () => {
    assert.deepEqual(
      rows.map(({ name }) => name),
      ECOSYSTEMS.map(({ name }) => name),
      "record them: npm run compat -- --record demo/docs-site/ecosystems.json",
    );
    for (const { name, cells, versions } of rows) {
      assert.ok(versions.length > 0, name);
      for (const [cell, { kind, reason }] of Object.entries(cells))
        assert.notEqual(kind, "failed", `${name}, ${cell}: ${reason}`);
    }
  });

  it("is made from the results, and linked from each page of a framework", () => {
    assert.equal(read("docs/ecosystems.md"), ecosystemsPage({ rows, ...run }));
    for (const page of readdirSync(join(ROOT, "demo", "docs", "frameworks"))) {
      assert.match(read(`docs/frameworks/${page}`), /\]\(\.\.\/ecosystems\.md\)/, page);
    }
  });
});
