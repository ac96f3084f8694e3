import type { UploadError } from "../../src/engine/errors.ts";
import type { CreateRequest } from "../../src/engine/ports.ts";
import type { UploadSnapshot } from "../../src/engine/snapshot.ts";
import { Account, HostAccount } from "./accounts.ts";
import type { Page } from "./page.ts";
import { LIMITS } from "./rules/limits.ts";
import type { Sim } from "./sim.ts";
import type { SimFile } from "./world/files.ts";
import type { HostSession } from "./world/host.ts";
import type { SimMemory } from "./world/memory.ts";
import type { Tab } from "./world/tabs.ts";

/** Time without a byte after which a line starts again. */
const STANDSTILL_MS = 2_500;

/** How calls about one session, or with one key, ended. */
export interface Outcome {
  failures: number;
  last: UploadError | null;
}

/** A request that carries bytes. */
export interface Sending {
  /** What no two requests may write to at the same time. */
  readonly resource: string;
  /** Session that the bytes are for; null when it is not known any more. */
  readonly sessionId: string | null;
  readonly file: SimFile;
  readonly from: number;
  readonly to: number;
}

/** Watches every request as it is made: the rules about what is sent, how often, and when. */
export class Watch {
  readonly #sim: Sim;
  /** The tab that holds the lock of a session; the locks set it. */
  holderOf: (sessionId: string) => Tab | null = () => null;
  /** Memory of uploaded content; the world sets it. */
  memory: SimMemory | null = null;
  /** Whether a session is another page's, and nothing is stored of it any more; the world sets it. */
  isGone: (tab: Tab, sessionId: string) => boolean = () => false;
  /** Sessions whose locks were taken when nothing was stored of them any more, with the tab. */
  readonly #gone = new Map<string, Tab>();
  readonly pages = new Map<Tab, Page>();
  readonly accounts = new Map<SimFile, Account>();
  readonly #hostAccounts = new Map<string, HostAccount>();
  readonly #sending = new Map<string, Tab>();
  /** Bytes that the server confirmed to a tab, by resource. */
  readonly #told = new Map<string, Map<Tab, number>>();
  readonly #gates = new Map<Tab, { readonly since: number; readonly until: number }>();
  readonly #keys = new Map<string, Tab>();
  /** The tab that did something for a session last. */
  readonly owners = new Map<string, Tab>();
  /** Tabs that the host asked for a longer silence than anybody waits for. */
  readonly sentAway = new Set<Tab>();
  /** Tabs that the host refused something: they may have cancellations to repeat, or that wait until they may be sent. */
  readonly refused = new Set<Tab>();
  /** Tabs that a relay asked to wait for its delivery. */
  readonly delivering = new Set<Tab>();
  readonly cancels = new Map<string, Outcome>();
  readonly creates = new Map<string, Outcome>();
  /** The machine slept, or a tab woke up: speeds need some seconds to be right again. */
  disturbedAt = Number.NEGATIVE_INFINITY;

  constructor(sim: Sim) {
    this.#sim = sim;
  }

  /** The user wants uploads of a page to go on: budgets and closed doors begin again. */
  userAsked(page: Page, names: readonly string[]): void {
    this.#gates.delete(page.tab);
    for (const account of this.accounts.values()) {
      if (account.tab === page.tab && names.includes(account.file.name)) account.refill();
    }
    for (const name of names) this.#hostAccount(page.tab, name).runs += 1;
  }

  accountOf(tab: Tab, file: SimFile): Account {
    let account = this.accounts.get(file);
    if (!account) {
      account = new Account(tab, file);
      this.accounts.set(file, account);
    }
    return account;
  }

  // ── Host ────────────────────────────────────────────────────────────────────────────────────────────────────────

  createAsked(tab: Tab, { filename, idempotencyKey: key, replaces }: CreateRequest): void {
    this.#passGate(tab, "create");
    const account = this.#hostAccount(tab, filename);
    this.#countRequest(account, filename);
    if (this.#keys.has(key)) return;
    this.#keys.set(key, tab);
    const active = this.#rows(tab, filename).filter(isActive);
    this.memory?.sessionAsked(
      active.map(({ file }) => file as SimFile),
      replaces !== null,
    );
    if (tab.isDisposed || active.length === 0) {
      this.#sim.report(
        "create without an upload",
        `${tab.name} asks for a session for ${filename}, which is not active`,
      );
    }
  }

