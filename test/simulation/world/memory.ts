import { KnownContents } from "../../../src/engine/duplicates/known-contents.ts";
import type { Content, ContentMemory, UploadedFile } from "../../../src/engine/ports.ts";
import type { UploadSnapshot } from "../../../src/engine/snapshot.ts";
import { itemsOf } from "../scenario.ts";
import { Call } from "./calls.ts";
import { digestOf, type SimFile } from "./files.ts";
import type { Tab } from "./tabs.ts";
import type { World } from "./world.ts";

/**
 * The memory of uploaded content that all tabs share: the real one, on a simulated store. Holds the engine to the rule that a
 * repeated content is asked about before a byte of it is sent.
 */
export class SimMemory {
  /** Files whose question the user has answered. */
  readonly answered = new Set<SimFile>();
  readonly #world: World;
  readonly #records = new Map<string, UploadedFile>();
  /** Files whose content was compared, and the sessions by which the store knew it. */
  readonly #compared = new Set<SimFile>();
  readonly #known = new Map<SimFile, readonly string[]>();
  /** Files whose uploads go on, and whose content was not compared again yet. */
  readonly #stood = new Set<SimFile>();
  /** Files may be sent without a comparison, because the page changes whether it remembers anything. */
  readonly #isPartial: boolean;
  /** A digest may be another file's. */
  readonly #isBlind: boolean;
  readonly #keepsAll: boolean;

  constructor(world: World) {
    const { scenario, settings } = world.sim;
    this.#world = world;
    const isConfigured = itemsOf(scenario, "command").some(
      ({ command }) => command.name === "configure" && command.recovery !== undefined,
    );
    const effects = itemsOf(scenario, "fault");
    this.#isPartial = !settings.memory || !settings.recovery || isConfigured;
    this.#isBlind = effects.some(({ effect }) => effect.name === "wrong");
    const hasContext = settings.context !== "throws" && settings.context !== "circular";
    this.#keepsAll = !this.#isPartial && hasContext && !effects.some(({ op }) => op === "remember");
  }

  portFor(tab: Tab): ContentMemory {
    const { clock } = this.#world.sim;
    const memoryFor = (content: Content | null) =>
      new KnownContents(
        {
          list: () =>
            this.#ask(tab, "recall", content?.file.name ?? "", (): readonly UploadedFile[] => {
              if (content) this.#known.set(content.file as SimFile, this.#knownAs(content));
              return [...this.#records.values()].reverse();
            }),
          save: (file) => this.#ask(tab, "remember", file.name, () => void this.#records.set(file.id, file)),
        },
        () => clock.wall,
      );
    return {
      recall: (content, md5) => {
        this.#compared.add(content.file as SimFile);
        this.#stood.delete(content.file as SimFile);
        return memoryFor(content).recall(content, md5);
      },
      remember: (content, ...uploaded) => memoryFor(null).remember(content, ...uploaded),
    };
  }

  /** A page asks for a new session, for one of these files. */
  sessionAsked(files: readonly SimFile[], isReplacement: boolean): void {
    if (this.#isPartial || files.length === 0) return;
    const isCompared = isReplacement || files.some((file) => this.#compared.has(file));
    if (!isCompared) this.#report(`${files[0]?.name} gets a session and was never compared`);
    if (!isReplacement && files.every((file) => this.#mustAsk(file))) {
      this.#report(`${files[0]?.name} gets a session, and its content was uploaded before`);
    }
  }

  sends(file: SimFile, sessionId: string | null): void {
    if (this.#mustAsk(file, sessionId)) this.#report(`${file.name} is sent, and its content was uploaded before`);
    if (this.#stood.has(file) && !this.#isPartial) this.#report(`${file.name} goes on and was not compared again`);
  }

  /** The user lets an upload go on: while it stood still, another one may have sent the same content. */
  goesOn({ file, uploadedBefore }: UploadSnapshot): void {
    if (uploadedBefore) this.answered.add(file as SimFile);
    else if (!this.answered.has(file as SimFile)) this.#stood.add(file as SimFile);
  }

  /** A row asks about its content. */
  asks({ file, name, uploadedBefore, status }: UploadSnapshot): void {
    if (this.#isBlind || !uploadedBefore) return;
    const isThere = this.#records.get(uploadedBefore.id)?.md5 === digestOf((file as SimFile).content);
    if (!isThere) this.#world.sim.report("asks for nothing", `${name} was not uploaded before`);
    if (status !== "paused") this.#report(`${name} asks while it is ${status}`);
  }

  /** What was uploaded is remembered. */
  mustHave({ status, remote, name }: UploadSnapshot): void {
    if (!this.#keepsAll || status !== "succeeded" || !remote || this.#records.has(remote.id)) return;
    this.#world.sim.report("not remembered", `${name} was uploaded as ${remote.id}, and the memory does not know it`);
  }

  /** @param own the session that is used: it may be complete, and its checkpoint have outlived it */
  #mustAsk(file: SimFile, own: string | null = null): boolean {
    const known = this.#known.get(file) ?? [];
    const isOwn = own !== null && known.includes(own);
    return !this.#isBlind && known.length > 0 && !isOwn && !this.answered.has(file);
  }

  #knownAs({ file, folder, scope, purpose, context }: Content): readonly string[] {
    const given = contextText(context);
    const records = [...this.#records.values()].filter(
      (record) =>
        record.md5 === digestOf((file as SimFile).content) &&
        record.name === file.name &&
        record.scope === scope &&
        record.purpose === purpose &&
        record.context === given &&
        (record.folder === folder || !record.folder || !folder),
    );
    return records.map(({ id }) => id);
  }

  /** One call of the store, which may fail or find nothing. */
  #ask<T>(tab: Tab, op: "recall" | "remember", about: string, act: () => T): Promise<T> {
    const { sim } = this.#world;
    const call = new Call<T>(tab, op, about, null);
    const effect = sim.faults.take(op);
    const slowMs = effect?.name === "slow" ? effect.ms : 0;
    sim.clock.after(sim.random.between("memory", 0, 8) + slowMs, () => {
      if (effect?.name === "reject") call.fail(new DOMException("The quota is exceeded.", "QuotaExceededError"));
      else if (tab.isAlive) call.answer(act());
    });
    return call.promise;
  }

  #report(message: string): void {
    this.#world.sim.report("repeats without a question", message);
  }
}

/** Context of a file as it is compared: without the details of the meeting. null when it cannot be compared. */
function contextText(context: Content["context"]): string | null {
  try {
    const given = context();
    if (typeof given !== "object" || given === null) return "";
    const { meeting: _, ...rest } = given as Record<string, unknown>;
    return Object.keys(rest).length > 0 ? JSON.stringify(rest) : "";
  } catch {
    return null;
  }
}
