import type { Mutation } from "./mutant.ts";

const DELIVERIES = "relay/delivery/deliveries.ts";
const PAUSES = "relay/delivery/pauses.ts";
const PUT = "relay/delivery/put-to-storage.ts";
const VERDICT = "relay/delivery/verdict.ts";
const SESSIONS = "relay/sessions.ts";
const ENDPOINT = "relay/tus/endpoint.ts";
const FOLDER = "relay/store/folder-store.ts";
const ENTRIES = "relay/store/folder-entries.ts";

/** Deliberate faults of the relay. The simulator must find every one. */
export const MUTATIONS: readonly Mutation[] = [
  {
    name: "answer HEAD before storage has the file",
    file: ENDPOINT,
    find: "if (offset === binding.sizeBytes) await deliver(binding);",
    replace: "",
  },
  {
    name: "answer the last PATCH before storage has the file",
    file: ENDPOINT,
    find: "if (received.offset === sizeBytes) await deliver(binding, copy);",
    replace: "",
  },
  {
    name: "wait for a delivery without a limit",
    file: ENDPOINT,
    find: "await within(parts.answerWithinMs, delivering)",
    replace: "await delivering",
  },
  {
    name: "deliver without a lock",
    file: DELIVERIES,
    find: "if (!copy || !unlock) return withLock(locker, deliveryLock(bytesId), lockWaitMs, work);",
    replace: "if (!copy || !unlock) return work();",
  },
  {
    name: "forward a file without the lock of its delivery",
    file: "relay/store/locks.ts",
    find: "    await lock.lock(AbortSignal.timeout(waitMs), onWanted);\n",
    replace: "",
  },
  {
    name: "send a file whose session was closed meanwhile",
    file: DELIVERIES,
    find: "if (signal.aborted) return",
    replace: "if (signal.aborted && binding.sizeBytes < 0) return",
  },
  {
    name: "deliver what has ended",
    file: DELIVERIES,
    find: "if (ending) return ending;",
    replace: "",
  },
  {
    name: "remember only deliveries that were stored",
    file: DELIVERIES,
    find: "await records.writeEnding(binding, delivery);",
    replace: 'if (delivery.kind === "stored") await records.writeEnding(binding, delivery);',
  },
  {
    name: "delete the bytes before the receipt is written",
    file: DELIVERIES,
    find: "await records.writeEnding(binding, delivery);",
    replace:
      'if (delivery.kind === "stored") await removeEntry(store, binding.bytesId).catch(() => {});\n      await records.writeEnding(binding, delivery);',
  },
  {
    name: "keep the bytes after a delivery",
    file: DELIVERIES,
    find: "await removeEntry(store, bytesId).catch((error: unknown) => {",
    replace: "await Promise.resolve().catch((error: unknown) => {",
  },
  {
    name: "ignore Retry-After of storage",
    file: PAUSES,
    find: "Math.max(retryAfterMs ?? 0, ",
    replace: "Math.max(0, ",
  },
  {
    name: "repeat failed deliveries without a pause",
    file: PAUSES,
    find: "Math.min(2 ** (count - 1), 60) * 1000",
    replace: "0",
  },
  {
    name: "do not give up on silent storage",
    file: PUT,
    find: 'request.on("timeout", () => request.destroy(new Error("idle")));',
    replace: "",
  },
  {
    name: "leave the stored file open after a delivery",
    file: PUT,
    find: "request.destroy();\n    body.destroy();\n    await sent.catch(() => {});",
    replace: "",
  },
  {
    name: "take a page for people for storage's answer",
    file: VERDICT,
    find: 'return contentType.startsWith("text/html") && bodyStart.trim() !== "" ? later : { kind: "stored" };',
    replace: 'return { kind: "stored" };',
  },
  {
    name: "take a lost answer for a refusal",
    file: VERDICT,
    find: 'if (answer.status === null) return { kind: "later", retryAfterMs: null, why:',
    replace: 'if (answer.status === null) return { kind: "refused", why:',
  },
  {
    name: "close a session while it is delivered",
    file: SESSIONS,
    find: "await withLock(locker, deliveryLock(binding.bytesId), lockWaitMs, async () => {\n        const current",
    replace: "await (async (work: () => Promise<void>) => work())(async () => {\n        const current",
  },
  {
    name: "close a session and keep its bytes",
    file: SESSIONS,
    find: "await receiver.remove(binding.bytesId).catch((error: unknown) => {",
    replace: "await Promise.resolve().catch((error: unknown) => {",
  },
  {
    name: "open a session without a lock",
    file: SESSIONS,
    find: "return withLock(locker, openingLock(id), lockWaitMs, () => openAlone({ ...session, id }, replaces));",
    replace: "return openAlone({ ...session, id }, replaces);",
  },
  {
    name: "remove the previous session before the next one is written",
    file: SESSIONS,
    find: "await records.write(next);\n      if (!isOwn) await records.remove(previous.id);",
    replace: "await records.remove(previous.id);\n      await records.write(next);",
  },
  {
    name: "take over bytes by the binding of before the lock",
    file: SESSIONS,
    find: "if ((await records.find(previous.id))?.bytesId !== previous.bytesId) return null;",
    replace: "",
  },
  {
    name: "start at 0 instead of taking bytes over",
    file: SESSIONS,
    find: "for (const previous of [own, replaced]) {",
    replace: "for (const previous of [own]) {",
  },
  {
    name: "forget receipts at the next clean-up",
    file: SESSIONS,
    find: "const RECEIPT_MS = 30 * 60_000;",
    replace: "const RECEIPT_MS = 1000;",
  },
  {
    name: "clean up receipts that are being written",
    file: SESSIONS,
    find: "if (!receipt?.creation_date || ",
    replace: "if (receipt?.creation_date && ",
  },
  {
    name: "wait for a silent sender for ever",
    file: "relay/tus/arriving-bytes.ts",
    find: "await within(idleMs, source.next())",
    replace: "await within(2 ** 31 - 1, source.next())",
  },
  {
    name: "let in more uploads than there is room for",
    file: "relay/admission.ts",
    find: " || all.uploads > part * limits.maxUploads) return storeFull();",
    replace: ") return storeFull();",
  },
  {
    name: "keep a lock after an error",
    file: "relay/store/locks.ts",
    find: "  try {\n    return await work();\n  } finally {\n    await lock.unlock();\n  }",
    replace: "  const result = await work();\n  await lock.unlock();\n  return result;",
  },
  {
    name: "take a disk error for a missing entry",
    file: ENTRIES,
    find: "if (isNoFile(error) || error instanceof SyntaxError) return undefined;\n      throw error;",
    replace: "return undefined;",
  },
  {
    name: "write JSON files in place",
    file: ENTRIES,
    find: "await writeFile(draft, JSON.stringify(entry), { mode: PRIVATE_FILE });\n    await rename(draft, this.#path(id));",
    replace: "await writeFile(this.#path(id), JSON.stringify(entry));",
  },
  {
    name: "leave files of a crash in the folder",
    file: FOLDER,
    find: "const { mtimeMs } = await stat(join(this.directory, name));",
    replace: "const mtimeMs = Number.POSITIVE_INFINITY;\n      await stat(join(this.directory, name));",
  },
  {
    name: "stop every request when one has to give its lock away",
    file: "relay/tus/receiver.ts",
    find: "() => bodies.get(request)?.stop()",
    replace: "() => { for (const some of receiving.values()) for (const one of some) one?.stop(); }",
  },
];
