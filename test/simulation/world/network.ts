import { UploadError } from "../../../src/engine/errors.ts";
import type { Sim } from "../sim.ts";

/** Line between the browser and everything else. All tabs share it. */
export class Network {
  readonly #sim: Sim;
  readonly #open = new Set<{ readonly cut: () => void }>();
  readonly #onChange: () => void;
  #isOnline = true;
  /** Bytes per second of one transfer. */
  rate: number;
  /** Virtual time since which the rate is the same. */
  rateSince: number;

  constructor(sim: Sim, onChange: () => void) {
    this.#sim = sim;
    this.#onChange = onChange;
    this.rate = sim.settings.lineRate;
    this.rateSince = sim.clock.now;
    sim.isOnline = () => this.#isOnline;
  }

  get isOnline(): boolean {
    return this.#isOnline;
  }

  setOnline(isOnline: boolean): void {
    if (isOnline === this.#isOnline) return;
    this.#isOnline = isOnline;
    this.#sim.say(isOnline ? "the machine is online" : "the machine is offline");
    if (!isOnline) {
      for (const exchange of [...this.#open]) {
        this.#sim.clock.after(this.#sim.random.between("cut", 0, 2_000), exchange.cut);
      }
    }
    this.#onChange();
  }

  setRate(rate: number): void {
    this.rate = rate;
    this.rateSince = this.#sim.clock.now;
    this.#sim.say(`the line does ${rate} bytes a second`);
  }

  /** The machine slept: most connections are dead when it wakes up. */
  wake(): void {
    for (const exchange of [...this.#open]) {
      if (this.#sim.random.chance("cut", 0.6))
        this.#sim.clock.after(this.#sim.random.between("cut", 0, 500), exchange.cut);
    }
  }

  /** Registers an exchange that an outage ends; returns how to take it out again. */
  join(cut: () => void): () => void {
    const exchange = { cut };
    this.#open.add(exchange);
    return () => this.#open.delete(exchange);
  }

  /** Milliseconds that one way takes. */
  latency(label: string): number {
    const stream = this.#sim.random.stream(label);
    const kind = stream.next();
    if (kind < 0.15) return 0;
    if (kind < 0.95) return 1 + stream.below(80);
    return 500 + stream.below(4_000);
  }
}

export function noAnswer(): UploadError {
  return new UploadError("network", "no answer came");
}
