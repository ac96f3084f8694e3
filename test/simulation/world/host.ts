import { UploadError } from "../../../src/engine/errors.ts";
import type { CreateRequest, FileStatus, Host, RemoteFile, Session } from "../../../src/engine/ports.ts";
import type { Effect, Op } from "../scenario.ts";
import { Call } from "./calls.ts";
import { digestOf } from "./files.ts";
import { noAnswer } from "./network.ts";
import { hostRefusal } from "./refusals.ts";
import { OTHERS } from "./storage.ts";
import type { Tab } from "./tabs.ts";
import type { World } from "./world.ts";

/** Longest that the adapter waits for an answer of the host. */
const TIMEOUT_MS = 30_000;

/** A session as the host knows it. */
export interface HostSession {
  readonly id: string;
  readonly key: string;
  /** Name of the file that the request gave. */
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly session: Session;
  readonly createdBy: Tab;
  /** Every tab whose engine was given the session, or found it in a record. */
  readonly knownTo: Set<Tab>;
  status: FileStatus;
  completedAt: number | null;
  /** Tab whose call brought the session to its end. */
  endedBy: Tab | null;
  /** Page that reported it as succeeded. */
  reportedBy: Tab | null;
  md5: string | null;
}

/** Answer of the host: what was asked for, or a refusal. */
type Reply<T> = T | UploadError;

interface HostCall {
  readonly tab: Tab;
  readonly op: Op;
  readonly about: string;
  /** Session or key that the call is about. */
  readonly ref: string;
  readonly signal: AbortSignal;
}

/** The developer's server with Lightfield behind it. */
export class SimHost {
  readonly #world: World;
  readonly sessions = new Map<string, HostSession>();
  readonly #byKey = new Map<string, HostSession>();
  /** Keys whose create request is still running. */
  readonly #running = new Set<string>();
  #recent: number[] = [];
  #isLimited: boolean;

  constructor(world: World) {
    this.#world = world;
    this.#isLimited = world.sim.settings.hostPerSecond !== null;
  }

