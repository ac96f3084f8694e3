import { TYPES } from "../../engine/mime-types.ts";

/** Known file extensions without their dots, the best known first: of one media type, or all. */
export function extensionsOf(type?: string): string[] {
  const lists = type === undefined ? Object.values(TYPES) : Object.hasOwn(TYPES, type) ? [TYPES[type] ?? ""] : [];
  return lists.flatMap((names) => names.split(" ")).filter((name) => !name.includes("/"));
}
