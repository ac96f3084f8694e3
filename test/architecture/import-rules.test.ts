import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

/**
 * The five import rules of the architecture, shown at work: each case is a file at a place in `src` and one import in
 * it, which the project's own linter configuration lets through or refuses.
 */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LINTER = join(ROOT, "node_modules/@biomejs/biome/bin/biome");

interface Case {
  readonly file: string;
  readonly imports: string;
}

const rules: readonly { rule: string; refused: readonly Case[]; allowed: readonly Case[] }[] = [
  {
    rule: "the modules that browser and server share import nothing",
    refused: [
      { file: "src/wire/limits.ts", imports: "../engine/errors.ts" },
      { file: "src/wire/limits.ts", imports: "./retry-after.ts" },
      { file: "src/wire/limits.ts", imports: "lit" },
    ],
    allowed: [],
  },
  {
    rule: "the engine imports only itself and the shared leaf modules",
    refused: [
      { file: "src/engine/snapshot.ts", imports: "../host/protocol.ts" },
      { file: "src/engine/snapshot.ts", imports: "./../host/protocol.ts" },
      { file: "src/engine/snapshot.ts", imports: "lit" },
      { file: "src/engine/snapshot.ts", imports: "node:fs" },
      { file: "src/engine/session/retry-delay.ts", imports: "../../browser/clock.ts" },
    ],
    allowed: [
      { file: "src/engine/snapshot.ts", imports: "./errors.ts" },
      { file: "src/engine/snapshot.ts", imports: "./session/retry-delay.ts" },
      { file: "src/engine/session/retry-delay.ts", imports: "../errors.ts" },
      { file: "src/engine/session/retry-delay.ts", imports: "../../wire/full-jitter.ts" },
      { file: "src/engine/snapshot.ts", imports: "../wire/limits.ts" },
    ],
  },
  {
    rule: "adapters import the engine, never each other, the XHR primitive aside",
    refused: [
      { file: "src/transports/put.ts", imports: "../host/host-client.ts" },
      { file: "src/host/host-client.ts", imports: "../browser/clock.ts" },
      { file: "src/hash/worker-hasher.ts", imports: "../create-uploader.ts" },
      { file: "src/browser/clock.ts", imports: "../element/messages.ts" },
      { file: "src/browser/clock.ts", imports: "lit" },
      { file: "src/hash/generated-code/source.ts", imports: "../../host/protocol.ts" },
    ],
    allowed: [
      { file: "src/transports/put.ts", imports: "../engine/errors.ts" },
      { file: "src/transports/put.ts", imports: "./xhr.ts" },
      { file: "src/host/host-client.ts", imports: "../transports/xhr.ts" },
      { file: "src/host/parse.ts", imports: "../wire/http-url.ts" },
      { file: "src/hash/worker-hasher.ts", imports: "hash-wasm" },
    ],
  },
  {
    rule: "what looks at transcripts imports the engine's types and itself only",
    refused: [
      { file: "src/transcripts/check-content.ts", imports: "../browser/clock.ts" },
      { file: "src/transcripts/check-content.ts", imports: "./../host/protocol.ts" },
      { file: "src/transcripts/check-content.ts", imports: "../engine/../host/protocol.ts" },
      { file: "src/transcripts/check-content.ts", imports: "../element/messages.ts" },
      { file: "src/transcripts/check-content.ts", imports: "hash-wasm" },
      { file: "src/transcripts/check-content.ts", imports: "node:fs" },
      { file: "src/transports/put.ts", imports: "../transcripts/check-content.ts" },
      { file: "src/element/lightfield-uploader.ts", imports: "../transcripts/check-content.ts" },
    ],
    allowed: [
      { file: "src/transcripts/check-content.ts", imports: "../engine/inspection.ts" },
      { file: "src/transcripts/check-content.ts", imports: "./encoding.ts" },
    ],
  },
  {
    rule: "the element reaches adapters only through the composition root",
    refused: [
      { file: "src/element/lightfield-uploader.ts", imports: "../transports/put.ts" },
      { file: "src/element/lightfield-uploader.ts", imports: "../browser/dropped-files.ts" },
      { file: "src/element/intake/drop.ts", imports: "../../browser/dropped-files.ts" },
      { file: "src/element/locales/de/start.ts", imports: "../../../host/protocol.ts" },
      { file: "src/files/lightfield-files.ts", imports: "../host/files-client.ts" },
      { file: "src/files/lightfield-files.ts", imports: "../element/lightfield-uploader.ts" },
      { file: "src/files/lightfield-files.ts", imports: "../create-uploader.ts" },
      { file: "src/files/table/table.ts", imports: "../../element/list/row.ts" },
      { file: "src/ui/format.ts", imports: "../element/words/messages.ts" },
      { file: "src/ui/format.ts", imports: "../engine/snapshot.ts" },
    ],
    allowed: [
      { file: "src/files/lightfield-files.ts", imports: "../connect-files.ts" },
      { file: "src/files/lightfield-files.ts", imports: "../ui/tokens.ts" },
      { file: "src/files/table/table.ts", imports: "../../engine/session/host-files.ts" },
      { file: "src/files/table/table.ts", imports: "../../ui/icons.ts" },
      { file: "src/ui/format.ts", imports: "./language.ts" },
      { file: "src/element/list/row.ts", imports: "../../ui/icons.ts" },
      { file: "src/element/list/row.ts", imports: "../words/view.ts" },
      { file: "src/element/lightfield-uploader.ts", imports: "../load-uploader.ts" },
      { file: "src/element/lightfield-uploader.ts", imports: "../engine/snapshot.ts" },
      { file: "src/element/lightfield-uploader.ts", imports: "lit" },
      { file: "src/element/locales/de/start.ts", imports: "../../words/messages.ts" },
      { file: "src/element/locales/de/start.ts", imports: "../../../ui/format.ts" },
    ],
  },
  {
    rule: "the server imports the wire protocol and nothing else of src",
    refused: [
      { file: "src/server/index.ts", imports: "../engine/errors.ts" },
      { file: "src/server/index.ts", imports: "../host/host-client.ts" },
      { file: "src/server/index.ts", imports: "node:crypto" },
      { file: "src/server/index.ts", imports: "@tus/server" },
      { file: "src/server/index.ts", imports: "./relay/index.ts" },
      { file: "src/server/endpoint/perform.ts", imports: "../../engine/errors.ts" },
      { file: "src/server/endpoint/perform.ts", imports: "../../host/host-client.ts" },
      { file: "src/server/endpoint/perform.ts", imports: "./../../engine/errors.ts" },
      { file: "src/server/endpoint/perform.ts", imports: "../tokens/../../engine/errors.ts" },
      { file: "src/server/endpoint/perform.ts", imports: "../relay/relay.ts" },
      { file: "src/server/endpoint/perform.ts", imports: "node:crypto" },
      { file: "src/server/endpoint/perform.ts", imports: "@tus/server" },
      { file: "src/server/relay/relay.ts", imports: "../../engine/ports.ts" },
      { file: "src/server/relay/relay.ts", imports: "../tokens/../../engine/ports.ts" },
      { file: "src/server/relay/tus/endpoint.ts", imports: "../../../engine/ports.ts" },
      { file: "src/server/relay/tus/endpoint.ts", imports: "../../../host/parse.ts" },
      { file: "src/server/relay/tus/endpoint.ts", imports: "lit" },
      { file: "src/server/relay/relay.ts", imports: "../../host/parse.ts" },
      { file: "src/server/relay/relay.ts", imports: "./../../engine/ports.ts" },
      { file: "src/server/relay/relay.ts", imports: "lit" },
      { file: "src/server/relay/relay.ts", imports: "@tus/s3-store" },
    ],
    allowed: [
      { file: "src/server/index.ts", imports: "../host/protocol.ts" },
      { file: "src/server/index.ts", imports: "./lightfield/client.ts" },
      { file: "src/server/index.ts", imports: "../wire/limits.ts" },
      { file: "src/server/endpoint/perform.ts", imports: "../../wire/limits.ts" },
      { file: "src/server/relay/relay.ts", imports: "../../wire/limits.ts" },
      { file: "src/server/relay/tus/endpoint.ts", imports: "../../../wire/retry-after.ts" },
      { file: "src/server/endpoint/perform.ts", imports: "../tokens/file-token.ts" },
      { file: "src/server/endpoint/perform.ts", imports: "../../host/protocol.ts" },
      { file: "src/server/relay/relay.ts", imports: "../tokens/file-token.ts" },
      { file: "src/server/relay/relay.ts", imports: "../api-error.ts" },
      { file: "src/server/relay/relay.ts", imports: "../../host/protocol.ts" },
      { file: "src/server/relay/tus/endpoint.ts", imports: "../store/records.ts" },
      { file: "src/server/relay/tus/endpoint.ts", imports: "../../tokens/file-token.ts" },
      { file: "src/server/relay/tus/endpoint.ts", imports: "../../../host/protocol.ts" },
      { file: "src/server/relay/tus/endpoint.ts", imports: "node:stream/promises" },
      { file: "src/server/relay/tus/endpoint.ts", imports: "@tus/server" },
      { file: "src/server/relay/relay.ts", imports: "./tus/endpoint.ts" },
      { file: "src/server/relay/relay.ts", imports: "node:stream" },
      { file: "src/server/relay/relay.ts", imports: "node:stream/promises" },
      { file: "src/server/relay/relay.ts", imports: "@tus/server" },
      { file: "src/server/relay/relay.ts", imports: "@tus/file-store" },
    ],
  },
  {
    rule: "src never imports demo or test",
    refused: [
      { file: "src/create-uploader.ts", imports: "../demo/emulator/index.ts" },
      { file: "src/index.ts", imports: "../test/support/backend-client.ts" },
      { file: "src/browser/clock.ts", imports: "../../demo/start.ts" },
      { file: "src/element/lightfield-uploader.ts", imports: "../../test/support/backend-client.ts" },
    ],
    allowed: [
      { file: "src/create-uploader.ts", imports: "./transports/put.ts" },
      { file: "src/index.ts", imports: "./define.ts" },
    ],
  },
];

