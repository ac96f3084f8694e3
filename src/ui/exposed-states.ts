/**
 * The custom states of one element. It keeps a reference to the browser's set, because WebKit (2.50) forgets the content of
 * `internals.states` when nothing refers to it and memory is collected: `delete` then does nothing, and `:state()` matches
 * for ever.
 */
export class ExposedStates {
  /** undefined in browsers without custom states: Safari before 17.4. */
  #states: CustomStateSet | undefined;

  constructor(internals: ElementInternals) {
    this.#states = internals.states;
  }

  /** Sets exactly these states. Only differences are applied, because each change restyles the page. */
  set(on: ReadonlySet<string>): void {
    try {
      for (const name of [...(this.#states ?? [])]) if (!on.has(name)) this.#states?.delete(name);
      for (const name of on) this.#states?.add(name);
    } catch {
      // Chrome before 125 accepts only names that start with two hyphens.
      this.#states = undefined;
    }
  }
}
