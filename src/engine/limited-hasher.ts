import { UploadError } from "./errors.ts";
import type { Hasher, Ports } from "./ports.ts";
import { linkedTo, OVER } from "./waits.ts";

/** Time in milliseconds between two checks. A machine that sleeps in between loses one of them, not the whole time. */
const CHECK_MS = 10_000;
/** Number of checks for a small file: five minutes. */
const LEAST_CHECKS = 30;
/** Bytes for which one more check is made: 100 kB a second, far below any disk. */
const BYTES_PER_CHECK = 1_000_000;

/** The hasher with a time limit. A digest that never arrives is an error, so that no upload waits for it for ever. */
export function limitedHasher({ hasher, clock }: Pick<Ports, "hasher" | "clock">): Hasher {
  return {
    md5(file, signal) {
      const job = linkedTo(signal);
      const limit = async (): Promise<never> => {
        for (let left = LEAST_CHECKS + file.size / BYTES_PER_CHECK; left > 0; left -= 1) {
          await clock.sleep(CHECK_MS, job.signal);
        }
        throw new UploadError("internal", "the file was not read in time", { apiCode: "md5_timeout" });
      };
      return Promise.race([hasher.md5(file, job.signal), limit()]).finally(() => job.abort(OVER));
    },
    dispose: () => hasher.dispose(),
  };
}
