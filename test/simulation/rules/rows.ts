import type { QueueSnapshot, UploadSnapshot } from "../../../src/engine/snapshot.ts";
import type { Page } from "../page.ts";
import type { SimFile } from "../world/files.ts";
import type { World } from "../world/world.ts";
import { checkSpeed } from "./speed.ts";

/** Longest wait without a word to the user. */
const SILENT_MS = 5_000;
/** The same while a relay delivers a file, or a file is inspected: the row says so. */
const BUSY_MS = 60_000;
/** Time that an upload may wait beyond the end that it shows, in milliseconds. */
const LATE_MS = 1_000;
/** Longest timer in a page in which no upload runs: a pause asks the server a moment later what it has. */
const IDLE_MS = 1_500;
/** Time between two looks whether a digest has arrived. */
const CHECK_MS = 10_000;
/** Operations that no upload waits for. */
const ASIDE: ReadonlySet<string> = new Set(["sleep", "cancel", "delete", "inspect", "save", "remember"]);
/** Longest timer of a cancellation that waits for the end of a `Retry-After`: half a day. */
const PATIENCE_MS = 12 * 3_600_000;

/** Rules about what a page shows, checked whenever all microtasks are through. */
export function checkRows(world: World, page: Page): void {
  const { sim } = world;
  const { tab, uploader } = page;
  if (!tab.isAlive || tab.isFrozen) return;
  page.isSilent = tab.isDisposed;
  const { snapshot } = uploader;
  let active = 0;
  let sending = 0;
  let places = 0;
  let isDue = false;
  let stands = false;
  for (const row of snapshot.uploads) {
    if (row.status === "active") active += 1;
    if (row.status === "active" && row.step !== "finalize") sending += 1;
    // An upload that only waits for the host's yes takes no place from one that has bytes to send.
    if ((row.status === "waiting" || row.status === "active") && row.step !== "finalize") places += 1;
    if (row.status === "queued" && row.canPause) {
      isDue = true;
      stands ||= !snapshot.uploads.some((other) => isRunning(other) && mayBeSame(other, row));
    }
    checkRow(world, page, row);
  }
  if (page.sawSnapshot !== snapshot) {
    page.sawSnapshot = snapshot;
    checkSums(world, page, snapshot, isDue);
  }
  const most = Math.max(1, page.maxConcurrentUploads);
  // Uploads that run go on when the page allows fewer from now on.
  if (sending > Math.max(most, page.places)) {
    sim.report("too many at once", `${tab.name}: ${sending} uploads send, ${most} may`);
  }
  page.places = places;
  const free = most - places;
  if (stands && free > 0) sim.report("the queue stands", `${tab.name}: an upload is due, ${free} places are free`);
  if (active > 0) checkWait(world, page);
  else if (snapshot.counts.waiting === 0) checkIdle(world, page);
  checkHashing(world, page, snapshot);
}

const isRunning = ({ status }: UploadSnapshot): boolean => status === "active" || status === "waiting";

/** An upload waits for the end of one that may have the same content. */
function mayBeSame(one: UploadSnapshot, other: UploadSnapshot): boolean {
  const isThere = one.folder === other.folder || one.folder === "" || other.folder === "";
  return isThere && one.file.name === other.file.name && one.sizeBytes === other.sizeBytes;
}

function checkRow(world: World, page: Page, row: UploadSnapshot): void {
  const { sim, watch } = world;
  const account = watch.accounts.get(row.file as SimFile);
  if (row.sentBytes > row.sizeBytes || row.sentBytes < 0 || row.confirmedBytes > row.sizeBytes) {
    sim.report(
      "progress",
      `${row.name} shows ${row.sentBytes} sent and ${row.confirmedBytes} confirmed of ${row.sizeBytes}`,
    );
  }
  if (row.status === "waiting") checkWaiting(world, page, row);
  if (row.uploadedBefore) world.memory.asks(row);
  if (!account) return;
  if (row.status !== "active" || row.step !== "transfer") {
    account.shown = null;
    return;
  }
  const { shown } = account;
  if (shown && shown.attempt === account.transfer && row.sentBytes < shown.bytes) {
    sim.report("progress", `${row.name} went back from ${shown.bytes} to ${row.sentBytes} bytes`);
  }
  account.shown = { attempt: account.transfer, bytes: row.sentBytes };
  checkSpeed(world, page, row, account);
}

