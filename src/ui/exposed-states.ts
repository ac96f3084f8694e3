/**
 * The custom states of one element. It keeps a reference to the browser's set, because WebKit (2.50) forgets the content of
 * `internals.states` when nothing refers to it and memory is collected: `delete` then does nothing, and `:state()` matches
 * for ever.
 */
export class ExposedStates {
  readonly #states: CustomStateSet;

  constructor(internals: ElementInternals) {
    this.#states = internals.states;
  }

  /** Sets exactly these states. Only differences are applied, because each change restyles the page. */
  set(on: ReadonlySet<string>): void {
    for (const name of [...this.#states]) if (!on.has(name)) this.#states.delete(name);
    for (const name of on) this.#states.add(name);
  }
}
