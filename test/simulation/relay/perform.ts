import type { Session, Upload } from "./model/uploads.ts";
import type { World } from "./model/world.ts";
import type { Action, Lasting, Step } from "./steps.ts";

/** How long a fault lasts that lasts a while. */
const WHILE_MS = 60_000;

/** Begins a step. What it sets off is not waited for: the next step may come between any two of its awaits. */
export async function perform(world: World, action: Omit<Step, "afterMs"> & Action): Promise<void> {
  const { client, timeline } = world;
  switch (action.kind) {
    case "open":
      return open(world, action);
    case "patch":
      return eachCall(world, action, async (session) => {
        const missing = session.upload.sizeBytes - session.knownOffset;
        const bytes = Math.ceil(missing * action.share);
        if (bytes > 0) await client.patch(session, world.instance(action.at), { ...action, bytes });
      });
    case "head":
      return eachCall(world, action, async (session) => {
        for (let time = 0; time < action.times; time += 1) {
          const outcome = await client.head(session, world.instance(action.at));
          const retryAfterMs = outcome.kind === "answer" ? outcome.value.retryAfterMs : null;
          await timeline.sleep(retryAfterMs ?? 500);
        }
      });
    case "post":
      return eachCall(world, action, (session) => client.post(session, world.instance(action.at)));
    case "confirm":
      return eachCall(world, action, async (session) => {
        if (session.knownOffset < session.upload.sizeBytes) return;
        await client.patch(session, world.instance(action.at), { bytes: 0, pieces: 1, end: "whole" });
      });
    case "delete":
      return eachCall(world, action, (session) => client.remove(session, world.instance(action.at)));
    case "forget":
      return eachCall(world, action, (session) => client.forget(session, world.instance(action.at)));
    case "leave":
      for (const leave of uploadOf(world, action).leave) leave();
      return;
    case "expire":
      return eachCall(world, action, async ({ uploadUrl }) => world.storage.expire(uploadUrl));
    case "clean":
      return cleanUp(world, action.at);
    case "crash":
      world.instance(action.at).crashAfter(action.afterEvents, action.downMs);
      return;
    case "freeze":
      world.instance(action.at).freeze(action.forMs);
      return;
    case "storage":
      world.storage.fault = { manner: action.manner, ...lastingOf(world, action.lasting) };
      return;
    case "disk":
      world.disk.fault = { on: action.on, kind: action.how, ...lastingOf(world, action.lasting) };
      return;
    case "locks":
      world.locks.fault = { kind: action.how, ...lastingOf(world, action.lasting) };
  }
}

export async function cleanUp(world: World, at: number): Promise<void> {
  const { judge, calls, faultsMet } = world;
  const faultsBefore = faultsMet();
  await calls.make<number>(world.instance(at), {
    what: "clean up",
    run: (relay) => relay.cleanUp(),
    onAnswer: (outcome) => {
      if (outcome.kind === "error" && faultsMet() === faultsBefore) {
        judge.report("cleaning up does not fail", String(outcome.error));
      }
    },
    withinMs: 1_200_000,
  }).outcome;
}

async function open(world: World, action: Extract<Action, { kind: "open" }>): Promise<void> {
  const upload = uploadOf(world, action);
  const { newest } = upload;
  const isClosed = newest !== null && newest.close !== "none";
  const isUnopened = newest !== null && newest.path === null;
  const isNew = newest === null || isClosed || (action.isReplacing && (!isUnopened || newest.replaces !== null));
  // Two tabs can ask for a successor of one session at the same time.
  const replaces = isUnopened && !isClosed ? newest.replaces : newest;
  const session = isNew ? await world.client.newSession(upload, isClosed ? null : replaces) : newest;
  if (action.isResigned && !isNew) session.signings += 1;
  await world.client.open(session, world.instance(action.at));
}

async function eachCall(
  world: World,
  action: { readonly upload: number; readonly isOlder?: boolean },
  call: (session: Session) => Promise<unknown>,
): Promise<void> {
  const session = uploadOf(world, action).sessions.at(action.isOlder ? -2 : -1);
  if (session) await call(session);
}

function uploadOf(world: World, { upload }: { readonly upload: number }): Upload {
  const found = world.uploads[upload % world.uploads.length];
  if (!found) throw new Error("There is no upload.");
  return found;
}

function lastingOf(world: World, lasting: Lasting): { readonly untilMs: number; readonly isOnce: boolean } {
  const untilMs = lasting === "a while" ? world.timeline.nowMs + WHILE_MS : Number.POSITIVE_INFINITY;
  return { untilMs, isOnce: lasting === "once" };
}
