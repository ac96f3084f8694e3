import { Counters } from "./counters.ts";
import { withGlobals } from "./globals.ts";
import { Page } from "./page.ts";
import { checkLeaks, checkRest } from "./rules/rest.ts";
import { checkRows } from "./rules/rows.ts";
import type { Scenario, WorldItem } from "./scenario.ts";
import { Sim, type Violation } from "./sim.ts";
import { Watch } from "./watch.ts";
import type { DiskFile } from "./world/files.ts";
import { Tab } from "./world/tabs.ts";
import { World } from "./world/world.ts";

/** Events in one phase before a run counts as endless. */
const MOST_STEPS = 60_000;
/** Virtual time in which everything must have come to rest. */
const MOST_MS = 50 * 3_600_000;

export interface SimulationResult {
  readonly violation: Violation | null;
  readonly steps: number;
  readonly log: readonly string[] | null;
}

export interface SimulationOptions {
  readonly counters?: Counters;
  readonly withLog?: boolean;
}

/** Runs one scenario to its end, or to the first rule that is broken. */
export async function simulate(scenario: Scenario, options: SimulationOptions = {}): Promise<SimulationResult> {
  const { counters = new Counters(), withLog = false } = options;
  const sim = new Sim(scenario, counters, withLog);
  const run = new Run(sim);
  await withGlobals(sim, () => run.go());
  counters.add("steps", run.steps);
  counters.add("runs");
  return { violation: sim.violation, steps: run.steps, log: sim.log };
}

class Run {
  steps = 0;
  #sleptMs = 0;
  readonly #sim: Sim;
  readonly #watch: Watch;
  readonly #world: World;
  readonly #pages: Page[] = [];
  readonly #lives = new Map<number, number>();

  constructor(sim: Sim) {
    this.#sim = sim;
    this.#watch = new Watch(sim);
    this.#world = new World(sim, this.#watch);
  }

  async go(): Promise<void> {
    const { settings, scenario } = this.#sim;
    for (let place = 1; place <= settings.tabs; place += 1) this.#load(place);
    for (const item of scenario.items) {
      if (item.kind === "command") {
        this.#sim.schedule(item.when, () => this.#pageAt(item.tab)?.command(item.command));
      } else if (item.kind === "world") {
        this.#sim.schedule(item.when, () => this.#happen(item.event));
      }
    }
    await this.#rest("trouble");
    this.#heal();
    // Answers that were on their way to a frozen tab arrive before the user asks again.
    await this.#rest("trouble");
    this.#askFor("resume", "start");
    await this.#rest("trouble");
    // A suspicious file pauses once, when it is started.
    this.#askFor("resume", "retry");
    // What went wrong before may have spent what a renewal needs: the second try has it all.
    await this.#rest("trouble");
    this.#askFor("retry");
    await this.#rest("healed");
    await this.#checkInterrupted();
    this.#end();
    await this.#rest("ended");
    if (!this.#sim.violation) checkLeaks(this.#world, this.#alive());
  }

  /** Lets everything happen that still does, and then looks whether that is a state to rest in. */
  async #rest(phase: "trouble" | "healed" | "ended"): Promise<void> {
    const { clock, random } = this.#sim;
    const began = clock.now;
    this.#sleptMs = 0;
    const chance = random.stream("overlap");
    let steps = 0;
    let isDrained = false;
    while (!this.#sim.violation) {
      if (!isDrained) {
        await drained();
        this.#check();
        isDrained = true;
      }
      const timer = clock.next();
      if (!timer) break;
      steps += 1;
      if (steps > MOST_STEPS || clock.now - began - this.#sleptMs > MOST_MS) {
        this.#sim.report("no end", `after ${steps} steps and ${Math.round((clock.now - began) / 1_000)} s`);
        break;
      }
      this.#sim.nextStep();
      this.#sim.guarded(timer.run);
      if (clock.nextAt === clock.now && chance.next() < this.#sim.settings.overlap) {
        for (let ticks = chance.below(6); ticks > 0; ticks -= 1) await null;
        // Work that has begun may withdraw the timers that were to come.
        if (clock.nextAt === clock.now) continue;
      }
      isDrained = false;
    }
    this.steps += steps;
    if (!this.#sim.violation) for (const page of this.#alive()) checkRest(this.#world, page, phase);
  }

  #check(): void {
    for (const page of this.#alive()) checkRows(this.#world, page);
  }

  #alive(): Page[] {
    return this.#pages.filter(({ tab }) => tab.isAlive);
  }

  #load(place: number): void {
    const life = (this.#lives.get(place) ?? 0) + 1;
    this.#lives.set(place, life);
    const tab = new Tab(this.#sim, place, life);
    this.#world.tabs.push(tab);
    tab.say("is loaded");
    this.#pages.push(new Page(this.#world, tab));
  }

  #pageAt(place: number): Page | undefined {
    return this.#alive().find(({ tab }) => tab.place === place);
  }

