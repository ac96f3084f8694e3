import type { FileEntry } from "../../src/engine/file-entry.ts";
import type { FileIdentity } from "../../src/engine/ports.ts";
import { Uploader } from "../../src/engine/queue/uploader.ts";
import type { QueueSnapshot, UploadSnapshot } from "../../src/engine/snapshot.ts";
import type { UploaderEvent, UploaderOptions } from "../../src/engine/uploader-api.ts";
import { NO_ERROR, PageMistake, TEXT_MISTAKE } from "./page-mistake.ts";
import { EventRules } from "./rules/events.ts";
import { type Command, itemsOf, type ListenerItem, type Settings } from "./scenario.ts";
import { digestOf, SimFile } from "./world/files.ts";
import { portsFor } from "./world/ports.ts";
import type { Tab } from "./world/tabs.ts";
import type { World } from "./world/world.ts";

/** Context of files that are added with these settings, as JSON: "" for none, null for one that depends on the file. */
function contextText({ context, sparse }: Settings): string | null {
  if (sparse || context === "none" || context === "symbol") return "";
  return context === "value" ? JSON.stringify({ meeting: 7 }) : null;
}

/** A page with the real engine, the commands that its user gives, and its listeners. */
export class Page {
  readonly tab: Tab;
  readonly uploader: Uploader;
  readonly rules: EventRules;
  /** The snapshot whose sums were checked last. */
  sawSnapshot: QueueSnapshot | null = null;
  /** Disposed of, and what was queued before that is delivered. */
  isSilent = false;
  maxConcurrentUploads: number;
  /** Places that were taken at the last look, or may have been since. */
  places = 0;
  purpose: string | null;
  hasRecovery: boolean;
  /** Context of the page as its records have it; null while it depends on the file. */
  context: string | null;
  readonly #world: World;
  readonly #heard = new Map<string, number>();
  /** End the subscriptions of the listeners that misbehave. */
  readonly #stops: (() => void)[] = [];
  readonly #wishes = new Map<string, number>();
  /** Interrupted uploads that the user asked to resume, and those of them whose answer is awaited. */
  readonly #resumed = new Set<string>();
  readonly #resuming = new Map<string, FileIdentity | undefined>();
  /** Depth of commands that listeners gave: a page that answers every event with a command has itself to blame. */
  #acts = 0;
  #mayMisbehave = true;

