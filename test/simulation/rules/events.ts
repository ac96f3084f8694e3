import type { UploadStatus } from "../../../src/engine/upload/upload-state.ts";
import type { UploaderEvent } from "../../../src/engine/uploader-api.ts";
import type { Page } from "../page.ts";
import { itemsOf, keepsRecords } from "../scenario.ts";
import { digestOf, type SimFile } from "../world/files.ts";
import type { World } from "../world/world.ts";

const ENDS: ReadonlySet<string> = new Set(["succeeded", "failed", "cancelled"]);
/** Errors of stores, locks and the inspector, which no upload depends on. */
const AIDS = /quota is exceeded|no locks here|inspector is broken|recovery could not be fetched/;
/** Status that an upload has when an event about it is reported. */
const STATUS_OF: Readonly<Record<string, UploadStatus>> = {
  succeeded: "succeeded",
  failed: "failed",
  cancelled: "cancelled",
  paused: "paused",
  duplicate: "paused",
  waiting: "waiting",
};

interface Told {
  starts: number;
  /** Times that the upload was asked for: when it was added, and by each retry. */
  asked: number;
  isRemoved: boolean;
  /** The last end that was reported and is still in force. */
  end: string | null;
}

/** Rules about the events of one page: in order, complete, and in agreement with the uploads that are shown. */
export class EventRules {
  readonly #world: World;
  readonly #page: Page;
  readonly #uploads = new Map<string, Told>();
  readonly #cancelled = new Map<string, number>();
  /** Ids of removed uploads, the last one last. */
  readonly removed: string[] = [];
  /** Something started since the queue was last reported as finished. */
  #owesFinished = false;

  constructor(world: World, page: Page) {
    this.#world = world;
    this.#page = page;
  }

  hear(event: UploaderEvent): void {
    const { sim } = this.#world;
    sim.counters.add(`event: ${event.type}`);
    if (this.#page.isSilent) this.#fail(`"${event.type}" is reported after dispose`);
    if (event.type === "finished") {
      if (!event.queue.idle) this.#fail("finished is reported of a queue that is not idle");
      this.#owesFinished = false;
      return;
    }
    if (!("upload" in event)) return;
    const { id, status, name } = event.upload;
    const about = `"${event.type}" of ${name}`;
    this.#page.tab.say(`event ${about}, ${status}`);
    const told = this.#uploads.get(id);
    if (event.type === "added") {
      if (told) this.#fail(`${about} is reported twice`);
      if (!this.#page.grant(event.upload.file.name)) this.#fail(`${about} is one upload more than the user asked for`);
      this.#page.checkChanged(event.upload);
      this.#uploads.set(id, { starts: 0, asked: 1, isRemoved: false, end: null });
      return;
    }
    if (event.type === "restored") {
      if (!told?.isRemoved) this.#fail(`${about} is reported, and it was not removed`);
      else told.isRemoved = false;
      this.removed.splice(this.removed.indexOf(id), 1);
      return;
    }
    if (!told || told.isRemoved) {
      this.#fail(`${about} is reported ${told ? "after it was removed" : "before it was added"}`);
      return;
    }
    const account = this.#world.watch.accounts.get(event.upload.file as SimFile);
    // It may have stood still and gone on between two looks at the rows.
    if (account && event.type === "resumed") account.shown = null;
    const expected = STATUS_OF[event.type];
    if (expected && expected !== status) this.#fail(`${about} is reported with status ${status}`);
    if (event.type === "failed" && AIDS.test(event.error.message)) {
      sim.report("fails for an aid", `${about}: ${event.error.message}`);
    }
    this.#step(event.type, told, about);
    if (event.type === "removed") this.removed.push(id);
    const { file } = event.upload;
    if (event.type === "cancelled") this.#cancelled.set(file.name, this.cancelledOf(file.name) + 1);
    if (event.type === "succeeded")
      this.#checkSuccess(event.upload.file as SimFile, event.upload.remote?.id, event.upload.md5);
  }

  /** Once nothing happens any more, events and uploads say the same. */
  atRest(): void {
    const { uploads } = this.#page.uploader.snapshot;
    const shown = new Set(uploads.map(({ id }) => id));
    for (const { id, status, name } of uploads) {
      const told = this.#uploads.get(id);
      if (!told) this.#fail(`${name} is shown and was never reported as added`);
      else if (told.isRemoved) this.#fail(`${name} is shown and was reported as removed`);
      else if (ENDS.has(status) ? told.end !== status : told.end !== null) {
        this.#fail(`${name} is ${status}, the last end that was reported is ${told.end}`);
      }
    }
    if (this.#owesFinished && this.#page.uploader.snapshot.idle) this.#fail("finished was not reported");
    for (const [id, told] of this.#uploads) {
      if (!told.isRemoved && !shown.has(id)) this.#fail(`upload ${id} is gone and was not reported as removed`);
    }
  }

  /** Uploads of files with that name that were cancelled, the removed ones too. */
  cancelledOf(fileName: string): number {
    return this.#cancelled.get(fileName) ?? 0;
  }

  #step(type: UploaderEvent["type"], told: Told, about: string): void {
    switch (type) {
      case "removed":
        told.isRemoved = true;
        return;
      case "started":
        told.starts += 1;
        this.#owesFinished = true;
        if (told.starts > told.asked) this.#fail(`${about} is reported ${told.starts} times`);
        return;
      case "retried":
        if (told.end !== "failed") this.#fail(`${about} is reported, and it had not failed`);
        told.end = null;
        told.asked += 1;
        return;
      case "succeeded":
      case "failed":
        if (told.starts === 0) this.#fail(`${about} is reported before it was started`);
        // A cancelled upload whose lost answer was a yes is there: the truth may correct a cancellation.
        if (told.end !== null && !(told.end === "cancelled" && type === "succeeded")) {
          this.#fail(`${about} is reported after ${told.end}`);
        }
        told.end = type;
        return;
      case "cancelled":
        if (told.end !== null && told.end !== "failed") this.#fail(`${about} is reported after ${told.end}`);
        told.end = type;
        return;
      default:
        if (told.end !== null && type !== "inspected") {
          this.#fail(`${about} is reported after ${told.end}`);
        }
    }
  }

  #checkSuccess(file: SimFile, remoteId: string | undefined, md5: string | null): void {
    const { host, sim } = this.#world;
    const session = host.sessions.get(remoteId ?? "");
    if (session?.status !== "COMPLETED") {
      sim.report("false success", `${file.name} is reported as succeeded, the host has it as ${session?.status}`);
      return;
    }
    const right = digestOf(file.content);
    // A host that has the file already need not look at the digest again, which a broken hasher got wrong.
    const isBroken = itemsOf(sim.scenario, "fault").some(({ effect }) => effect.name === "wrong");
    if (session.md5 !== right || (md5 !== right && !isBroken))
      sim.report("false success", `${file.name} has the wrong MD5 at the host`);
    if (session.reportedBy?.isAlive && !keepsRecords(sim.scenario))
      sim.report("one session for two", `${session.id} is reported as succeeded twice`);
    session.reportedBy = this.#page.tab;
  }

  #fail(message: string): void {
    this.#world.sim.report("events", `${this.#page.tab.name}: ${message}`);
  }
}