/** The ways to import: a rule that knows only the first one is no rule. */
const WAYS = {
  "a value": (name: string) => `import { thing } from "${name}";\nexport const copy = [thing];\n`,
  "a type": (name: string) => `import type { Thing } from "${name}";\nexport type Copy = Thing[];\n`,
  "a re-export": (name: string) => `export { thing } from "${name}";\n`,
  "a dynamic import": (name: string) => `export const load = () => import("${name}");\n`,
} as const;

describe("the five import rules", () => {
  let project = "";
  let complaints: ReadonlyMap<string, readonly string[]>;
  const placed: { path: string; kind: "refused" | "allowed"; rule: string; title: string }[] = [];

  // One run of the linter over a small mirror of src: every case is a folder level of its own file name.
  before(async () => {
    project = await mkdtemp(join(tmpdir(), "import-rules-"));
    await cp(join(ROOT, "biome.jsonc"), join(project, "biome.jsonc"));
    for (const { rule, refused, allowed } of rules) {
      for (const [kind, cases] of [["refused", refused] as const, ["allowed", allowed] as const]) {
        for (const { file, imports } of cases) {
          for (const [way, write] of Object.entries(WAYS)) {
            const path = file.replace(/\.ts$/, `-${placed.length}.ts`);
            placed.push({ path, kind, rule, title: `${file} with ${way} from "${imports}"` });
            await mkdir(join(project, dirname(path)), { recursive: true });
            await writeFile(join(project, path), write(imports));
          }
        }
      }
    }
    complaints = await lint(project);
  });

  after(() => rm(project, { recursive: true, force: true }));

  for (const { rule } of rules) {
    describe(rule, () => {
      it("is enforced", () => {
        const slipped = placed.filter((file) => file.rule === rule && file.kind === "refused" && !isRefused(file.path));
        assert.deepEqual(titles(slipped), [], "these imports should have been refused");
      });

      it("does not stand in the way of what is allowed", () => {
        const blocked = placed.filter((file) => file.rule === rule && file.kind === "allowed" && isRefused(file.path));
        assert.deepEqual(titles(blocked), [], "these imports should have been let through");
      });
    });
  }

  it("holds for the code as it is", async () => {
    const found = [...(await lint(ROOT, "src"))].filter(([, categories]) => categories.some(isImportRule));
    assert.deepEqual(found, []);
  });

  function isRefused(path: string): boolean {
    return (complaints.get(path) ?? []).some(isImportRule);
  }
});

function titles(files: readonly { title: string }[]): string[] {
  return files.map(({ title }) => title);
}

function isImportRule(category: string): boolean {
  return category.endsWith("/noRestrictedImports") || category.endsWith("/noNodejsModules");
}

interface Report {
  readonly diagnostics: readonly { category: string; location: { path: string | { file: string } } }[];
}

/** Which rules complain about which file, its path relative to the folder. */
async function lint(folder: string, ...paths: string[]): Promise<Map<string, string[]>> {
  const args = [LINTER, "lint", "--reporter=json", "--max-diagnostics=none", ...paths];
  const output = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      // The linter leaves with 1 when it has complaints, which is what is asked for here.
      if (error && stdout === "") reject(new Error(stderr));
      else resolve(stdout);
    });
  });
  const report = JSON.parse(output) as Report;
  const found = new Map<string, string[]>();
  for (const { category, location } of report.diagnostics) {
    const path = typeof location.path === "string" ? location.path : location.path.file;
    found.set(path, [...(found.get(path) ?? []), category]);
  }
  return found;
}
