import type { Locks } from "../../../src/engine/ports.ts";
import { Call } from "./calls.ts";
import type { Tab } from "./tabs.ts";
import type { World } from "./world.ts";

/** Web Locks of one origin: held by a tab, and free again when it is gone. */
export class SimLocks {
  readonly #world: World;
  readonly held = new Map<string, Tab>();

  constructor(world: World) {
    this.#world = world;
    world.watch.holderOf = (sessionId) => this.holderOf(sessionId);
  }

  /** The tab that holds the lock of a session. */
  holderOf(sessionId: string): Tab | null {
    for (const [name, tab] of this.held) if (name.endsWith(` ${sessionId}`)) return tab;
    return null;
  }

  portFor(tab: Tab): Locks {
    return {
      tryAcquire: (name) =>
        this.#ask<(() => void) | null>(tab, "lock", name, () => {
          const isTaken = this.held.has(name) && !this.#world.sim.settings.lockless;
          if (isTaken || !tab.isAlive) return null;
          this.held.set(name, tab);
          this.#world.watch.lockGranted(tab, name.split(" ").at(-1) ?? "");
          this.#world.sim.say(`${tab.name} holds the lock "${name}"`);
          let isHeld = true;
          return () => {
            if (!isHeld) return;
            isHeld = false;
            this.held.delete(name);
            this.#world.sim.say(`${tab.name} releases the lock "${name}"`);
          };
        }),
      isFree: (name) =>
        this.#ask(tab, "look", name, () => this.#world.sim.settings.lockless === true || !this.held.has(name)),
    };
  }

  releaseAllOf(tab: Tab): void {
    for (const [name, owner] of this.held) if (owner === tab) this.held.delete(name);
  }

  #ask<T>(tab: Tab, op: "lock" | "look", name: string, act: () => T): Promise<T> {
    const { sim } = this.#world;
    const call = new Call<T>(tab, op, name, null);
    const effect = sim.faults.take(op)?.name;
    const slow = effect === "slow";
    if (effect === "reject") {
      sim.clock.after(sim.random.between("locks", 0, 4), () => call.fail(new TypeError("there are no locks here")));
      return call.promise;
    }
    sim.clock.after(sim.random.between("locks", 0, slow ? 3_000 : 4), () => {
      const result = act();
      sim.clock.after(sim.random.between("locks", 0, 3), () => call.answer(result));
    });
    return call.promise;
  }
}
