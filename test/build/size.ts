/**
 * `npm run size`, after `npm run build`: what a page loads, minified and compressed, against the budgets. Ends with 1
 * when one is broken.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { eagerFiles, gzipBytes } from "./bundle.ts";
import { bundledSizes } from "./bundled-size.ts";
import {
  AFTER_VERIFIED,
  AT_START,
  chunkOf,
  UNTIL_TRANSCRIPT,
  UNTIL_VERIFIED,
  UNTIL_VERIFIED_OF_A_TYPE,
  UNTIL_VERIFIED_OF_SEVERAL,
  WHILE_IDLE,
  WHILE_IDLE_FOR_SEVERAL,
} from "./journey.ts";

const MAIN = "lightfield-uploader.js";
const MAIN_BUDGET = 20_500;
/** Lit included, and loaded beside the uploader's script only where a page shows what was uploaded. */
const FILES = "lightfield-files.js";
const FILES_BUDGET = 22_100;
const IDLE_BUDGET = 36_700;
const IDLE_FOR_SEVERAL_BUDGET = 41_900;
const PUT_BUDGET = 61_500;
const PUT_FILES = 5;
const SEVERAL_BUDGET = 66_700;
const TYPE_BUDGET = 62_600;
const TRANSCRIPT_BUDGET = 66_800;
const TRANSCRIPT_FILES = 6;
const MEMORY_BUDGET = 2_300;
const WORKER_BUDGET = 3_600;
/** First load of a page that imports `lightfield-uploader/define` by a bundler. */
const BUNDLED_BUDGET = 23_000;
const LOCALE_BUDGET = 1500;
const IS_WORKER = /worker.*\.js$/;
/** One piece of a language, named by its tag; those of the package build are for bundlers, and not weighed. */
const IS_LOCALE =
  /^(?:chunk|lightfield-uploader|lightfield-files)-[a-z]{2}(?:-[A-Z][A-Za-z]+)?(?:-start|-list|-outcomes|-transcripts)?-.{7,8}\.js$/;
/** Four pieces for the uploader, two for the list of files; English is built in. */
const LOCALE_CHUNKS = 17 * 6;
/** In whatever holds an MD5: the constants of its first round, or hash-wasm's WebAssembly in hexadecimal digits. */
const MD5_CODE = /0061736d|3614090360|d76aa478/i;

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
if (!existsSync(join(dist, MAIN))) {
  console.error("Nothing to weigh: run `npm run build` first.");
  process.exit(1);
}

const size = (file: string) => gzipBytes(join(dist, file));
const failures: string[] = [];
const row = (name: string, bytes: number, budget?: number) => {
  const over = budget !== undefined && bytes > budget;
  if (over) failures.push(`${name} has ${bytes} bytes, ${bytes - budget} more than its budget.`);
  const limit = budget === undefined ? "" : `of ${budget} ${over ? "TOO LARGE" : "ok"}`;
  console.log(`${name.padEnd(56)} ${String(bytes).padStart(7)}  ${limit}`);
};

const sizeOf = (files: readonly string[]) => files.reduce((sum, file) => sum + size(file), 0);
const eager = eagerFiles(dist, MAIN);
console.log("Bytes after minification and gzip -9\n");
row(`${MAIN} with all that it needs to start`, sizeOf(eager), MAIN_BUDGET);
row(`${FILES} with all that it needs to start`, sizeOf(eagerFiles(dist, FILES)), FILES_BUDGET);
const built = readdirSync(dist);
/** Weighs the files that a page has loaded at a point of the journey of its first file. */
const journey = (name: string, files: readonly string[], budget: number) =>
  row(`${name}, ${files.length} files`, sizeOf(files), budget);
const filesOf = (chunks: readonly string[]) =>
  chunks.flatMap((chunk) => {
    const files = built.filter((file) => chunkOf(file) === chunk);
    if (files.length !== 1) failures.push(`There are ${files.length} files of the chunk "${chunk}" instead of one.`);
    return files;
  });
if (filesOf(AT_START).sort().join() !== [...eager].sort().join())
  failures.push(`The script needs ${eager.join(", ")} to start.`);
if (UNTIL_VERIFIED.length > PUT_FILES)
  failures.push(`A file by PUT takes ${UNTIL_VERIFIED.length} files instead of ${PUT_FILES}.`);
if (UNTIL_TRANSCRIPT.length > TRANSCRIPT_FILES)
  failures.push(`A transcript takes ${UNTIL_TRANSCRIPT.length} files instead of ${TRANSCRIPT_FILES}.`);
journey("an idle page", filesOf(WHILE_IDLE), IDLE_BUDGET);
journey("the same, where several files are welcome", filesOf(WHILE_IDLE_FOR_SEVERAL), IDLE_FOR_SEVERAL_BUDGET);
journey("until a file is verified, by PUT", filesOf(UNTIL_VERIFIED), PUT_BUDGET);
journey("the same, where several files are welcome", filesOf(UNTIL_VERIFIED_OF_SEVERAL), SEVERAL_BUDGET);
journey("until one is verified, where types are limited", filesOf(UNTIL_VERIFIED_OF_A_TYPE), TYPE_BUDGET);
journey("until a transcript is verified", filesOf(UNTIL_TRANSCRIPT), TRANSCRIPT_BUDGET);
journey("after the first verified file", filesOf(AFTER_VERIFIED), MEMORY_BUDGET);
console.log();
const others = readdirSync(dist)
  .filter((file) => file.endsWith(".js") && !eager.includes(file))
  .sort();
const budgetOf = (file: string) => (IS_WORKER.test(file) ? WORKER_BUDGET : undefined);
const locales = others.filter((file) => IS_LOCALE.test(file) && file.startsWith("lightfield-"));
for (const file of others.filter((file) => !IS_LOCALE.test(file))) row(file, size(file), budgetOf(file));

locales.sort((one, other) => size(other) - size(one));
row(
  `the largest of ${locales.length} pieces of languages: ${locales[0]}`,
  locales[0] ? size(locales[0]) : 0,
  LOCALE_BUDGET,
);
if (locales.length !== LOCALE_CHUNKS)
  failures.push(`There are ${locales.length} pieces of languages instead of ${LOCALE_CHUNKS}.`);

for (const file of eager) {
  if (MD5_CODE.test(readFileSync(join(dist, file), "utf8"))) failures.push(`${file} carries hash code from the start.`);
}
if (!others.some((file) => MD5_CODE.test(readFileSync(join(dist, file), "utf8")))) {
  failures.push("No chunk carries hash code: the check above looks for the wrong thing.");
}

console.log();
for (const { bundler, bytes } of await bundledSizes()) {
  if (bytes === null)
    console.log(`lightfield-uploader/define was not weighed with ${bundler}: run npm ci to install it.`);
  else row(`lightfield-uploader/define in a page built with ${bundler}`, bytes, BUNDLED_BUDGET);
}

for (const failure of failures) console.error(failure);
process.exit(failures.length > 0 ? 1 : 0);
