import type { HostFile } from "../../engine/session/host-files.ts";

/** Order of the list, in the sequence in which it is offered. The first is that of a list that is neither searched nor sorted. */
export const ORDERS = ["newest", "oldest", "name", "largest", "smallest"] as const;

export type Order = (typeof ORDERS)[number];

type Compare = (one: HostFile, other: HostFile) => number;

const byAge: Compare = (one, other) => (other.createdAt ?? 0) - (one.createdAt ?? 0);
const bySize: Compare = (one, other) => other.sizeBytes - one.sizeBytes;

/**
 * The files in this order. Names are compared by the rules of the language, without regard to case, and numbers in them by
 * their value; files that compare as equal are in the order of their age.
 */
export function inOrder(files: readonly HostFile[], order: Order, language: string | undefined): readonly HostFile[] {
  const newest = [...files].sort(byAge);
  switch (order) {
    case "newest":
      return newest;
    case "oldest":
      return newest.reverse();
    case "name": {
      const { compare } = new Intl.Collator(language, { numeric: true });
      return newest.sort((one, other) => compare(one.filename, other.filename));
    }
    case "largest":
      return newest.sort(bySize);
    case "smallest":
      return newest.sort((one, other) => bySize(other, one));
  }
}
