/**
 * Code coverage of `src/engine` by the simulator alone: the share of branches that ran, and each one that did not.
 *
 *     node --import tsx test/simulation/measure/coverage.ts --count 5000
 */
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Branch, branchesOf } from "./branches.ts";
import { type CoveredScript, countAt, coverageOf } from "./v8-coverage.ts";

const { values } = parseArgs({
  options: { count: { type: "string", default: "5000" }, seed: { type: "string", default: "1" } },
});

const scripts = await coverageOf("/src/engine/", async () => {
  // Loaded only now, so that every call is counted.
  const [{ generate }, { simulate }] = await Promise.all([import("../generate.ts"), import("../simulate.ts")]);
  const first = Number(values.seed);
  for (let seed = first; seed < first + Number(values.count); seed += 1) await simulate(generate(seed));
});

let total = 0;
const missed: string[] = [];
for (const script of scripts.sort((one, other) => one.url.localeCompare(other.url))) {
  const place = placesIn(script);
  const branches = branchesOf(script.url, script.source).filter(({ offset }) => isWritten(place(offset)));
  total += branches.length;
  const own = branches
    .filter((branch) => !isTaken(script, branch))
    .map((branch) => `${place(branch.offset).name} ${branch.kind}`);
  missed.push(...own);
  console.log(`${nameOf(script.url).padEnd(40)} ${branches.length - own.length} of ${branches.length}`);
}
console.log(`\nnot covered:\n${missed.map((one) => `  ${one}`).join("\n")}`);
const share = ((total - missed.length) * 100) / total;
console.log(`\n${total - missed.length} of ${total} branches of src/engine, ${share.toFixed(1)} %`);

function isTaken(script: CoveredScript, { offset, insteadOf, again }: Branch): boolean {
  const count = countAt(script, offset);
  if (insteadOf === null) return count > 0;
  return countAt(script, insteadOf) + (again === null ? 0 : countAt(script, again)) > count;
}

/** Whether the branch is of the source, and not of what a compiler made of an `import()`. */
function isWritten({ line }: Place): boolean {
  return !line.includes("import(");
}

interface Place {
  /** File, number and rest of the line. */
  readonly name: string;
  /** The whole line. */
  readonly line: string;
}

function nameOf(url: string): string {
  return url.split("/src/engine/").at(-1)?.split("?")[0] ?? url;
}

/** Names places of the script by file, line and text of the original, by the source map that the script carries. */
function placesIn({ url, source }: CoveredScript): (offset: number) => Place {
  const encoded = /sourceMappingURL=data:application\/json;base64,([\w+/=]+)/.exec(source)?.[1];
  if (!encoded) return (offset) => ({ name: `${nameOf(url)} offset ${offset}`, line: "" });
  const payload = JSON.parse(Buffer.from(encoded, "base64").toString("utf8"));
  const map = new SourceMap(payload);
  const lines = readFileSync(fileURLToPath(url.split("?")[0] ?? url), "utf8").split("\n");
  return (offset) => {
    const before = source.slice(0, offset);
    const entry = map.findEntry(before.split("\n").length - 1, offset - before.lastIndexOf("\n") - 1);
    const row = "originalLine" in entry ? entry.originalLine : 0;
    const line = lines[row] ?? "";
    const column = "originalColumn" in entry ? entry.originalColumn : 0;
    return { name: `${nameOf(url)}:${row + 1}: ${line.slice(column).trim().slice(0, 70)}`, line };
  };
}
