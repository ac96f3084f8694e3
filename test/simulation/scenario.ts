/** Data that describes one simulation completely. A seed makes it; the shrinker leaves parts of it out. */
export interface Scenario {
  readonly seed: number;
  readonly settings: Settings;
  readonly files: readonly FileSpec[];
  readonly items: readonly Item[];
}

export interface Settings {
  readonly tabs: number;
  readonly maxConcurrentUploads: number;
  readonly autoStart: boolean;
  readonly recovery: boolean;
  /** null leaves it to the engine. */
  readonly inspect: boolean | null;
  /** Pause suspicious files. Default false, as in older scenarios. */
  readonly holdSuspicious?: boolean;
  /** Content that was uploaded before is recognized. Default false. */
  readonly memory?: boolean;
  /** The browser has no Web Locks: every lock is free. Default false. */
  readonly lockless?: boolean;
  readonly purpose: string | null;
  /** Context that the page gives: none, a value, a function, or a function that throws for some files. */
  readonly context: "none" | "value" | "function" | "throws" | "circular" | "symbol";
  /** Transports of the page's build: all that they can, only what they must, or none but tus. */
  readonly transports: "all" | "plain" | "tus-only";
  /** The page gives no option that has a default. */
  readonly sparse: boolean;
  readonly maxFiles: number | null;
  readonly accept: string;
  /** Kind of transfer that the host grants. "other" is tus to pages whose build does not include it. */
  readonly transfer: "put" | "tus" | "mixed" | "other";
  readonly chunkBytes: number | null;
  readonly expiresMs: number | null;
  /** The host notices the end of a session so much later than storage does. */
  readonly hostLateMs: number;
  readonly tokens: boolean;
  /** Create requests with a known key make another session. */
  readonly ignoresKeys: boolean;
  /** A new session that replaces another may keep its bytes. */
  readonly keepsBytes: "no" | "same-url" | "new-url";
  /** Answer to a second complete or cancel. */
  readonly secondTime: "same" | "conflict";
  /** Host requests allowed in one second; null for no limit. */
  readonly hostPerSecond: number | null;
  /** Bytes per second at the start. */
  readonly lineRate: number;
  /** Milliseconds between two progress events. */
  readonly progressMs: number;
  /** How the run ends for every tab. */
  readonly ending: "clear" | "dispose" | "close";
  /** Share of events that happen before the microtasks of the previous one are through. */
  readonly overlap: number;
}

export interface FileSpec {
  readonly name: string;
  readonly sizeBytes: number;
  readonly type: string;
  readonly folder: string;
  /** The browser gives a handle, by which the file can be opened again. */
  readonly handle: "none" | "now" | "later" | "never";
}

/** When an item happens: at a time, or some microtasks after the n-th call of an operation was made or answered. */
export type Moment =
  | { readonly atMs: number }
  | { readonly op: Op; readonly nth: number; readonly phase: "asked" | "answered"; readonly ticks: number };

/** Operations of the world that a tab asks for. */
export type Op =
  | "create"
  | "complete"
  | "cancel"
  | "retrieve"
  | "put"
  | "patch"
  | "head"
  | "delete"
  | "md5"
  | "list"
  | "save"
  | "forget"
  | "reopen"
  | "lock"
  | "look"
  | "inspect"
  | "load"
  | "recall"
  | "remember"
  | "sleep";

export type Item = CommandItem | WorldItem | FaultItem | ListenerItem;

/** A command of the user, or of the page, to one tab. */
export interface CommandItem {
  readonly kind: "command";
  readonly tab: number;
  readonly when: Moment;
  readonly command: Command;
}

export type Command =
  | { readonly name: "add"; readonly files: readonly number[] }
  | { readonly name: "pause" | "resume" | "retry" | "cancel" /** null for all */; readonly upload: number | null }
  | { readonly name: "remove"; readonly upload: number }
  /** Returns one of the removed uploads, counted from the last. */
  | { readonly name: "restore"; readonly back: number }
  | { readonly name: "start" | "clear" | "dispose" | "findInterrupted" }
  | { readonly name: "resumeInterrupted" | "discardInterrupted"; readonly index: number }
  | {
      readonly name: "configure";
      readonly maxConcurrentUploads?: number;
      readonly autoStart?: boolean;
      readonly maxFiles?: number | null;
      readonly accept?: string;
      readonly maxFileBytes?: number;
      readonly recovery?: boolean;
      readonly holdSuspicious?: boolean;
      readonly purpose?: string | null;
      readonly context?: number;
    };

/** Something that happens to the browser, the machine or the disk. */
export interface WorldItem {
  readonly kind: "world";
  readonly when: Moment;
  readonly event:
    | { readonly name: "offline" | "online" }
    | { readonly name: "sleep" | "set-back"; readonly ms: number }
    | { readonly name: "freeze" | "thaw" | "crash" | "reload"; readonly tab: number }
    | { readonly name: "change" | "vanish"; readonly file: number }
    | { readonly name: "grow" | "rewrite"; readonly file: number }
    | { readonly name: "line"; readonly rate: number };
}

/** A fault meets calls of one operation, starting with the n-th. */
export interface FaultItem {
  readonly kind: "fault";
  readonly op: Op;
  readonly nth: number;
  readonly lasts: { readonly times: number } | { readonly ms: number } | "ever";
  readonly effect: Effect;
}

export type Effect =
  | { readonly name: "lost-request" | "lost-answer" | "hang" | "not-json" | "not-yet" }
  | { readonly name: "slow"; readonly ms: number }
  | { readonly name: "status"; readonly status: number; readonly retryAfter?: string; readonly apiCode?: string }
  | { readonly name: "cut"; readonly share: number }
  | { readonly name: "cors" | "corrupt" | "replay" | "nonsense" | "loses-bytes" }
  /** Storage has another file under the name of the session. */
  | { readonly name: "taken" }
  /** The relay is still delivering the file to storage. */
  | { readonly name: "busy"; readonly retryAfter?: string }
  /** A sign-in page, or a redirect to one, in place of the answer. */
  | { readonly name: "signed-out" }
  /** An error that no adapter throws. */
  | { readonly name: "odd-error"; readonly thrown: "error" | "text" | "nothing" }
  | { readonly name: "unreadable" | "wrong" | "broken" | "reject" | "nothing" };

/** A listener of the page that misbehaves at the n-th event of a type ("change" stands for `subscribe`). */
export interface ListenerItem {
  readonly kind: "listener";
  readonly tab: number;
  readonly on: string;
  readonly nth: number;
  /** "throw", or a command about the upload that the event reports. */
  readonly act:
    | "throw"
    | "remove"
    | "cancel"
    | "pause"
    | "resume"
    | "retry"
    | "clear"
    | "pauseAll"
    | "add"
    | "dispose"
    | "unlisten"
    | "restore"
    /** Throws what is no error. */
    | "throwNothing"
    /** Keeps the page busy for seconds. */
    | "dawdle";
}

/** The items of one kind, in their order. */
export function itemsOf<K extends Item["kind"]>(scenario: Scenario, kind: K): Extract<Item, { kind: K }>[] {
  return scenario.items.filter((item): item is Extract<Item, { kind: K }> => item.kind === kind);
}

/** Whether the store fails to delete records, so that an upload that is over may be found once more. */
export function keepsRecords(scenario: Scenario): boolean {
  return itemsOf(scenario, "fault").some(({ op, effect }) => op === "forget" && effect.name === "reject");
}
