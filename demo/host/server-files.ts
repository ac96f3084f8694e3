/** One file in the panel "In Lightfield now". */
export interface ServerFile {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly status: "PENDING" | "COMPLETED" | "CANCELLED" | "EXPIRED";
  /** MD5 of the stored bytes; null if there are none or if Lightfield does not report it. */
  readonly md5: string | null;
  readonly createdAt: string;
}

export interface ServerFiles {
  readonly source: "local" | "lightfield";
  /** Interval after which the panel may poll again, in milliseconds. */
  readonly pollMs: number;
  readonly counts: Readonly<Record<ServerFile["status"], number>>;
  /** Number of completed files. */
  readonly storedBytes: number;
  /** Files, newest first, at most as many as a page can show. */
  readonly files: readonly ServerFile[];
}

/** Number of rows in each poll. */
const SHOWN = 40;

export function summarize(files: readonly ServerFile[], origin: Pick<ServerFiles, "source" | "pollMs">): ServerFiles {
  const counts = { PENDING: 0, COMPLETED: 0, CANCELLED: 0, EXPIRED: 0 };
  let storedBytes = 0;
  for (const file of files) {
    counts[file.status] += 1;
    if (file.status === "COMPLETED") storedBytes += file.sizeBytes;
  }
  const newestFirst = [...files].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return { ...origin, counts, storedBytes, files: newestFirst.slice(0, SHOWN) };
}
