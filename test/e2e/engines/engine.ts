/** A browser of any engine, reduced to what the tests of whole pages need. */
export interface EngineBrowser {
  /** Opens a page in a tab of its own. */
  open(url: string): Promise<EnginePage>;
  close(): Promise<void>;
}

export interface EnginePage {
  goto(url: string): Promise<void>;
  /** Runs a function in the page. It sees its argument and the page, nothing else. */
  evaluate<A, T>(run: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
  /** Chooses files of the disk in the uploader's own input, as the browser's dialog does. */
  choose(paths: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Function that finds the uploader's own input, as text, because both engines run it in the page. */
export const FIND_INPUT = `() => document.querySelector("lightfield-uploader").shadowRoot.querySelector("input[type=file]")`;

/** The function as text. The compiler of the tests names inner functions by a function that the page does not have. */
export function asText(run: (...given: never[]) => unknown): string {
  return `(argument) => { globalThis.__name ??= (inner) => inner; return (${run})(argument); }`;
}
