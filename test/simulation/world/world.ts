import type { Sim } from "../sim.ts";
import type { Watch } from "../watch.ts";
import { SimCheckpoints } from "./checkpoints.ts";
import type { DiskFile } from "./files.ts";
import { SimHost } from "./host.ts";
import { SimLocks } from "./locks.ts";
import { SimMemory } from "./memory.ts";
import { Network } from "./network.ts";
import { SimStorage } from "./storage.ts";
import type { Tab } from "./tabs.ts";
import { SimTusServer } from "./tus-server.ts";

/** Everything outside the engine: one machine with its tabs and its disk, and the servers. */
export class World {
  readonly sim: Sim;
  readonly watch: Watch;
  readonly network: Network;
  readonly host: SimHost;
  readonly storage: SimStorage;
  readonly tus: SimTusServer;
  readonly checkpoints: SimCheckpoints;
  readonly locks: SimLocks;
  readonly memory: SimMemory;
  readonly disk: readonly DiskFile[];
  /** Pages that were ever loaded, the dead ones too. */
  readonly tabs: Tab[] = [];

  constructor(sim: Sim, watch: Watch) {
    this.sim = sim;
    this.watch = watch;
    this.network = new Network(sim, () => {
      for (const tab of this.tabs) {
        for (const entry of [...tab.connectivity]) tab.deliver(() => tab.connectivity.has(entry) && entry());
      }
    });
    this.host = new SimHost(this);
    this.storage = new SimStorage(this);
    this.tus = new SimTusServer(this);
    this.checkpoints = new SimCheckpoints(this);
    this.locks = new SimLocks(this);
    this.memory = new SimMemory(this);
    watch.memory = this.memory;
    watch.isGone = (tab, sessionId) => {
      const session = this.host.sessions.get(sessionId);
      return session !== undefined && session.createdBy !== tab && !this.checkpoints.records.has(sessionId);
    };
    this.disk = sim.scenario.files.map((spec, index) => ({
      index,
      spec,
      version: 1,
      exists: true,
      touched: 0,
      grownBytes: 0,
    }));
  }

  /** Code of a page keeps the machine busy: time passes, and nothing else runs. */
  dawdle(ms: number): void {
    this.sim.clock.jump(ms);
    this.watch.disturbedAt = this.sim.clock.now;
  }

  /** The tab is gone, without a word: its locks are free, and its requests are cut. */
  crash(tab: Tab): void {
    if (!tab.isAlive) return;
    tab.isAlive = false;
    tab.say("is gone");
    this.locks.releaseAllOf(tab);
    this.watch.tabGone(tab);
    for (const call of [...tab.open]) call.onClosed?.();
    tab.open.clear();
  }
}
