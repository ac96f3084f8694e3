/** What the panel "In Lightfield now" shows of one file. */
export interface ServerFile {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly status: "PENDING" | "COMPLETED" | "CANCELLED" | "EXPIRED";
  /** Of the bytes that lie in storage; null when there are none, or when Lightfield does not tell. */
  readonly md5: string | null;
  readonly createdAt: string;
}

export interface ServerFiles {
  readonly source: "local" | "lightfield";
  /** How often it is polite to ask again. */
  readonly pollMs: number;
  readonly counts: Readonly<Record<ServerFile["status"], number>>;
  /** Of all completed files. */
  readonly storedBytes: number;
  /** Newest first, and not more than a page can sensibly show. */
  readonly files: readonly ServerFile[];
}

/** Rows that travel with every poll. */
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
