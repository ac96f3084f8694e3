/** What a stack is tried in. A cell that does not apply to an ecosystem is absent from its row. */
export const CELLS = ["types", "dev", "build", "upload", "ssr"] as const;
export type Cell = (typeof CELLS)[number];

/** A stack that people use, as an empty project with the packed package in it. Commands are run by a shell. */
export interface Ecosystem {
  /** Name of the row, with the major version that is tried. */
  readonly name: string;
  /** Packages beside the packed one, as for `npm install`. */
  readonly packages: readonly string[];
  /** Major version of Node that the packages need, if it is not the one that runs the tests. */
  readonly node?: number;
  /** Page of demo/docs/frameworks whose code blocks become files of the project. */
  readonly recipe?: string;
  /** Files of the project that are not in its recipe, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Checks the types. Fixtures contain wrong values behind `@ts-expect-error`, so it fails when one is accepted. */
  readonly types?: string;
  /** Starts the development server on $PORT. */
  readonly dev?: string;
  readonly build?: string;
  /** What the build is served with: files of a folder under a path, or a server of its own on $PORT. */
  readonly serve?: { readonly folder: string; readonly under?: string } | { readonly command: string };
  /** Whether the project has its own endpoint at /api/uploads. Otherwise the runner serves one there. */
  readonly ownEndpoint?: boolean;
  /** `context` that the page sets as a property; the endpoint has to receive it. */
  readonly context?: unknown;
  /** Text that the page as served contains, where the element is rendered on the server. */
  readonly served?: RegExp;
  /** Console messages of the stack itself, which say nothing about this package. */
  readonly ignoredMessages?: RegExp;
  /** Why a cell is not tried. */
  readonly notTried?: Readonly<Partial<Record<Cell, string>>>;
}

export type CellResult =
  | { readonly kind: "ok" }
  | { readonly kind: "not-tried"; readonly reason: string }
  | { readonly kind: "failed"; readonly reason: string };

export interface Row {
  readonly name: string;
  /** Versions of the installed packages, as "vite 5.4.21". */
  readonly versions: readonly string[];
  readonly cells: Readonly<Partial<Record<Cell, CellResult>>>;
}
