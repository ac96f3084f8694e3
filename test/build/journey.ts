/**
 * The files of the script-tag build that a page loads on the journey of its first file, by the names of their chunks.
 * `npm run size` weighs them; `test/e2e/journey.test.ts` holds the lists against a real page.
 */

/** With the page. */
export const AT_START = ["lightfield-uploader.js", "main"] as const;

/** Once the page is idle. */
export const WHILE_IDLE = [...AT_START, "list"] as const;

/**
 * Until a file whose name tells its type is verified, by one PUT, where the element takes one file and `accept` does not limit
 * its types.
 */
export const UNTIL_VERIFIED = [...WHILE_IDLE, "engine", "md5.worker.js"] as const;

/** Once the page is idle where the element takes several files. */
export const WHILE_IDLE_FOR_SEVERAL = [...WHILE_IDLE, "several"] as const;

/** Until the first of them is verified. */
export const UNTIL_VERIFIED_OF_SEVERAL = [...UNTIL_VERIFIED, "several"] as const;

/** One file where `accept` limits the types, which are judged before the file is added. */
export const UNTIL_VERIFIED_OF_A_TYPE = [...UNTIL_VERIFIED, "judging"] as const;

/** Until a transcript is verified where the purpose is transcripts: also its kind, and its summary. */
export const UNTIL_TRANSCRIPT = [...UNTIL_VERIFIED, "inspect"] as const;

/** After the first verified file: the memory of what was uploaded. */
export const AFTER_VERIFIED = ["content-memory", "checkpoint-database", "comparable-context"] as const;

/** Name of the chunk in the name of a file, or the name of a file without a hash. */
export function chunkOf(file: string): string {
  return /^lightfield-uploader-(.+)-[\w-]{8}\.js$/.exec(file)?.[1] ?? file;
}
