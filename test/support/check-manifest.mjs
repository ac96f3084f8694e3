/**
 * Fails when custom-elements.json, or a file that is generated from it, is not what the sources say now. `--write` updates
 * them.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cli } from "@custom-elements-manifest/analyzer/cli.js";
import { elementData } from "../../element-data.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const manifest = await cli({ argv: ["analyze"], cwd: root, noWrite: true });
const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
const generated = {
  "custom-elements.json": `${JSON.stringify(manifest, null, 2)}\n`,
  ...elementData(manifest, version),
};

const stale = [];
for (const [path, text] of Object.entries(generated)) {
  const committed = await readFile(join(root, path), "utf8").catch(() => "");
  if (text === committed) continue;
  if (process.argv.includes("--write")) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  } else stale.push(path);
}

if (stale.length > 0) {
  console.error(`${stale.join(", ")} stale: run \`npm run manifest\` and commit the result.`);
  process.exitCode = 1;
} else {
  const element = manifest.modules[0].declarations.find(({ customElement }) => customElement);
  const counts = ["attributes", "members", "events", "slots", "cssParts", "cssProperties", "cssStates"]
    .map((kind) => `${element?.[kind]?.length ?? 0} ${kind}`)
    .join(", ");
  console.log(`custom-elements.json and the files made from it are up to date: ${counts}.`);
}