  hostAsked(tab: Tab, op: string, sessionId: string, fileName: string): void {
    this.#passGate(tab, op);
    if (op === "complete" && tab.isDisposed) this.#sim.report("after dispose", `${tab.name} completes ${sessionId}`);
    const holder = this.holderOf(sessionId);
    if (op === "cancel" && holder && holder !== tab) {
      this.#sim.report("another's session", `${tab.name} cancels ${sessionId}, which ${holder.name} is busy with`);
    }
    this.owners.set(sessionId, tab);
    this.#countRequest(this.#hostAccount(tab, fileName), fileName);
  }

  /** A tab has the lock of a session, which another one may have finished while the lock was asked for. */
  lockGranted(tab: Tab, sessionId: string): void {
    if (this.isGone(tab, sessionId)) this.#gone.set(sessionId, tab);
    else this.#gone.delete(sessionId);
  }

  /** A tab works on a session that it took over. */
  worksOn(tab: Tab, sessionId: string): void {
    if (this.#gone.get(sessionId) !== tab) return;
    this.#sim.report(
      "works on what is over",
      `${tab.name} works on ${sessionId}, of which nothing was stored any more`,
    );
  }

  hostRefused(tab: Tab, op: string, ref: string, error: UploadError): void {
    if ((error.retryAfterMs ?? 0) > LIMITS.patienceMs) this.sentAway.add(tab);
    if (op !== "complete" || error.retryAfterMs !== undefined) this.refused.add(tab);
    if (error.code === "rate-limited" && error.retryAfterMs !== undefined) {
      const { now } = this.#sim.clock;
      const until = now + error.retryAfterMs;
      if (until > (this.#gates.get(tab)?.until ?? 0)) this.#gates.set(tab, { since: now, until });
    }
    if (op !== "create" && op !== "cancel") return;
    const outcomes = op === "create" ? this.creates : this.cancels;
    const outcome = outcomes.get(ref) ?? { failures: 0, last: null };
    const isOffline = error.code === "network" && !this.#sim.isOnline();
    if (!isOffline) outcome.failures += 1;
    outcome.last = error;
    outcomes.set(ref, outcome);
  }

  sessionMade(session: HostSession): void {
    this.owners.set(session.id, session.createdBy);
    const account = this.#hostAccount(session.createdBy, session.fileName);
    const { transfer } = session.session;
    const offset = transfer.kind === "tus" ? transfer.offset : 0;
    for (const one of this.accounts.values()) {
      if (one.tab === session.createdBy && one.file.name === session.fileName && one.reach(offset)) account.refill();
    }
    account.sessions += 1;
    // A host that ignores keys makes one for each repetition.
    const most = LIMITS.sessions * (this.#sim.settings.ignoresKeys ? 2 : 1);
    if (account.sessions > most * account.runs) {
      this.#sim.report("too many sessions", `${account.sessions} sessions for ${session.fileName}`);
    }
    if (transfer.kind === "tus") this.confirmed(session.createdBy, transfer.url, transfer.offset, null);
  }

  // ── Bytes ───────────────────────────────────────────────────────────────────────────────────────────────────────

  /** A transport was asked to send a file. */
  transferBegins(tab: Tab, file: SimFile): void {
    const account = this.accountOf(tab, file);
    account.attempts += 1;
    account.transfer += 1;
    account.shown = null;
    // A file that is on the list twice has one account: what one of them reaches is no progress of the other.
    if (account.attempts > LIMITS.transfers && this.#rows(tab, file.name).length < 2) {
      this.#sim.report("too many transfers", `${account.attempts} transfers of ${file.name}`);
    }
    if (this.#sim.clock.now < account.closedUntil) {
      this.#sim.report(
        "before Retry-After",
        `${file.name} is sent ${account.closedUntil - this.#sim.clock.now} ms too early`,
      );
    }
  }

  sendBegins(tab: Tab, { resource, sessionId, file, from, to }: Sending): void {
    const other = this.#sending.get(resource);
    if (other) this.#sim.report("two at once", `${other.name} and ${tab.name} send to ${resource} at the same time`);
    this.#sending.set(resource, tab);
    if (sessionId !== null) {
      this.owners.set(sessionId, tab);
      this.worksOn(tab, sessionId);
    }
    const told = this.#told.get(resource)?.get(tab) ?? 0;
    if (from < told && to > from) {
      this.#sim.report("confirmed bytes again", `${tab.name} sends ${file.name} from ${from}, ${told} were confirmed`);
    }
    const account = this.accountOf(tab, file);
    account.movingSince = null;
    account.sendingUpTo = to;
    this.memory?.sends(file, sessionId);
    this.#mustBeActive(tab, file);
  }

  bytesSent(tab: Tab, file: SimFile, from: number, to: number): void {
    const account = this.accountOf(tab, file);
    account.sentBytes += to - from;
    const { now } = this.#sim.clock;
    // A standstill that is over counts as a start.
    if (now - account.movedAt > STANDSTILL_MS) account.movingSince = now;
    account.movingSince ??= now;
    account.movedAt = now;
    if (account.sentBytes > LIMITS.fileSizes * file.size) {
      this.#sim.report("too many bytes", `${account.sentBytes} bytes sent of ${file.name}, which has ${file.size}`);
    }
    this.#mustBeActive(tab, file);
  }

  allSent(tab: Tab, file: SimFile, from: number, to: number): void {
    if (to < file.size || from === to) return;
    const account = this.accountOf(tab, file);
    account.wholeSends += 1;
    if (account.wholeSends > LIMITS.wholeSends) {
      this.#sim.report("too many whole sends", `${file.name} was sent to its end ${account.wholeSends} times`);
    }
  }

  sendEnds(tab: Tab, resource: string, file: SimFile): void {
    if (this.#sending.get(resource) === tab) this.#sending.delete(resource);
    this.accountOf(tab, file).movingSince = null;
  }

  /** The server told a tab how much it has. */
  confirmed(tab: Tab, resource: string, bytes: number, file: SimFile | null): void {
    if (file && this.accountOf(tab, file).reach(bytes)) this.#hostAccount(tab, file.name).refill();
    let tabs = this.#told.get(resource);
    if (!tabs) {
      tabs = new Map();
      this.#told.set(resource, tabs);
    }
    tabs.set(tab, Math.max(bytes, tabs.get(tab) ?? 0));
  }

  /** The server lost bytes that it had confirmed. */
  bytesLost(resource: string, left: number): void {
    const tabs = this.#told.get(resource);
    for (const [tab, told] of tabs ?? []) tabs?.set(tab, Math.min(told, left));
  }

  storageRefused(tab: Tab, file: SimFile, error: UploadError): void {
    const account = this.accountOf(tab, file);
    // Waiting for a delivery is no failed transfer.
    if (error.apiCode === "delivery_under_way") {
      account.attempts -= 1;
      this.delivering.add(tab);
    }
    if (error.retryAfterMs === undefined) return;
    account.closedUntil = Math.max(account.closedUntil, this.#sim.clock.now + error.retryAfterMs);
  }

  tabGone(tab: Tab): void {
    this.#gates.delete(tab);
  }

  // ── Helpers ─────────────────────────────────────────────────────────────────────────────────────────────────────

  #rows(tab: Tab, fileName: string): readonly UploadSnapshot[] {
    return this.pages.get(tab)?.uploader.snapshot.uploads.filter(({ file }) => file.name === fileName) ?? [];
  }

  #mustBeActive(tab: Tab, file: SimFile): void {
    if (!tab.isAlive || tab.isFrozen) return;
    const row = this.pages.get(tab)?.uploader.snapshot.uploads.find((upload) => upload.file === file);
    if (row && isActive(row) && !tab.isDisposed) return;
    const status = tab.isDisposed ? "disposed of" : (row?.status ?? "removed");
    this.#sim.report("sends without an upload", `${tab.name} sends ${file.name}, which is ${status}`);
  }

  #hostAccount(tab: Tab, fileName: string): HostAccount {
    const key = `${tab.name} ${fileName}`;
    let account = this.#hostAccounts.get(key);
    if (!account) {
      account = new HostAccount();
      this.#hostAccounts.set(key, account);
    }
    return account;
  }

  #countRequest(account: HostAccount, fileName: string): void {
    account.requests += 1;
    if (account.requests > LIMITS.hostRequests * Math.max(1, account.runs)) {
      this.#sim.report("too many requests", `${account.requests} requests to the host about ${fileName}`);
    }
  }

  #passGate(tab: Tab, op: string): void {
    const gate = this.#gates.get(tab);
    const { now } = this.#sim.clock;
    // At the very moment of the answer it is not read yet.
    if (!gate || now >= gate.until || now === gate.since) return;
    this.#sim.report("before Retry-After", `${tab.name} asks for ${op} ${gate.until - now} ms too early`);
  }
}

function isActive({ status }: UploadSnapshot): boolean {
  return status === "active";
}
