import type { Op } from "../scenario.ts";
import type { Tab } from "./tabs.ts";

/** One call of a port that a tab is waiting for. It is settled once, and only in a tab that lives and is not frozen. */
export class Call<T> {
  readonly tab: Tab;
  readonly op: Op;
  /** File name or session that the call is about, for the log. */
  readonly about: string;
  readonly promise: Promise<T>;
  /** When a sleep ends; null for other calls. */
  dueAt: number | null = null;
  /** Runs once when the call is over for the tab, however it ended. */
  onClosed: (() => void) | null = null;
  #isOpen = true;
  #settle: { readonly resolve: (value: T) => void; readonly reject: (error: unknown) => void } | null = null;
  #signal: AbortSignal | null = null;

  constructor(tab: Tab, op: Op, about: string, signal: AbortSignal | null) {
    this.tab = tab;
    this.op = op;
    this.about = about;
    this.promise = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    tab.open.add(this);
    tab.sim.counters.add(`call: ${op}`);
    if (tab.sim.log && op !== "sleep") tab.say(`${op} ${about}`);
    if (!tab.sim.countCall(`${op} ${about}`)) return;
    if (signal?.aborted) {
      this.#reject(signal.reason);
    } else if (signal) {
      this.#signal = signal;
      signal.addEventListener("abort", this.#abort);
    }
    tab.sim.happened(op, "asked");
  }

  /** The tab still waits for it. */
  get isOpen(): boolean {
    return this.#isOpen && this.tab.isAlive;
  }

  answer(value: T): void {
    this.tab.deliver(() => {
      if (!this.#isOpen) return;
      if (this.tab.sim.log && this.op !== "sleep") this.tab.say(`${this.op} ${this.about} answered`);
      this.#close();
      this.#settle?.resolve(value);
      this.tab.sim.happened(this.op, "answered");
    });
  }

  fail(error: unknown): void {
    this.tab.deliver(() => {
      if (!this.#isOpen) return;
      if (this.tab.sim.log)
        this.tab.say(`${this.op} ${this.about} failed: ${error instanceof Error ? error.message : error}`);
      this.#reject(error);
      this.tab.sim.happened(this.op, "answered");
    });
  }

  readonly #abort = (): void => {
    if (!this.#isOpen) return;
    if (this.tab.sim.log && this.op !== "sleep") this.tab.say(`${this.op} ${this.about} aborted`);
    if (this.op === "complete" && !this.tab.isDisposed) {
      this.tab.sim.report("point of no return", `${this.tab.name} calls off its request to complete ${this.about}`);
    }
    this.#reject(this.#signal?.reason);
  };

  #reject(reason: unknown): void {
    this.#close();
    this.#settle?.reject(reason);
  }

  #close(): void {
    this.#isOpen = false;
    this.#signal?.removeEventListener("abort", this.#abort);
    this.tab.open.delete(this);
    this.onClosed?.();
  }
}
