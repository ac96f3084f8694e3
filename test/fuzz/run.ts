/**
 * `npm run fuzz -- --seed N --count N [--suite NAME] [--seconds N]`: hostile input for the parsers. Prints the seed; a failure
 * message contains the seed that reproduces it.
 */
import { parseArgs } from "node:util";
import { fuzzTranscripts } from "./transcripts.ts";

const SUITES: Readonly<Record<string, (seed: number, count: number, maxMs: number) => Promise<object>>> = {
  transcripts: fuzzTranscripts,
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
  const report = await suite(Number(values.seed), Number(values.count), Number(values.seconds) * 1000);
  console.log(
    `${name}: ${Object.entries(report)
      .map(([what, number]) => `${number} ${what}`)
      .join(", ")}, none broken`,
  );
}
