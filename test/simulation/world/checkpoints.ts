import type { Checkpoint, CheckpointStore } from "../../../src/engine/ports.ts";
import type { Op } from "../scenario.ts";
import { Call } from "./calls.ts";
import { type DiskFile, SimFile } from "./files.ts";
import type { Tab } from "./tabs.ts";
import type { World } from "./world.ts";

interface SimRecord {
  readonly checkpoint: Omit<Checkpoint, "reopenable">;
  readonly handle: DiskFile | null;
}

/** Work of one tab on the store: one after the other, as the real store does it. */
interface Job {
  readonly label: string;
  readonly act: () => void;
  readonly settle: () => void;
}

/** The database of checkpoints that all tabs share. */
export class SimCheckpoints {
  readonly #world: World;
  readonly records = new Map<string, SimRecord>();
  /** Sessions of which a page could not delete the record. */
  readonly unforgotten = new Set<string>();
  readonly #jobs = new Map<Tab, Job[]>();

  constructor(world: World) {
    this.#world = world;
  }

  portFor(tab: Tab): CheckpointStore {
    const { sim, host } = this.#world;
    return {
      list: (scope) =>
        this.#inTurn<readonly Checkpoint[]>(tab, "list", scope, (effect) => {
          if (effect === "nothing") return [];
          const own = [...this.records.values()].filter(({ checkpoint }) => checkpoint.scope === scope);
          for (const { checkpoint } of own) host.sessions.get(checkpoint.session.id)?.knownTo.add(tab);
          return own
            .map(({ checkpoint, handle }) => ({ ...checkpoint, reopenable: handle !== null }))
            .sort((one, other) => other.savedAt - one.savedAt);
        }),
      save: (checkpoint, handle) =>
        this.#inTurn<void>(tab, "save", checkpoint.session.id, (effect) => {
          if (effect === "nothing") return;
          const kept = this.records.get(checkpoint.session.id)?.handle ?? null;
          const { id } = checkpoint.session;
          this.records.set(id, { checkpoint, handle: (handle as unknown as DiskFile | undefined) ?? kept });
          sim.say(`the store keeps ${id} at ${checkpoint.confirmed}`);
        }),
      remove: (sessionId) =>
        this.#inTurn<void>(tab, "forget", sessionId, () => {
          const holder = this.#world.locks.holderOf(sessionId);
          if (holder && holder !== tab) {
            sim.report("another's session", `${tab.name} forgets ${sessionId}, which ${holder.name} is busy with`);
          }
          if (this.records.delete(sessionId)) sim.say(`the store forgets ${sessionId}`);
        }),
      reopen: (sessionId) =>
        this.#inTurn<File | null>(tab, "reopen", sessionId, (effect) => {
          const disk = this.records.get(sessionId)?.handle;
          return disk?.exists && effect !== "nothing" ? new SimFile(disk) : null;
        }),
    };
  }

  #inTurn<T>(tab: Tab, op: Op, about: string, act: (effect: string | undefined) => T): Promise<T> {
    const { sim } = this.#world;
    const call = new Call<T>(tab, op, about, null);
    const effect = sim.faults.take(op);
    let result: { readonly value: T } | null = null;
    const job: Job = {
      label: effect?.name === "slow" ? "slow store" : "store",
      act: () => {
        if (effect?.name === "reject") return;
        result = { value: act(effect?.name) };
      },
      settle: () => {
        if (effect?.name === "reject" && op === "forget") this.unforgotten.add(about);
        if (effect?.name === "reject") call.fail(new DOMException("The quota is exceeded.", "QuotaExceededError"));
        else if (result) call.answer(result.value);
      },
    };
    const jobs = this.#jobs.get(tab) ?? [];
    this.#jobs.set(tab, jobs);
    jobs.push(job);
    if (jobs.length === 1) this.#work(tab, jobs);
    return call.promise;
  }

  #work(tab: Tab, jobs: Job[]): void {
    const { sim } = this.#world;
    const job = jobs[0];
    if (!job) return;
    const most = job.label === "store" ? 8 : 2_000;
    sim.clock.after(sim.random.between(job.label, 0, most), () => {
      if (tab.isAlive) job.act();
      sim.clock.after(sim.random.between("store", 0, 3), () =>
        tab.deliver(() => {
          jobs.shift();
          job.settle();
          this.#work(tab, jobs);
        }),
      );
    });
  }
}