  constructor(world: World, tab: Tab) {
    const { settings } = world.sim;
    this.#world = world;
    this.tab = tab;
    this.maxConcurrentUploads = settings.maxConcurrentUploads;
    this.purpose = settings.purpose;
    this.hasRecovery = settings.recovery;
    this.context = contextText(settings);
    this.uploader = new Uploader(portsFor(world, tab), this.#options());
    this.rules = new EventRules(world, this);
    world.watch.pages.set(tab, this);
    const bad = itemsOf(world.sim.scenario, "listener").filter((item) => item.tab === tab.place);
    this.#misbehave(bad.filter((_, index) => index % 2 === 0));
    this.uploader.listen((event) => this.rules.hear(event));
    this.#misbehave(bad.filter((_, index) => index % 2 === 1));
    this.#stops.push(
      this.uploader.subscribe(() => this.#hear("change", undefined, bad)),
      this.uploader.subscribe(() => this.#world.sim.counters.add("changes")),
    );
    if (settings.recovery) void this.uploader.findInterrupted();
  }

  /** Callbacks do nothing bad any more. */
  behave(): void {
    this.#mayMisbehave = false;
  }

  /** A command of the user: none reaches a tab that is gone or frozen. */
  command(command: Command): void {
    const { tab, uploader } = this;
    const { sim } = this.#world;
    if (!tab.isAlive || tab.isFrozen) return;
    tab.say(`the user: ${JSON.stringify(command)}`);
    sim.counters.add(`command: ${command.name}`);
    switch (command.name) {
      case "add":
        this.add(command.files);
        return;
      case "pause":
      case "cancel":
      case "resume":
      case "retry":
        this.#each(command.name, command.upload);
        return;
      case "remove": {
        const row = this.#row(command.upload);
        if (row) uploader.remove(row.id);
        return;
      }
      case "restore":
        this.#restore(command.back);
        return;
      case "start":
        this.#askFor(uploader.snapshot.uploads);
        uploader.start();
        return;
      case "clear":
        uploader.clear();
        return;
      case "dispose":
        this.dispose();
        return;
      case "findInterrupted":
        void uploader.findInterrupted();
        return;
      case "resumeInterrupted":
      case "discardInterrupted":
        this.#interrupted(command.name, command.index);
        return;
      case "configure": {
        const { name, context, ...rest } = command;
        const options = { ...rest, ...(context !== undefined && { context: { meeting: context } }) };
        if (context !== undefined) this.context = JSON.stringify(options.context);
        if (options.maxConcurrentUploads) {
          this.places = Math.max(this.places, this.maxConcurrentUploads);
          this.maxConcurrentUploads = options.maxConcurrentUploads;
        }
        if (options.purpose !== undefined) this.purpose = options.purpose;
        if (options.recovery !== undefined) this.hasRecovery = options.recovery;
        if (options.autoStart) this.#askFor(uploader.snapshot.uploads);
        uploader.configure(options);
      }
    }
  }

  get isResuming(): boolean {
    return this.#resuming.size > 0;
  }

  /** Whether the user asked for one more upload of a file with that name: each wish is granted once. */
  grant(fileName: string): boolean {
    const left = this.#wishes.get(fileName) ?? 0;
    this.#wishes.set(fileName, left - 1);
    return left > 0;
  }

  add(files: readonly number[]): void {
    const entries = files.flatMap((index) => this.#entry(index) ?? []);
    for (const { file } of entries) this.#wish(file.name);
    this.#world.watch.userAsked(
      this,
      entries.map(({ file }) => file.name),
    );
    const { added, rejections } = this.uploader.add(entries);
    const isWhole = added.length + rejections.length === entries.length;
    if (!isWhole && !this.tab.isDisposed) {
      this.#world.sim.report("add", `${entries.length} files, ${added.length} added, ${rejections.length} rejected`);
    }
  }

  dispose(): void {
    this.tab.isDisposed = true;
    this.uploader.dispose();
  }

  #options(): UploaderOptions {
    const { settings } = this.#world.sim;
    const { maxConcurrentUploads, autoStart, recovery, purpose, maxFiles, accept, holdSuspicious = false } = settings;
    const inspect = settings.inspect === null ? {} : { inspect: settings.inspect };
    if (settings.sparse) {
      return { maxConcurrentUploads, ...(!autoStart && { autoStart }), recovery, ...inspect, purpose };
    }
    return {
      maxConcurrentUploads,
      autoStart,
      recovery,
      ...inspect,
      holdSuspicious,
      purpose,
      maxFiles,
      accept,
      maxFileBytes: 50_000_000,
      minFileBytes: 2,
      context: this.#context(),
      scope: "https://host.test/files",
    };
  }

  #context(): unknown {
    switch (this.#world.sim.settings.context) {
      case "none":
        return undefined;
      case "value":
        return { meeting: 7 };
      case "function":
        return (file: File) => ({ of: file.name });
      case "circular": {
        const context: { self?: unknown } = {};
        context.self = context;
        return context;
      }
      case "symbol":
        return Symbol("no JSON");
      case "throws":
        return (file: File) => {
          if (this.#mayMisbehave && file.size % 3 === 0) throw TEXT_MISTAKE;
          if (this.#mayMisbehave && file.size % 3 === 1) throw new PageMistake("the page's context function throws");
          return null;
        };
    }
  }

  #entry(index: number): FileEntry | null {
    const disk = this.#world.disk[index];
    if (!disk?.exists) return null;
    const { handle, folder } = disk.spec;
    const fake = disk as unknown as FileSystemFileHandle;
    const entry = { file: new SimFile(disk), ...(folder && { folder }) };
    if (handle === "now") return { ...entry, handle: fake };
    if (handle === "later")
      return { ...entry, handle: new Promise((resolve) => this.#world.sim.clock.after(30, () => resolve(fake))) };
    if (handle === "never") return { ...entry, handle: Promise.resolve(null) };
    return entry;
  }

  #each(name: "pause" | "resume" | "retry" | "cancel", index: number | null): void {
    const { uploader } = this;
    const row = index === null ? null : this.#row(index);
    if (index !== null && !row) return;
    if (name === "resume" || name === "retry") this.#askFor(row ? [row] : uploader.snapshot.uploads);
    this.#goOn(name, row ? [row] : uploader.snapshot.uploads.filter(({ uploadedBefore }) => !uploadedBefore));
    if (row) uploader[name](row.id);
    else uploader[name]();
  }

  #interrupted(name: "resumeInterrupted" | "discardInterrupted", index: number): void {
    const { interrupted } = this.uploader.snapshot;
    const chosen = interrupted[index % Math.max(1, interrupted.length)];
    if (!chosen) {
      // A click on a row that is gone in the meantime, or an id from elsewhere.
      const [known = "an id that is not there"] = this.#resumed;
      void this.uploader[name](known);
      return;
    }
    this.#world.sim.counters.add(`command: ${name} of one`);
    if (name === "discardInterrupted") {
      void this.uploader.discardInterrupted(chosen.id);
      return;
    }
    const fileName = chosen.name.split("/").at(-1) ?? "";
    this.#world.watch.userAsked(this, [fileName]);
    const isThere = this.uploader.snapshot.uploads.some(
      ({ file, status }) => file.name === fileName && status !== "cancelled" && status !== "succeeded",
    );
    // A second click on the same row is no second wish.
    if (!this.#resuming.has(chosen.id) && !(isThere && this.#resumed.has(chosen.id))) this.#wish(fileName);
    this.#resuming.set(chosen.id, this.#world.checkpoints.records.get(chosen.id)?.checkpoint.file);
    this.#resumed.add(chosen.id);
    void this.uploader.resumeInterrupted(chosen.id).finally(() => this.#resuming.delete(chosen.id));
  }

  /** A file that was opened again counts as another one only if it is. */
  checkChanged({ file, origin }: UploadSnapshot): void {
    const { scenario } = this.#world.sim;
    const isBlind = itemsOf(scenario, "fault").some(({ effect }) => effect.name === "wrong");
    const stored = [...this.#resuming.values()].filter((one) => one?.name.split("/").at(-1) === file.name);
    if (origin !== "changed" || isBlind || stored.length === 0) return;
    const { content } = file as SimFile;
    const isSame = stored.every(
      (one) =>
        one?.sizeBytes === file.size && one.lastModified === file.lastModified && one.fingerprint === digestOf(content),
    );
    if (isSame) this.#world.sim.report("takes it for another file", `${file.name} is unchanged and begins again`);
  }

  /** Undoes a removal, one of the last. */
  #restore(back: number): void {
    const { removed } = this.rules;
    const id = removed[removed.length - 1 - (back % Math.max(1, removed.length))] ?? "an id that is not there";
    this.uploader.restore(id);
  }

  /** The user answers every question about a repeated content: it is to be uploaded once more. */
  answerQuestions(): void {
    for (const [index, { uploadedBefore }] of this.uploader.snapshot.uploads.entries()) {
      if (uploadedBefore) this.command({ name: "resume", upload: index });
    }
  }

  /** A command reaches those of the rows that stand still. */
  #goOn(command: "pause" | "resume" | "retry" | "cancel", rows: readonly UploadSnapshot[]): void {
    const from = { pause: null, cancel: null, resume: "paused", retry: "failed" }[command];
    for (const row of rows) if (row.status === from) this.#world.memory.goesOn(row);
  }

  #wish(fileName: string): void {
    this.#wishes.set(fileName, (this.#wishes.get(fileName) ?? 0) + 1);
  }

  #row(index: number): UploadSnapshot | null {
    const { uploads } = this.uploader.snapshot;
    return uploads[index % Math.max(1, uploads.length)] ?? null;
  }