/** A wait says until when, and ends then; a wait for the network ends with it. */
function checkWaiting({ sim, network, watch }: World, { tab }: Page, row: UploadSnapshot): void {
  const now = sim.clock.wall;
  if (sim.clock.now - watch.disturbedAt < LATE_MS) return;
  if (row.waitReason === "offline") {
    if (network.isOnline) sim.report("waiting", `${tab.name}: ${row.name} waits for a network that is there`);
  } else if (row.waitingUntil === null || now > row.waitingUntil + LATE_MS) {
    sim.report("waiting", `${tab.name}: ${row.name} waits until ${row.waitingUntil}, and it is ${now}`);
  }
}

function checkSums(world: World, page: Page, snapshot: QueueSnapshot, isDue: boolean): void {
  const { sim } = world;
  const counts: Record<string, number> = {};
  let totalBytes = 0;
  let sentBytes = 0;
  let left = 0;
  let isSending = false;
  for (const row of snapshot.uploads) {
    const { status, canPause, sizeBytes, step, verifying } = row;
    const isDueRow = status === "queued" && canPause;
    if (status === "active" || status === "waiting" || isDueRow) left += sizeBytes - row.sentBytes;
    if (status === "active" && step === "transfer" && !verifying && row.sentBytes < sizeBytes) isSending = true;
    counts[row.status] = (counts[row.status] ?? 0) + 1;
    if (row.status === "cancelled") continue;
    totalBytes += row.sizeBytes;
    sentBytes += row.sentBytes;
  }
  for (const [status, count] of Object.entries(snapshot.counts)) {
    if (count !== (counts[status] ?? 0))
      sim.report("sums", `counts says ${count} are ${status}, ${counts[status] ?? 0} are`);
  }
  if (snapshot.totalBytes !== totalBytes || snapshot.sentBytes !== sentBytes) {
    sim.report(
      "sums",
      `${snapshot.sentBytes} of ${snapshot.totalBytes} bytes, the rows say ${sentBytes} of ${totalBytes}`,
    );
  }
  const { bytesPerSecond, remainingMs } = snapshot;
  if (bytesPerSecond !== null && !isSending) sim.report("sums", `${bytesPerSecond} B/s, and no row sends`);
  if (bytesPerSecond && remainingMs !== null && Math.abs((remainingMs * bytesPerSecond) / 1000 - left) > 1) {
    sim.report("sums", `${remainingMs} ms at ${bytesPerSecond} B/s, the rows say ${left} bytes are left`);
  }
  const isIdle = !counts.active && !counts.waiting && !isDue;
  if (snapshot.idle !== isIdle)
    sim.report("sums", `${page.tab.name}: idle is ${snapshot.idle}, the rows say ${isIdle}`);
}

/** A file is read for an upload that is not over, or to resume an interrupted one. */
function checkHashing({ sim }: World, page: Page, { uploads }: QueueSnapshot): void {
  if (page.isResuming) return;
  for (const { op, about } of page.tab.open) {
    if (op !== "md5") continue;
    const isWanted = uploads.some(
      ({ file, status }) => about.endsWith(file.name) && status !== "succeeded" && status !== "cancelled",
    );
    if (!isWanted) sim.report("reads for nothing", `${page.tab.name} hashes ${about}, and no upload needs it`);
  }
}

/** Nothing waits in a page whose uploads are over, paused or not started, but for cancellations that were refused. */
function checkIdle({ sim, watch }: World, { tab }: Page): void {
  const open = [...tab.open];
  // A file is read on through a pause, and for so long that has a time limit.
  const mostMs = watch.refused.has(tab) ? PATIENCE_MS : open.some(({ op }) => op === "md5") ? CHECK_MS : IDLE_MS;
  for (const { op, dueAt } of open) {
    const leftMs = op === "sleep" && dueAt !== null ? dueAt - sim.clock.now : 0;
    if (leftMs > mostMs)
      sim.report("waits for nothing", `${tab.name}: no upload runs, and a timer has ${leftMs} ms left`);
  }
}

/** An active upload has something under way; a long wait is shown as one. */
function checkWait({ sim, watch }: World, { tab }: Page): void {
  let nextSleep = Number.POSITIVE_INFINITY;
  let mostMs = watch.delivering.has(tab) ? BUSY_MS : SILENT_MS;
  for (const call of tab.open) {
    if (!ASIDE.has(call.op)) return;
    if (call.op === "inspect") mostMs = BUSY_MS;
    if (call.dueAt !== null) nextSleep = Math.min(nextSleep, call.dueAt);
  }
  const waitMs = nextSleep - sim.clock.now;
  if (waitMs === Number.POSITIVE_INFINITY)
    sim.report("stuck", `${tab.name}: an upload is active, and nothing is under way`);
  else if (waitMs > mostMs)
    sim.report("silent wait", `${tab.name}: an active upload waits ${waitMs} ms without a word`);
}
