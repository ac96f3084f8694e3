import type { UploadSnapshot } from "../../../src/engine/snapshot.ts";
import type { Page } from "../page.ts";
import { keepsRecords } from "../scenario.ts";
import type { SimFile } from "../world/files.ts";
import type { HostSession } from "../world/host.ts";
import type { World } from "../world/world.ts";
import { LIMITS } from "./limits.ts";

/** Rules for a page in which nothing happens any more. */
export function checkRest(world: World, page: Page, phase: "trouble" | "healed" | "ended"): void {
  const { tab, uploader } = page;
  if (tab.isFrozen) return;
  if (!tab.isDisposed) page.rules.atRest();
  const { uploads } = uploader.snapshot;
  for (const row of uploads) {
    checkRow(world, page, row);
    if (phase === "healed") checkHealed(world, page, row);
    world.memory.mustHave(row);
  }
  checkLocks(world, page);
  if (phase !== "trouble" && !tab.isDisposed) checkCompleted(world, page);
}

/** What the page completed is reported, unless the user had cancelled it before that was known. */
function checkCompleted({ sim, host }: World, page: Page): void {
  for (const session of host.sessions.values()) {
    const isSilent = session.status === "COMPLETED" && session.endedBy === page.tab && !session.reportedBy;
    if (isSilent && page.rules.cancelledOf(session.fileName) === 0) {
      sim.report("silent success", `${session.id} of ${session.fileName} is completed, and nobody reports it`);
    }
  }
}

function checkRow({ sim, network }: World, { tab }: Page, row: UploadSnapshot): void {
  const waitsForLine = row.status === "waiting" && row.waitReason === "offline" && !network.isOnline;
  if ((row.status === "active" || row.status === "waiting") && !waitsForLine) {
    sim.report("stuck", `${tab.name}: ${row.name} is ${row.status} (${row.step}), and nothing happens any more`);
  }
}

/** With everything in order, what the user wants succeeds, unless the file is gone. */
function checkHealed({ sim }: World, { tab }: Page, row: UploadSnapshot): void {
  if (row.status === "succeeded" || row.status === "cancelled" || row.uploadedBefore) return;
  const file = row.file as SimFile;
  if (!file.isReadable || sim.settings.transfer === "other" || sim.settings.transports === "tus-only") return;
  // Sessions that are over before the bytes are through.
  if (sim.settings.expiresMs !== null && sim.settings.expiresMs < 60_000) return;
  // The server is still busy with the request that was cut off, for longer than all tries take.
  if (row.error?.status === 423) return;
  const why = row.error ? `, ${row.error.code}: ${row.error.message}` : "";
  sim.report("does not recover", `${tab.name}: ${row.name} is ${row.status}${why}, and everything works`);
}

/** A lock belongs to an upload that is not over, or guards what could not be forgotten. */
function checkLocks({ sim, locks, host, checkpoints }: World, { tab, uploader }: Page): void {
  for (const [name, owner] of locks.held) {
    if (owner !== tab || checkpoints.unforgotten.has(sessionOf(name))) continue;
    const session = host.sessions.get(sessionOf(name));
    const isWanted = uploader.snapshot.uploads.some(
      ({ file, status }) => file.name === session?.fileName && status !== "succeeded" && status !== "cancelled",
    );
    if (!isWanted) sim.report("lock left", `${tab.name} holds "${name}" for no upload`);
  }
}

const sessionOf = (lockName: string) => lockName.split(" ").at(-1) ?? "";

/** Nothing is left once all uploads are over. */
export function checkLeaks(world: World, pages: readonly Page[]): void {
  const { sim, locks, host, checkpoints } = world;
  for (const { tab } of pages) {
    const open = [...tab.open].filter(({ op }) => op !== "inspect");
    if (open.length > 0)
      sim.report("left over", `${tab.name} waits for ${open.map(({ op, about }) => `${op} ${about}`)}`);
    if (tab.connectivity.size > 0) sim.report("left over", `${tab.name} still listens to the connectivity`);
    for (const [name, owner] of locks.held) {
      if (owner === tab && !checkpoints.unforgotten.has(sessionOf(name)))
        sim.report("lock left", `${tab.name} holds "${name}"`);
    }
  }
  for (const session of host.sessions.values()) {
    const status = host.statusOf(session);
    if (status === "PENDING" && !isExcused(world, session)) {
      sim.report("session left", `${session.id} of ${session.fileName} is still pending at the host`);
    }
    const isOurs = session.endedBy?.isAlive && status !== "EXPIRED" && !keepsRecords(sim.scenario);
    if (isOurs && checkpoints.records.has(session.id)) {
      sim.report("record left", `${session.id} is ${status}, and a record of it is kept`);
    }
  }
}

/** Whether nobody is to blame for a session that stays pending. */
function isExcused({ sim, watch }: World, session: HostSession): boolean {
  const owner = watch.owners.get(session.id);
  // A session that only a crashed page knew may have its bytes at the address of the one before, which others know.
  if (!owner?.isAlive || !session.knownTo.has(owner) || watch.sentAway.has(owner) || sim.settings.ignoresKeys)
    return true;
  for (const outcome of [watch.cancels.get(session.id), watch.creates.get(session.key)]) {
    if (!outcome?.last) continue;
    const { code } = outcome.last;
    const isTransient = code === "network" || code === "timeout" || code === "server" || code === "rate-limited";
    if (!isTransient || outcome.failures >= LIMITS.cancels) return true;
  }
  return false;
}
