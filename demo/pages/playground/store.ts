import { INITIAL, type State, type Surroundings, withName, withValue } from "./state.ts";

type Named = "attributes" | "tokens" | "properties";
type Chosen = "slots" | "parts" | "events";

/** Holds the settings of the playground and notifies listeners of changes. */
export class Store {
  #state: State;
  readonly #listeners = new Set<(state: State) => void>();

  constructor(state: State = INITIAL) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  /** Calls the listener at once with the current settings, and again after every change. */
  follow(listener: (state: State) => void): void {
    this.#listeners.add(listener);
    listener(this.#state);
  }

  replace(state: State): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }

  set(kind: Named, name: string, value: string | null): void {
    this.replace({ ...this.#state, [kind]: withValue(this.#state[kind], name, value) });
  }

  choose(kind: Chosen, name: string, isIn: boolean): void {
    this.replace({ ...this.#state, [kind]: withName(this.#state[kind], name, isIn) });
  }

  surround(change: Partial<Surroundings>): void {
    this.replace({ ...this.#state, stage: { ...this.#state.stage, ...change } });
  }
}
