/** Fails when custom-elements.json is not what the sources say now. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { cli } from "@custom-elements-manifest/analyzer/cli.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const manifest = await cli({ argv: ["analyze"], cwd: root, noWrite: true });
const current = `${JSON.stringify(manifest, null, 2)}\n`;
const committed = await readFile(new URL("../../custom-elements.json", import.meta.url), "utf8").catch(() => "");

if (current !== committed) {
  console.error("custom-elements.json is stale: run `npm run manifest` and commit the result.");
  process.exitCode = 1;
} else {
  const element = manifest.modules[0].declarations.find(({ customElement }) => customElement);
  const counts = ["attributes", "members", "events", "slots", "cssParts", "cssProperties", "cssStates"]
    .map((kind) => `${element?.[kind]?.length ?? 0} ${kind}`)
    .join(", ");
  console.log(`custom-elements.json is up to date: ${counts}.`);
}
