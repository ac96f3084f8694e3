import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly {
      readonly tagName?: string;
      readonly cssParts?: readonly { readonly name: string }[];
    }[];
  }[];
}

const manifest: Manifest = JSON.parse(readFileSync(join(ROOT, "custom-elements.json"), "utf8"));

/** Every string in the templates that is, or may become, a name of a part. */
function namesIn(...folders: readonly string[]): { readonly parts: ReadonlySet<string>; readonly text: string } {
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, "src", folder), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts") && !path.includes("locales"))
      .map((path) => join(ROOT, "src", folder, path)),
  );
  const text = files.map((file) => readFileSync(file, "utf8").replace(/^ \* @csspart.*$/gm, "")).join("\n");
  const parts = [...text.matchAll(/\bpart="([\w -]+)"/g)].flatMap(([, names = ""]) => names.split(" "));
  return { parts: new Set(parts), text };
}

for (const [tagName, folders] of [
  ["lightfield-uploader", ["element", "ui"]],
  ["lightfield-files", ["files", "ui"]],
] as const) {
  describe(`<${tagName}>`, () => {
    const documented = manifest.modules
      .flatMap(({ declarations }) => declarations)
      .filter((one) => one.tagName === tagName)
      .flatMap(({ cssParts = [] }) => cssParts.map(({ name }) => name));
    const { parts, text } = namesIn(...folders);

    it("documents every part that its templates have", () => {
      assert.deepEqual([...parts].filter((part) => !documented.includes(part)).sort(), []);
    });

    it("has every part that it documents, each documented once", () => {
      assert.equal(new Set(documented).size, documented.length);
      const missing = documented.filter((part) => !parts.has(part) && !text.includes(`"${part}"`));
      assert.deepEqual(missing, []);
    });
  });
}