  #happen(event: WorldItem["event"]): void {
    const { network, disk } = this.#world;
    this.#sim.counters.add(`world: ${event.name}`);
    switch (event.name) {
      case "offline":
      case "online":
        network.setOnline(event.name === "online");
        return;
      case "sleep":
        this.#sim.say(`the machine sleeps ${event.ms / 1_000} s`);
        this.#sim.clock.jump(event.ms);
        this.#sleptMs += event.ms;
        this.#watch.disturbedAt = this.#sim.clock.now;
        network.wake();
        return;
      case "line":
        network.setRate(event.rate);
        return;
      case "set-back":
        this.#sim.say(`the clock is set back by ${event.ms / 1_000} s`);
        this.#sim.clock.setBack(event.ms);
        this.#watch.disturbedAt = this.#sim.clock.now;
        return;
      case "change":
      case "grow":
      case "rewrite":
      case "vanish":
        this.#sim.say(`the file ${disk[event.file]?.spec.name}: ${event.name}`);
        alter(disk[event.file], event.name);
        return;
      default:
        this.#happenTo(event.tab, event.name);
    }
  }

  #happenTo(place: number, name: "freeze" | "thaw" | "crash" | "reload"): void {
    const tab = this.#pageAt(place)?.tab;
    switch (name) {
      case "freeze":
        if (!tab) return;
        tab.isFrozen = true;
        tab.say("is frozen");
        return;
      case "thaw":
        this.#thaw(tab);
        return;
      case "crash":
        if (tab) this.#world.crash(tab);
        return;
      case "reload":
        if (tab) this.#world.crash(tab);
        this.#load(place);
    }
  }

  #thaw(tab: Tab | undefined): void {
    if (!tab?.isFrozen) return;
    tab.say("is thawed");
    this.#watch.disturbedAt = this.#sim.clock.now;
    tab.thaw();
  }

  /** From now on everything works. */
  #heal(): void {
    if (this.#sim.violation) return;
    this.#sim.say("everything works again");
    this.#sim.stopItems();
    this.#sim.faults.heal();
    this.#world.host.heal();
    this.#world.network.setOnline(true);
    this.#world.network.setRate(Math.max(this.#world.network.rate, 200_000));
    for (const page of this.#alive()) {
      page.behave();
      this.#thaw(page.tab);
    }
  }

  #askFor(...names: readonly ("resume" | "start" | "retry")[]): void {
    if (this.#sim.violation) return;
    this.#sim.say(`the user asks all uploads to ${names.join(" and ")}`);
    for (const page of this.#alive()) {
      for (const name of names) {
        this.#sim.guarded(() => page.command(name === "start" ? { name } : { name, upload: null }));
      }
      this.#sim.guarded(() => page.answerQuestions());
    }
  }

  #end(): void {
    if (this.#sim.violation) return;
    const { ending } = this.#sim.settings;
    this.#sim.say(`the user ends everything: ${ending}`);
    for (const page of this.#alive()) {
      if (ending === "close") this.#world.crash(page.tab);
      else if (ending === "dispose") this.#sim.guarded(() => page.command({ name: "dispose" }));
      else {
        this.#sim.guarded(() => page.command({ name: "cancel", upload: null }));
        this.#sim.guarded(() => page.command({ name: "clear" }));
      }
    }
  }

  /** Whether a page may resume an interrupted upload: no tab is busy with it, and it was made for the same purpose. */
  #isFor(page: Page, sessionId: string): boolean {
    const { checkpoint } = this.#world.checkpoints.records.get(sessionId) ?? {};
    const isSameContext = page.context === null || checkpoint?.context === page.context;
    return this.#world.locks.holderOf(sessionId) === null && checkpoint?.purpose === page.purpose && isSameContext;
  }

  /** Every page sees the interrupted uploads that no tab is busy with. */
  async #checkInterrupted(): Promise<void> {
    if (this.#sim.violation || !this.#sim.settings.recovery) return;
    for (const page of this.#alive()) this.#sim.guarded(() => page.command({ name: "findInterrupted" }));
    await this.#rest("trouble");
    for (const page of this.#alive()) {
      if (page.tab.isFrozen || page.tab.isDisposed || !page.hasRecovery || this.#sim.violation) continue;
      const shown = page.uploader.snapshot.interrupted.map(({ id }) => id).sort();
      const free = [...this.#world.checkpoints.records.keys()].filter((id) => this.#isFor(page, id)).sort();
      if (shown.join() !== free.join()) {
        this.#sim.report("interrupted", `${page.tab.name} shows [${shown}], no tab is busy with [${free}]`);
      }
    }
  }
}

/** "rewrite" changes the content alone, "change" the time as well, "grow" all three. */
function alter(file: DiskFile | undefined, how: "change" | "grow" | "rewrite" | "vanish"): void {
  if (!file) return;
  if (how === "vanish") file.exists = false;
  else file.version += 1;
  if (how !== "rewrite") file.touched += 1;
  if (how === "grow") file.grownBytes += 1;
}

/** Resolves when all microtasks are through. */
function drained(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
