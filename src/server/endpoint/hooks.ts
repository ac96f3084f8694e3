import type { FileReply } from "../../host/protocol.ts";
import type { LightfieldClient } from "../lightfield/client.ts";
import { TIMED_OUT, within } from "../within.ts";

/** Argument of a hook: one event in the life of a file. */
export interface FileEvent {
  readonly file: FileReply;
  /** The user's `subject` from `authorize`; "" if it gave none. */
  readonly subject: string;
  /**
   * The `context` that the page sent with this session. It is read from the file's token, so it cannot change within
   * one session, but it comes from the browser: check what this user may do with it. Creating the session again with
   * the same idempotency key and another context gives a second token with that context. Undefined if the page sent
   * none, and for a cancel from a list.
   */
  readonly context: unknown;
  readonly request: Request;
  /** The endpoint's Lightfield client, for additional calls. */
  readonly client: LightfieldClient;
}

export type FileHook = (event: FileEvent) => void | Promise<void>;

/**
 * Callbacks for events of a file. An error in a hook goes to `onError` and does not fail the call. The response waits
 * for the hook, because some platforms stop a handler after its response, but not longer than `hookTimeoutMs`.
 */
export interface FileHooks {
  /** Called when a session was created and nothing is uploaded yet. A retried request calls it again. */
  readonly onCreated?: FileHook | undefined;
  /**
   * Called when Lightfield has the complete, verified file. Called at least once: a browser that lost the response
   * retries, so make the hook safe to repeat (by the file's id).
   */
  readonly onCompleted?: FileHook | undefined;
  /** Called when the user cancelled the upload. */
  readonly onCancelled?: FileHook | undefined;
  /** Maximum time that a response waits for a hook, in milliseconds. Default 10,000. */
  readonly hookTimeoutMs?: number | undefined;
}

type HookName = Exclude<keyof FileHooks, "hookTimeoutMs">;
export type RunHook = (name: HookName, event: Omit<FileEvent, "client">) => Promise<void>;

/** Creates a function that runs hooks and reports their errors instead of throwing them. */
export function createRunHook(hooks: FileHooks, client: LightfieldClient, report: (error: unknown) => void): RunHook {
  const timeoutMs = hooks.hookTimeoutMs ?? 10_000;

  return async (name, event) => {
    const hook = hooks[name];
    if (!hook) return;
    const failed = (cause: unknown) =>
      report(new Error(`${name} failed for ${event.file.id}; the file itself is not affected`, { cause }));
    const work = Promise.resolve()
      .then(() => hook({ ...event, client }))
      .catch(failed);
    if ((await within(timeoutMs, work)) !== TIMED_OUT) return;
    report(
      new Error(`${name} for ${event.file.id} takes longer than ${timeoutMs} ms; the response did not wait for it`),
    );
  };
}
