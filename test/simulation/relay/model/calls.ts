import type { Relay } from "../../../../src/server/relay/index.ts";
import type { Random } from "../virtual/random.ts";
import type { Timeline } from "../virtual/timeline.ts";
import type { Instance, PendingCall } from "./instance.ts";

/** How a call ended for its caller. */
export type Outcome<T> =
  | { readonly kind: "answer"; readonly value: T }
  | { readonly kind: "error"; readonly error: unknown }
  /** No answer: the process ended, could not be reached, or the caller left. */
  | { readonly kind: "lost" };

export interface CallOptions<T> {
  readonly what: string;
  /** Runs in the process. */
  readonly run: (relay: Relay) => Promise<T>;
  /** Called at the moment when the answer leaves the process, whether or not it arrives. */
  readonly onAnswer: (outcome: Outcome<T>) => void;
  /** Virtual time within which there is to be an answer. */
  readonly withinMs: number;
}

export interface Call<T> {
  readonly outcome: Promise<Outcome<T>>;
  /** The caller hangs up. */
  leave(): void;
}

/** The way from callers to instances: takes time, and is cut off when a process ends. */
export class Calls {
  readonly #timeline: Timeline;
  readonly #random: Random;
  readonly #onLate: (what: string, withinMs: number) => void;
  /** Calls that a living process has not answered. */
  pending = 0;
  answered = 0;

  constructor(timeline: Timeline, random: Random, onLate: (what: string, withinMs: number) => void) {
    this.#timeline = timeline;
    this.#random = random;
    this.#onLate = onLate;
  }

  make<T>(instance: Instance, { what, run, onAnswer, withinMs }: CallOptions<T>): Call<T> {
    const { process } = instance;
    const timeline = this.#timeline;
    let end: (outcome: Outcome<T>) => void = () => {};
    const outcome = new Promise<Outcome<T>>((resolve) => {
      end = resolve;
    });
    if (!process) {
      timeline.schedule(1, null, `${what} finds nobody`, () => end({ kind: "lost" }));
      return { outcome, leave: () => end({ kind: "lost" }) };
    }

    this.pending += 1;
    const deadline = timeline.schedule(withinMs, process, `${what} is late`, () => this.#onLate(what, withinMs));
    const close = (): void => {
      timeline.cancel(deadline);
      if (instance.pending.delete(call)) this.pending -= 1;
    };
    const call: PendingCall = {
      what,
      lose: () => {
        this.pending -= 1;
        end({ kind: "lost" });
      },
    };
    instance.pending.add(call);
    const leave = (result: Outcome<T>): void => {
      timeline.schedule(this.#random.latencyMs(), process, `answer to ${what} leaves`, () => {
        close();
        this.answered += 1;
        onAnswer(result);
        timeline.schedule(this.#random.latencyMs(), null, `answer to ${what} arrives`, () => end(result));
      });
    };
    timeline.schedule(this.#random.latencyMs(), process, `${what} arrives`, () => {
      const { relay } = instance;
      if (!relay) return leave({ kind: "lost" });
      run(relay).then(
        (value) => leave({ kind: "answer", value }),
        (error: unknown) => leave({ kind: "error", error }),
      );
    });
    return { outcome, leave: () => end({ kind: "lost" }) };
  }
}
