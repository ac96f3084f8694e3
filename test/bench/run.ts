/** `npm run bench` runs all suites, or one with `-- --suite NAME`. */
import { parseArgs } from "node:util";

const SUITES = {
  md5: "./md5.ts",
  upload: "./upload.ts",
  tus: "./tus.ts",
  many: "./many.ts",
  first: "./first.ts",
  journey: "./journey.ts",
  "many-files": "./many-files.ts",
  list: "./list.ts",
};

const { values } = parseArgs({ options: { suite: { type: "string" } }, strict: false, allowPositionals: true });
const chosen = Object.entries(SUITES).filter(([name]) => values.suite === undefined || values.suite === name);
if (chosen.length === 0) {
  console.error(`There is no suite "${values.suite}"; there are ${Object.keys(SUITES).join(", ")}.`);
  process.exitCode = 1;
}
for (const [name, module] of chosen) {
  console.log(`# ${name}`);
  await import(module);
}
