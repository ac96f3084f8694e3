import type { FileReply } from "../../host/protocol.ts";
import type { LightfieldClient } from "../lightfield/client.ts";

/** One thing that happened to a file, as a hook is told of it. */
export interface FileEvent {
  readonly file: FileReply;
  /** Who `authorize` said the user is; "" when it did not say. */
  readonly subject: string;
  /**
   * What the page set as `context` when the session was made. It comes out of the file's token, so nobody can exchange
   * it later, but it is still the browser's word: check what this user may do with it. Undefined when there was none,
   * and for a cancel from a list.
   */
  readonly context: unknown;
  readonly request: Request;
  /** The endpoint's own connection to Lightfield, for calls of yours. */
  readonly client: LightfieldClient;
}

export type FileHook = (event: FileEvent) => void | Promise<void>;

/**
 * Told of what happened to a file. A hook that fails does not fail the call, for the file is safe: it is reported to
 * `onError`. The answer waits for a hook, because some platforms end a handler with its answer, but not for longer than
 * `hookTimeoutMs`.
 */
export interface FileHooks {
  /** A session was made; nothing is uploaded yet. Again for a request that is repeated. */
  readonly onCreated?: FileHook | undefined;
  /**
   * Lightfield has the file, checked. At least once: again when the browser asks again because it lost the answer, so
   * make it safe to repeat (by the file's id).
   */
  readonly onCompleted?: FileHook | undefined;
  /** The user gave the upload up. */
  readonly onCancelled?: FileHook | undefined;
  /** How long an answer waits for a hook, in milliseconds. Default 10,000. */
  readonly hookTimeoutMs?: number | undefined;
}

type HookName = Exclude<keyof FileHooks, "hookTimeoutMs">;
export type RunHook = (name: HookName, event: Omit<FileEvent, "client">) => Promise<void>;

/** Runs hooks so that none of their failures reaches the call. */
export function createRunHook(hooks: FileHooks, client: LightfieldClient, tell: (error: unknown) => void): RunHook {
  const timeoutMs = hooks.hookTimeoutMs ?? 10_000;

  return async (name, event) => {
    const hook = hooks[name];
    if (!hook) return;
    const failed = (cause: unknown) =>
      tell(new Error(`${name} failed for ${event.file.id}; the file itself is not affected`, { cause }));
    const work = Promise.resolve()
      .then(() => hook({ ...event, client }))
      .catch(failed);
    const late = () =>
      tell(new Error(`${name} is not through with ${event.file.id} after ${timeoutMs} ms; its call was answered`));
    await atMost(work, timeoutMs, late);
  };
}

function atMost(work: Promise<void>, ms: number, onLate: () => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      onLate();
      resolve();
    }, ms);
    work.finally(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
