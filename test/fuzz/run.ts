/**
 * `npm run fuzz -- --seed N --count N [--suite NAME] [--seconds N]`: hostile and damaged input for the parsers. Prints the
 * seed; a failure message contains the seed that reproduces it.
 */
import { parseArgs } from "node:util";
import { fuzzLanguages } from "./languages.ts";
import { fuzzMutations, type MutationRow } from "./mutations.ts";
import { fuzzTranscripts } from "./transcripts.ts";

/** Least share of mutated transcripts whose kind is recognized. */
const LEAST_RIGHT = 0.999;

/** Each runs `count` cases at most, prints what it found, and throws when that is too little. */
const SUITES: Readonly<Record<string, (seed: number, count: number, maxMs: number) => Promise<void>>> = {
  async transcripts(seed, count, maxMs) {
    const report = await fuzzTranscripts(seed, count, maxMs);
    const figures = Object.entries(report).map(([what, number]) => `${number} ${what}`);
    console.log(`transcripts: ${figures.join(", ")}, none broken`);
  },
  async mutations(seed, count, maxMs) {
    const { ran, rows, wrong } = await fuzzMutations(seed, count, maxMs);
    console.table(Object.fromEntries([...rows].sort(([one], [other]) => (one < other ? -1 : 1))));
    for (const line of wrong) console.log(line);
    const sum = (key: keyof MutationRow) => [...rows.values()].reduce((total, row) => total + row[key], 0);
    const right = sum("rightKind") / sum("ran");
    const isFalse = sum("renamed") + sum("notText") + sum("archive") + sum("otherFalse");
    console.log(
      `mutations: ${ran} transcripts, ${(right * 100).toFixed(3)} % of the changes recognized, ${isFalse} false hints`,
    );
    if (right < LEAST_RIGHT || isFalse > 0)
      throw new Error("Too many mutated transcripts were taken for something else.");
  },
  async languages(seed, count, maxMs) {
    const { ran, previews, wrong } = await fuzzLanguages(seed, count, maxMs);
    for (const line of wrong.slice(0, 20)) console.log(line);
    console.log(`languages: ${ran} transcripts, ${previews} previews, ${wrong.length} wrong`);
    if (wrong.length > 0) throw new Error("Transcripts in old encodings were taken for something else.");
  },
};

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: String(Date.now() % 1_000_000_000) },
    count: { type: "string", default: "2000" },
    suite: { type: "string", default: Object.keys(SUITES).join(",") },
    seconds: { type: "string", default: "300" },
  },
});

for (const name of values.suite.split(",")) {
  const suite = Object.hasOwn(SUITES, name) ? SUITES[name] : undefined;
  if (!suite) throw new Error(`There is no suite "${name}"; there are ${Object.keys(SUITES).join(", ")}.`);
  console.log(`${name}: seed ${values.seed}, up to ${values.count} cases in ${values.seconds} s`);
  await suite(Number(values.seed), Number(values.count), Number(values.seconds) * 1000);
}
