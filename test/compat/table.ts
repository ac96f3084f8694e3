import { CELLS, type CellResult, type Row } from "./ecosystem.ts";

/** The results as a Markdown table, and below it the reason of each cell that is not ok. */
export function asTable(rows: readonly Row[]): string {
  const header = ["ecosystem", ...CELLS];
  const lines = [
    header,
    header.map(() => "---"),
    ...rows.map((row) => [label(row), ...CELLS.map((cell) => word(row.cells[cell]))]),
  ];
  const reasons = rows.flatMap(({ name, cells }) =>
    CELLS.flatMap((cell) => {
      const result = cells[cell];
      return result && result.kind !== "ok" ? [`${name}, ${cell}: ${result.reason}`] : [];
    }),
  );
  return [...lines.map((cells) => `| ${cells.join(" | ")} |`), "", ...reasons].join("\n");
}

export const hasFailed = ({ cells }: Row): boolean => Object.values(cells).some(({ kind }) => kind === "failed");

function label({ name, versions }: Row): string {
  return versions.length > 0 ? `${name} (${versions.slice(0, 2).join(", ")})` : name;
}

function word(result: CellResult | undefined): string {
  if (!result) return "–";
  return { ok: "ok", failed: "FAIL", "not-tried": "not tried" }[result.kind];
}
