/** Page with the results of `npm run compat`, from the file that its option `--record` writes. */

interface Result {
  readonly kind: "ok" | "failed" | "not-tried";
  readonly reason?: string;
}

/** An ecosystem, as it was tried. A cell that does not apply is absent. */
export interface RecordedRow {
  readonly name: string;
  /** Page of demo/docs/frameworks whose code was run. */
  readonly recipe?: string | undefined;
  /** Versions of the installed packages, as "vite 5.4.21". */
  readonly versions: readonly string[];
  readonly cells: Readonly<Partial<Record<keyof typeof COLUMNS, Result>>>;
}

/** Content of ecosystems.json. */
export interface RecordedRun {
  /** Day of the last recorded row, as "2026-11-29". */
  readonly day: string;
  readonly node: string;
  readonly chromium: string;
  readonly rows: readonly RecordedRow[];
}

const COLUMNS = {
  types: "types",
  dev: "dev",
  build: "build",
  upload: "upload verified",
  ssr: "SSR",
} as const;

const WORDS = { ok: "ok", failed: "fails", "not-tried": "not tried" } as const;

export function ecosystemsPage({ day, node, chromium, rows }: RecordedRun): string {
  const results = rows.map(({ name, recipe, cells }) => [
    recipe ? `[${name}](frameworks/${recipe})` : name,
    ...keysOf(COLUMNS).map((column) => word(cells[column])),
  ]);
  const installed = rows.map(({ name, versions }) => [
    name,
    versions.filter((version) => !version.startsWith("@types/")).join(", "),
  ]);
  const reasons = rows.flatMap(({ name, cells }) =>
    keysOf(COLUMNS).flatMap((column) =>
      cells[column]?.kind === "not-tried" ? [`- ${name}, ${COLUMNS[column]}: ${cells[column].reason ?? ""}`] : [],
    ),
  );
  return `# Tested ecosystems

For each row, \`npm run compat\` creates an empty project, installs the packed package beside the [versions](#versions) below, adds
the code of the linked page, and runs it. Last run: ${day}, with Node ${node} and Chromium ${chromium}.

${[table(["ecosystem", ...Object.values(COLUMNS)], results), reasons.join("\n")].filter(Boolean).join("\n\n")}

A dash means that the column does not apply to the row. The columns:

- **types:** the project's own type checker accepts the code and rejects wrong values.
- **dev:** a page of the development server uploads a file.
- **build:** the production build succeeds without a warning about the package. In rows without a page, such as jsdom, the project's
  own tests or server run.
- **upload verified:** on the built page, a file is uploaded in Chromium. Its row says "Verified", storage has the same bytes, the
  listener of \`upload-success\` was called, and the console is empty.
- **SSR:** the server's HTML has the element, and the upload works after hydration.

## Versions

${table(["ecosystem", "installed"], installed)}
`;
}

const table = (head: readonly string[], lines: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

function word(result: Result | undefined): string {
  return result ? WORDS[result.kind] : "–";
}

const keysOf = <T extends object>(object: T) => Object.keys(object) as (keyof T)[];
