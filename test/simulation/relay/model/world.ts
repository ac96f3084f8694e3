import type { createRelay } from "../../../../src/server/relay/index.ts";
import { createFileTokens, type FileTokens } from "../../../../src/server/tokens/file-token.ts";
import type { Plan } from "../steps.ts";
import { DISK_ROOT, Disk } from "../virtual/disk.ts";
import { Random } from "../virtual/random.ts";
import { Timeline } from "../virtual/timeline.ts";
import { Calls } from "./calls.ts";
import { Client } from "./client.ts";
import { judgeDeliveries } from "./delivery-judge.ts";
import { Instance } from "./instance.ts";
import { EXPIRES_AFTER_MS, Judge } from "./judge.ts";
import { LockServer } from "./leased-locker.ts";
import { Storage } from "./storage.ts";
import { Upload } from "./uploads.ts";

export type CreateRelay = typeof createRelay;

const START_MS = Date.UTC(2026, 0, 1);
const SECRET = "a secret of the token endpoint and of the relay";

/** Two instances of the relay on one disk and one lock server, with storage behind them and clients in front. */
export class World {
  readonly random: Random;
  readonly timeline = new Timeline(START_MS);
  readonly disk: Disk;
  readonly storage: Storage;
  readonly locks: LockServer;
  readonly instances: readonly [Instance, Instance];
  readonly uploads: readonly Upload[];
  readonly judge: Judge;
  readonly calls: Calls;
  readonly client: Client;
  readonly tokens: FileTokens = createFileTokens([SECRET]);
  /** What the relay reported to `onError`. */
  readonly reports: string[] = [];
  /** Whether disk or lock server may take seconds for an operation. */
  readonly canBeSlow: boolean;

  constructor(plan: Plan, createRelayUnderTest: CreateRelay, excused: ReadonlySet<string>) {
    const random = new Random(plan.seed ^ 0x5eed);
    const { timeline } = this;
    this.random = random;
    this.disk = new Disk(timeline, random);
    this.storage = new Storage(timeline, random);
    this.locks = new LockServer(timeline, random);
    this.canBeSlow = plan.steps.some(({ kind }) => kind === "disk" || kind === "locks");
    const create = () =>
      createRelayUnderTest({
        url: "/api/relay",
        secret: SECRET,
        directory: DISK_ROOT,
        locker: this.locks.locker(),
        expiresAfterMs: EXPIRES_AFTER_MS,
        maxUploads: plan.room ?? 1000,
        onError: ({ message }) => this.reports.push(message),
      });
    this.instances = [new Instance("A", timeline, create), new Instance("B", timeline, create)];
    this.uploads = Array.from({ length: plan.uploads }, (_, index) => new Upload(`u${index}`, random));
    const { storage, locks, instances, uploads } = this;
    const { faultsMet } = this;
    const room = plan.room ?? null;
    const storedUploads = () => this.disk.names().filter((name) => /^b[0-9a-f]+$/.test(name)).length;
    this.judge = new Judge({ timeline, storage, locks, instances, room, storedUploads, faultsMet }, excused);
    judgeDeliveries({ storage, locks, uploads, report: (rule, what) => this.judge.report(rule, what) });
    this.calls = new Calls(timeline, random, (what, withinMs) =>
      this.judge.report("every request is answered in time", `${what}: no answer within ${withinMs} ms`),
    );
    this.client = new Client(this);
    timeline.afterEvent = () => {
      for (const instance of instances) instance.checkCrash();
    };
  }

  /** Errors of disk and lock server so far. A bad answer without one is the relay's own. */
  readonly faultsMet = (): number => this.disk.faultsMet + this.locks.faultsMet;

  instance(index: number): Instance {
    return this.instances[index === 0 ? 0 : 1];
  }
}
