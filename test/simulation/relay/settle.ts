import { type Binding, parseBinding } from "../../../src/server/relay/store/binding.ts";
import { EXPIRES_AFTER_MS, RECEIPT_MS } from "./model/judge.ts";
import { STORAGE_ORIGIN } from "./model/storage-request.ts";
import type { Session, Upload } from "./model/uploads.ts";
import type { World } from "./model/world.ts";
import { cleanUp } from "./perform.ts";
import { DISK_ROOT } from "./virtual/disk.ts";

const MINUTE_MS = 60_000;
/** Requests after which an upload must have ended, when nothing is in its way any more. */
const MOST_ROUNDS = 40;

/** The end of a run: everything is healed, every upload is finished, and in the end nothing may be left. */
export async function settle(world: World): Promise<void> {
  const { timeline, judge } = world;
  heal(world);
  await untilAnswered(world);
  // Leases of processes that have ended run out, and silent connections are given up.
  await timeline.sleep(3 * MINUTE_MS);
  for (const upload of world.uploads) await finish(world, upload);
  await untilAnswered(world);
  checkNoStrays(world);

  await timeline.sleep(RECEIPT_MS + MINUTE_MS);
  await cleanUp(world, 0);
  await timeline.sleep(EXPIRES_AFTER_MS + MINUTE_MS);
  await cleanUp(world, 1);
  await cleanUp(world, 0);
  await timeline.sleep(MINUTE_MS);

  const secrets = world.reports.filter((report) => report.includes(STORAGE_ORIGIN) || report.includes("Bearer"));
  if (secrets.length > 0) judge.report("reports name no secret", secrets.join("; "));
  const left: Readonly<Record<string, readonly string[]>> = {
    "nothing is left on disk": world.disk.names(),
    "no lock is left": world.locks.held(),
    "no timer is left": timeline.timers().map(({ what, process }) => `${what} of ${process?.name}`),
    "no delivery is left": world.storage.puts
      .filter((put) => put.isActive && put.process?.isAlive)
      .map(({ url }) => url),
    "no file is left open": world.disk.openHandles() === 0 ? [] : [`${world.disk.openHandles()} handles`],
  };
  for (const [rule, names] of Object.entries(left)) if (names.length > 0) judge.report(rule, names.join(", "));
}

function heal(world: World): void {
  world.storage.fault = null;
  world.disk.fault = null;
  world.locks.fault = null;
  for (const instance of world.instances) {
    instance.spare();
    instance.thaw();
    instance.boot();
  }
}

async function untilAnswered({ timeline, calls, judge }: World): Promise<void> {
  while (calls.pending > 0 && judge.violation === null) await timeline.sleep(5000);
}

/** A client without haste brings its file to storage, in a new session when the old one has ended. */
async function finish(world: World, upload: Upload): Promise<void> {
  const { client, timeline, judge, random } = world;
  if (upload.newest === null || upload.newest.close !== "none") return;
  for (let round = 0; round < MOST_ROUNDS && judge.violation === null; round += 1) {
    const instance = world.instance(random.below(2));
    const session = await sessionOf(world, upload);
    if (isDone(session)) return;
    if (session.path === null) await client.open(session, instance);
    else {
      const known = await client.head(session, instance);
      const isIncomplete = known.kind === "answer" && known.value.status === 200 && session.end === null;
      if (isIncomplete) await client.patch(session, instance, { bytes: upload.sizeBytes, pieces: 2, end: "whole" });
    }
    if (isDone(session)) return;
    // Bytes that a crash has left take up room until their session would have ended.
    await timeline.sleep(session.path === null ? 2 * MINUTE_MS : 2000);
  }
  judge.report("every upload can be finished", `${upload.name} was not finished in ${MOST_ROUNDS} rounds`);
}

function isDone({ end }: Session): boolean {
  return end === "done";
}

async function sessionOf({ client }: World, upload: Upload): Promise<Session> {
  const { newest } = upload;
  if (newest && !newest.isGone && (newest.end === null || isDone(newest))) return newest;
  return client.newSession(upload, newest);
}

/**
 * Bytes that no session owns, or that storage has, are left only by crashes, faulty disks and lost locks, and by an instance
 * that hangs with the lock of the bytes.
 */
function checkNoStrays(world: World): void {
  const { disk, judge, instances, timeline, locks, uploads, faultsMet } = world;
  if (faultsMet() > 0 || locks.lostLeases > 0 || instances.some(({ crashes, freezes }) => crashes + freezes > 0))
    return;
  const isKept = (name: string) => disk.mustHave(`${DISK_ROOT}/${name}`).changedMs > timeline.nowMs - EXPIRES_AFTER_MS;
  const bytes = disk.names().filter((name) => /^b[0-9a-f]+$/.test(name) && isKept(name));
  const bindings = readBindings(world);
  const strays = bytes.filter((name) => !bindings.some(({ bytesId }) => bytesId === name));
  if (strays.length > 0) judge.report("no bytes are left without a session", `${strays.length} entries`);
  for (const session of uploads.flatMap(({ sessions }) => sessions)) {
    const binding = bindings.find(({ fileId }) => fileId === session.fileId);
    if (isDone(session) && !session.isRevived && binding && bytes.includes(binding.bytesId)) {
      judge.report("bytes that storage has are deleted", session.fileId);
    }
  }
}

function readBindings({ disk }: World): Binding[] {
  const bindings: Binding[] = [];
  for (const name of disk.names()) {
    const [, id] = /^(f[0-9a-f]+)\.json$/.exec(name) ?? [];
    if (id === undefined) continue;
    const text = Buffer.from(disk.mustHave(`${DISK_ROOT}/${name}`).bytes).toString("utf8");
    const entry: { readonly metadata?: { readonly binding?: string } } = JSON.parse(text);
    const binding = parseBinding(id, entry.metadata?.binding);
    if (binding) bindings.push(binding);
  }
  return bindings;
}