  #askFor(rows: readonly UploadSnapshot[]): void {
    this.#world.watch.userAsked(
      this,
      rows.map(({ file }) => file.name),
    );
  }

  #misbehave(items: readonly ListenerItem[]): void {
    if (items.length > 0) this.#stops.push(this.uploader.listen((event) => this.#hear(event.type, event, items)));
  }

  #hear(type: string, event: UploaderEvent | undefined, items: readonly ListenerItem[]): void {
    if (!this.#mayMisbehave) return;
    for (const [index, item] of items.entries()) {
      if (item.on !== type) continue;
      const key = `${index} ${type} ${items.length}`;
      const nth = (this.#heard.get(key) ?? 0) + 1;
      this.#heard.set(key, nth);
      if (nth !== item.nth || this.#acts > 30) continue;
      this.#acts += 1;
      this.#world.sim.counters.add(`listener: ${item.act}`);
      this.tab.say(`a listener of ${type}: ${item.act}`);
      this.#act(item, event);
    }
  }

  #act({ act }: ListenerItem, event: UploaderEvent | undefined): void {
    const { uploader } = this;
    const upload = event && "upload" in event ? event.upload : uploader.snapshot.uploads[0];
    switch (act) {
      case "throw":
        throw new PageMistake("a listener throws");
      case "throwNothing":
        throw NO_ERROR;
      case "dawdle":
        this.#world.dawdle(3_000);
        return;
      case "restore":
        this.#restore(0);
        return;
      case "remove":
      case "cancel":
      case "pause":
        if (upload) uploader[act](upload.id);
        return;
      case "resume":
      case "retry":
        if (!upload) return;
        this.#askFor([upload]);
        // The state that the event reports may be over.
        this.#goOn(
          act,
          uploader.snapshot.uploads.filter(({ id }) => id === upload.id),
        );
        uploader[act](upload.id);
        return;
      case "clear":
        uploader.clear();
        return;
      case "pauseAll":
        uploader.pause();
        return;
      case "add":
        if (!this.tab.isDisposed) this.add([0]);
        return;
      case "unlisten":
        for (const stop of this.#stops.splice(0)) stop();
        return;
      case "dispose":
        this.dispose();
    }
  }
}