  /** The port as one tab sees it. */
  portFor(tab: Tab): Host {
    const refOf = (session: Session) => this.sessions.get(session.id);
    const ask = (
      op: Op & ("complete" | "cancel" | "retrieve"),
      session: Session,
      signal: AbortSignal,
      md5?: string,
    ) => {
      this.#world.watch.hostAsked(tab, op, session.id, refOf(session)?.fileName ?? "");
      return this.#exchange({ tab, op, about: session.id, ref: session.id, signal }, (effect) => {
        const known = refOf(session);
        // An answer that says yes and means no.
        if (effect === "not-yet" && known) return remoteOf(known);
        return this.#about(tab, op, session, md5);
      });
    };
    return {
      create: (request, signal) => {
        this.#world.watch.createAsked(tab, request);
        const ref = request.idempotencyKey;
        return this.#exchange({ tab, op: "create", about: `${request.filename} with ${ref}`, ref, signal }, () =>
          this.#create(tab, request),
        );
      },
      complete: (session, md5, signal) => ask("complete", session, signal, md5),
      cancel: (session, signal) => ask("cancel", session, signal),
      retrieve: (session, signal) => ask("retrieve", session, signal),
    };
  }

  statusOf(session: HostSession): FileStatus {
    const { expiresAt } = session.session;
    const { clock, settings } = this.#world.sim;
    if (session.status === "PENDING" && expiresAt !== null && clock.now >= expiresAt + settings.hostLateMs) {
      session.status = "EXPIRED";
      session.completedAt = null;
    }
    return session.status;
  }

  /** Whether storage still takes bytes for a session: it looks at the time and at nothing else. */
  isOpenFor(session: HostSession): boolean {
    const { expiresAt } = session.session;
    const isInTime = expiresAt === null || this.#world.sim.clock.now < expiresAt;
    return isInTime && this.statusOf(session) === "PENDING";
  }

  heal(): void {
    this.#isLimited = false;
  }

  #exchange<T>({ tab, op, about, ref, signal }: HostCall, serve: (effect?: string) => Reply<T>): Promise<T> {
    const { sim, network } = this.#world;
    const call = new Call<T>(tab, op, about, signal);
    const effect = sim.faults.take(op);
    const label = `host ${op} ${tab.name}`;
    const leave = network.join(() => fail(noAnswer()));
    const fail = (error: unknown) => {
      if (!call.isOpen) return;
      tab.deliver(() => {
        if (!call.isOpen) return;
        this.#world.watch.hostRefused(tab, op, ref, UploadError.from(error));
        call.fail(error);
      });
    };
    call.onClosed = leave;
    const arrive = () => {
      if (!network.isOnline) return fail(noAnswer());
      // A request that was aborted on its way arrives all the same, more often than not.
      if (!call.isOpen && sim.random.chance(label, 0.4)) return;
      if (effect?.name === "lost-request") return sim.clock.after(network.latency(label), () => fail(noAnswer()));
      const reply = this.#limited(op) ?? this.#affected(op, effect) ?? serve(effect?.name);
      const slowMs = effect?.name === "slow" ? effect.ms : 0;
      sim.clock.after(network.latency(label) + slowMs, () => {
        if (effect?.name === "hang" || slowMs > TIMEOUT_MS) return;
        if (effect?.name === "lost-answer" || !network.isOnline) return fail(noAnswer());
        if (effect?.name === "odd-error") return fail(oddError(effect.thrown));
        if (effect?.name === "not-json") return fail(new UploadError("protocol", `${op}: the answer is not JSON`));
        if (reply instanceof UploadError) fail(reply);
        else call.answer(reply);
      });
    };
    if (effect?.name === "hang" || effect?.name === "slow") {
      sim.clock.after(TIMEOUT_MS, () => fail(new UploadError("timeout", `${op}: no answer within 30 s`)));
    }
    if (network.isOnline) sim.clock.after(network.latency(label), arrive);
    else sim.clock.after(sim.random.between(label, 0, 20), () => fail(noAnswer()));
    return call.promise;
  }

  #limited(op: Op): UploadError | null {
    const { hostPerSecond } = this.#world.sim.settings;
    if (hostPerSecond === null || !this.#isLimited) return null;
    const { now } = this.#world.sim.clock;
    this.#recent = this.#recent.filter((at) => at > now - 1_000);
    if (this.#recent.length >= hostPerSecond) return hostRefusal(op, 429, now, { retryAfter: "1" });
    this.#recent.push(now);
    return null;
  }

  #affected(op: Op, effect: Effect | null): UploadError | null {
    // Something before the endpoint answers.
    if (effect?.name === "signed-out") return new UploadError("signed-out", `${op}: a sign-in page`);
    if (effect?.name !== "status") return null;
    const { now } = this.#world.sim.clock;
    const { status, retryAfter, apiCode } = effect;
    const date = retryAfter === "date" ? new Date(now + 5_000).toUTCString() : retryAfter;
    return hostRefusal(op, status, now, { retryAfter: date, apiCode });
  }

  #create(tab: Tab, request: CreateRequest): Reply<Session> {
    const { sim } = this.#world;
    const { idempotencyKey: key } = request;
    const known = this.#byKey.get(key);
    if (known && !sim.settings.ignoresKeys) {
      known.knownTo.add(tab);
      return known.session;
    }
    if (this.#running.has(key)) return hostRefusal("create", 409, sim.clock.now, { retryAfter: "1" });
    if (sim.random.chance("create runs on", 0.05)) {
      this.#running.add(key);
      sim.clock.after(sim.random.between("create runs on", 1, 3_000), () => this.#running.delete(key));
    }
    const session = this.#open(tab, request);
    this.#byKey.set(key, session);
    return session.session;
  }

  #open(tab: Tab, request: CreateRequest): HostSession {
    const { sim, tus, watch } = this.#world;
    const { settings } = sim;
    const id = `s${this.sessions.size + 1}`;
    const replaced = request.replaces ? this.sessions.get(request.replaces.id) : undefined;
    const kind = settings.transfer === "mixed" ? (sim.random.chance("kind", 0.5) ? "put" : "tus") : settings.transfer;
    const isPut = kind === "put";
    const rename = sim.random.chance("rename", 0.2);
    const session = {
      id,
      filename: rename ? `${id}_${request.filename}` : request.filename,
      expiresAt: settings.expiresMs === null ? null : sim.clock.now + settings.expiresMs,
      token: settings.tokens ? `token of ${id}` : null,
      transfer: isPut
        ? { kind: "put", url: `https://storage.test/${id}`, headers: {} }
        : tus.grant(id, request, replaced),
    } satisfies Session;
    const opened: HostSession = {
      id,
      key: request.idempotencyKey,
      fileName: request.filename,
      sizeBytes: request.sizeBytes,
      session,
      createdBy: tab,
      knownTo: new Set([tab]),
      status: "PENDING",
      completedAt: null,
      endedBy: null,
      reportedBy: null,
      md5: null,
    };
    this.sessions.set(id, opened);
    sim.say(`the host makes session ${id} (${isPut ? "put" : "tus"}) for ${request.filename}`);
    watch.sessionMade(opened);
    return opened;
  }

  #about(tab: Tab, op: "complete" | "cancel" | "retrieve", ref: Session, md5?: string): Reply<RemoteFile> {
    const { now } = this.#world.sim.clock;
    const session = this.sessions.get(ref.id);
    if (!session) return hostRefusal(op, 404, now);
    if (session.session.token !== ref.token) return hostRefusal(op, 403, now);
    if (op === "complete") return this.#complete(tab, session, md5 ?? "");
    if (op === "cancel") return this.#cancel(tab, session);
    this.statusOf(session);
    return remoteOf(session);
  }

  #complete(tab: Tab, session: HostSession, md5: string): Reply<RemoteFile> {
    const { sim, storage, tus } = this.#world;
    const status = this.statusOf(session);
    if (status === "COMPLETED" && sim.settings.secondTime === "same") return remoteOf(session);
    if (status !== "PENDING") return hostRefusal("complete", 409, sim.clock.now);
    const { transfer } = session.session;
    const content = transfer.kind === "tus" ? tus.contentAt(transfer.url) : storage.contentOf(session.id);
    if (content === null) return hostRefusal("complete", 409, sim.clock.now);
    // The size differs, which the host notices before it looks at the digest.
    if (content === OTHERS) return hostRefusal("complete", 422, sim.clock.now);
    if (digestOf(content) !== md5) return hostRefusal("complete", 422, sim.clock.now, { param: "md5" });
    session.status = "COMPLETED";
    session.completedAt = sim.clock.now;
    session.endedBy = tab;
    session.md5 = md5;
    sim.say(`the host has ${session.id} completed`);
    return remoteOf(session);
  }

  #cancel(tab: Tab, session: HostSession): Reply<RemoteFile> {
    const { sim, tus } = this.#world;
    const status = this.statusOf(session);
    if (status === "CANCELLED" && sim.settings.secondTime === "same") return remoteOf(session);
    if (status !== "PENDING") return hostRefusal("cancel", 409, sim.clock.now);
    session.status = "CANCELLED";
    session.endedBy = tab;
    tus.forgetOf(session.id);
    sim.say(`the host has ${session.id} cancelled`);
    return remoteOf(session);
  }
}

/** What a function of the page throws in place of an answer, and what no adapter lets through. */
function oddError(thrown: "error" | "text" | "nothing"): unknown {
  if (thrown === "nothing") return undefined;
  return thrown === "text" ? "the page's function throws a text" : new TypeError("the page's function is broken");
}

function remoteOf(session: HostSession): RemoteFile {
  return {
    id: session.id,
    filename: session.session.filename,
    mimeType: "text/plain",
    sizeBytes: session.sizeBytes,
    status: session.status,
    createdAt: null,
    completedAt: session.completedAt,
    expiresAt: session.status === "PENDING" ? session.session.expiresAt : null,
  };
}
