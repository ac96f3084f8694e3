/**
 * Breaks the engine on purpose, one mistake at a time, and counts the seeds that the simulator needs to see it.
 *
 *     node --import tsx test/simulation/mutations.ts                     all of them
 *     node --import tsx test/simulation/mutations.ts --only "lock"       those whose names contain the text
 *     node --import tsx test/simulation/mutations.ts --part 2/6          the second sixth of them
 *     node --import tsx test/simulation/mutations.ts --trust             without running the engine as it stands first
 *     node --import tsx test/simulation/mutations.ts --check             only that their texts are still in the source
 */
import { parseArgs } from "node:util";
import { BREAKAGES, UNDONE_FIXES } from "./measure/breakages.ts";
import { MutantLab, unfit } from "./measure/mutants.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    part: { type: "string", default: "1/1" },
    count: { type: "string", default: "20000" },
    check: { type: "boolean", default: false },
    trust: { type: "boolean", default: false },
  },
});

/** No mutation at all. */
const NONE = { name: "none", file: "errors.ts", from: "class UploadError", to: "class UploadError" };

const all = [...BREAKAGES, ...UNDONE_FIXES];
const lost = unfit(all);
if (lost.length > 0) throw new Error(`${lost.length} mutations do not fit the source:\n${lost.join("\n")}`);
console.log(`${all.length} mutations, each one's text is in the source`);

const lab = new MutantLab();
const [part = 1, parts = 1] = values.part.split("/").map(Number);
const chosen = all.filter(({ name }, index) => name.includes(values.only) && index % parts === part - 1);
let survivors = 0;
try {
  if (!values.check && !values.only && parts === 1 && !values.trust) {
    const { seeds, rule } = await lab.run(NONE, Number(values.count));
    if (seeds !== null)
      throw new Error(`the engine itself breaks the rule "${rule}" with seed ${seeds}: fix that first`);
    console.log(`the engine as it stands: ${values.count} seeds without a violation`);
  }
  if (!values.check) console.log("| mutation | seeds needed | rule broken |\n|---|---:|---|");
  for (const mutation of values.check ? [] : chosen) {
    const { seeds, rule } = await lab.run(mutation, Number(values.count));
    if (seeds === null) survivors += 1;
    console.log(`| ${mutation.name} | ${seeds ?? `none of ${values.count}`} | ${rule} |`);
  }
} finally {
  lab.dispose();
}
if (survivors > 0) console.log(`${survivors} mutations were not seen`);
process.exitCode = survivors > 0 ? 1 : 0;
