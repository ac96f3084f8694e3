import type { Clock, Connectivity, Transports } from "../../../src/engine/ports.ts";
import type { RecoveryPorts } from "../../../src/engine/recovery/lazy-recovery.ts";
import { Recovery } from "../../../src/engine/recovery/recovery.ts";
import { NO_ERROR, PageMistake, TEXT_MISTAKE } from "../page-mistake.ts";
import { Call } from "./calls.ts";
import { hasherFor, inspectorFor } from "./hasher.ts";
import type { Tab } from "./tabs.ts";
import type { World } from "./world.ts";

/** Longest delay of `setTimeout`; a longer one ends at once. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** Everything that one tab's engine needs from the world. */
export function portsFor(world: World, tab: Tab): RecoveryPorts {
  let ids = 0;
  const ports: RecoveryPorts = {
    host: world.host.portFor(tab),
    transports: transportsFor(world, tab),
    hasher: hasherFor(world, tab),
    connectivity: connectivityFor(world, tab),
    clock: clockFor(world, tab),
    checkpoints: world.checkpoints.portFor(tab),
    locks: world.locks.portFor(tab),
    ...(world.sim.settings.memory && { memory: world.memory.portFor(tab) }),
    loadRecovery: () => loadRecovery(world, tab),
    reportError: (error) => {
      const isPages = error instanceof PageMistake || error === TEXT_MISTAKE || error === NO_ERROR;
      if (isPages) world.sim.counters.add("page mistakes reported");
      else world.sim.report("reported", String(error));
    },
    randomId: () => {
      ids += 1;
      return `${tab.name} id ${ids}`;
    },
  };
  return world.sim.settings.inspect !== false ? { ...ports, inspector: inspectorFor(world, tab) } : ports;
}

function transportsFor({ sim, storage, tus }: World, tab: Tab): Transports {
  const { transfer, transports } = sim.settings;
  const full = tus.portFor(tab);
  const plain = { kind: full.kind, resumable: full.resumable, send: full.send };
  return {
    ...(transports !== "tus-only" && { put: storage.portFor(tab) }),
    ...(transfer !== "other" && { tus: transports === "plain" ? plain : full }),
  };
}

function connectivityFor({ network }: World, tab: Tab): Connectivity {
  return {
    get online() {
      return network.isOnline;
    },
    subscribe(onChange) {
      // An entry of its own, so that one function may be subscribed twice.
      const entry = () => onChange();
      tab.connectivity.add(entry);
      return () => tab.connectivity.delete(entry);
    },
  };
}

/** `setTimeout` on virtual time, with its limit. */
function clockFor({ sim }: World, tab: Tab): Clock {
  return {
    now: () => sim.clock.wall,
    random: () => sim.random.next(`random of ${tab.name}`),
    sleep(ms, signal) {
      const call = new Call<void>(tab, "sleep", `${Math.round(ms)} ms`, signal);
      if (!call.isOpen) return call.promise;
      if (!(ms <= LONGEST_TIMER_MS)) sim.report("timer", `${tab.name} sleeps ${ms} ms, which a browser's timer cannot`);
      const delayMs = ms >= 1 && ms <= LONGEST_TIMER_MS ? ms : 1;
      const timer = sim.clock.after(delayMs, () => call.answer(undefined));
      call.onClosed = () => {
        timer.isCancelled = true;
      };
      call.dueAt = timer.at;
      return call.promise;
    },
  };
}

/** The code of the recovery, which a browser fetches like a file. */
function loadRecovery({ sim, network }: World, tab: Tab): Promise<{ Recovery: typeof Recovery }> {
  const call = new Call<{ Recovery: typeof Recovery }>(tab, "load", "the recovery", null);
  const effect = sim.faults.take("load");
  const ms = sim.random.between("load", 0, 40) + (effect?.name === "slow" ? effect.ms : 0);
  sim.clock.after(ms, () => {
    if (network.isOnline && effect?.name !== "reject") call.answer({ Recovery });
    else call.fail(new TypeError("the code of the recovery could not be fetched"));
  });
  return call.promise;
}
