import type { CreateReply, FileReply, ListReply, SessionReply, WireTransfer } from "../../host/protocol.ts";
import { ApiError } from "../api-error.ts";
import type { LightfieldClient } from "../lightfield/client.ts";
import type { ApiAnswer } from "../lightfield/request.ts";
import type { SubjectLimits } from "../limits/subject-limits.ts";
import type { FileTokenClaims, FileTokens, TokenPower } from "../tokens/file-token.ts";
import type { GrantLimits } from "./grant.ts";
import type { RunHook } from "./hooks.ts";
import type { TokenEndpointOptions, TransferCall } from "./options.ts";
import type { HostCall } from "./read-call.ts";
import { listReadable } from "./readable-files.ts";
import { subjectKey } from "./subject-key.ts";

/** Time after the end of a session in which its file can still be queried, completed late or replaced. */
const GRACE_MS = 24 * 3_600_000;

export interface PerformParts {
  readonly tokens: FileTokens;
  readonly runHook: RunHook;
  readonly limits: SubjectLimits;
  readonly transfer: TokenEndpointOptions["transfer"];
  /** Origin of this server for browsers; null if it is the one of each request. */
  readonly publicOrigin: string | null;
}

/** The user who makes a call, and their permissions. */
export interface Caller {
  readonly request: Request;
  /** Lightfield for this call: it stops when the browser disconnects, and takes turns between subjects. */
  readonly client: LightfieldClient;
  readonly grant: GrantLimits;
  readonly subject: string;
  /** The file token of the request, not yet verified; null if there is none. */
  readonly token: string | null;
}

type Create = Extract<HostCall, { action: "create" }>;
type List = Extract<HostCall, { action: "list" }>;

/** Performs a call if the file token permits it. The grant of `authorize` has been checked before. */
export function createPerform({ tokens, runHook, limits, transfer: chooseTransfer, publicOrigin }: PerformParts) {
  return async function perform(call: HostCall, caller: Caller): Promise<ApiAnswer> {
    switch (call.action) {
      case "create":
        return create(call, caller);
      case "complete": {
        const claims = await verify(call.fileId, caller, "upload");
        const answer = await caller.client.completeFile(call.fileId, call.body);
        await notify("onCompleted", answer.value, caller, claims);
        return answer;
      }
      case "cancel": {
        const claims = await verify(call.fileId, caller, "cancel");
        const answer = await caller.client.cancelFile(call.fileId);
        await notify("onCancelled", answer.value, caller, claims);
        return answer;
      }
      case "retrieve":
        return retrieve(call.fileId, caller);
      case "list":
        return list(call, caller);
      case "url":
        await verifyRead(call.fileId, caller);
        return caller.client.fileUrl(call.fileId);
    }
  };

  async function create({ body, idempotencyKey }: Create, caller: Caller): Promise<ApiAnswer<SessionReply>> {
    const { request, client, subject, grant } = caller;
    // The context is for this server's hooks, and Lightfield does not know about replaced sessions.
    const { context, replaces: claimed, ...file } = body;
    const replaces = claimed === undefined ? null : await verifyReplaced(claimed, caller);
    const key = await subjectKey(subject, idempotencyKey);
    const quota = { maxFiles: grant.maxFilesPerDay, key };
    // A session counts only if the user gets it, so the option `transfer`, which may refuse, is called inside.
    return limits.withinDay(subject, quota, async () => {
      const created = await client.createFile(file, key);
      const { uploadUrl: _url, uploadHeaders: _headers, ...session } = created.value;
      const token = await tokens.sign({ fileId: session.id, subject, expiresAt: tokenEnd(session), context });
      const value: CreateReply = { ...created.value, token };
      const transfer = await transferOf(client, value, { request, subject, token, replaces, publicOrigin });
      await runHook("onCreated", { file: session, subject, context, request });
      // With the option `transfer`, the presigned URL stays on the server, because it would bypass that transfer.
      return { ...created, value: transfer ? { ...session, token, transfer } : value };
    });
  }

  /**
   * Calls the option `transfer`. If it refuses permanently, the session is cancelled; after a 5xx a retry may succeed.
   */
  async function transferOf(
    client: LightfieldClient,
    file: CreateReply,
    call: TransferCall,
  ): Promise<WireTransfer | undefined> {
    try {
      return await chooseTransfer?.(file, call);
    } catch (error) {
      if (error instanceof ApiError && error.status < 500) await client.cancelFile(file.id).catch(() => {});
      throw error;
    }
  }

  async function retrieve(fileId: string, caller: Caller): Promise<ApiAnswer<FileReply>> {
    const claims = await verifyRead(fileId, caller);
    const answer = await caller.client.retrieveFile(fileId);
    // The uploader queries the status when it has lost the response to complete, so the hook may not have run either.
    if (answer.value.status === "COMPLETED" && claims?.may === "upload") {
      await notify("onCompleted", answer.value, caller, claims);
    }
    return answer;
  }

  async function list(call: List, { client, grant, subject }: Caller): Promise<ApiAnswer<ListReply>> {
    const answer = await listReadable(client, grant.reads, call);
    const may: TokenPower = grant.reads === true && grant.cancels !== "any" ? "read" : "cancel";
    const data = await Promise.all(
      answer.value.data.map(async (file) => ({
        ...file,
        token: await tokens.sign({ fileId: file.id, subject, expiresAt: tokenEnd(file), may }),
      })),
    );
    return { ...answer, value: { ...answer.value, data } };
  }

  function verify(fileId: string, { subject, token }: Caller, may: TokenPower) {
    return tokens.verify(token, { fileId, subject, may }, Date.now());
  }

  /** Verifies the token for reading. Users who may read the whole workspace need none; then the claims are null. */
  async function verifyRead(fileId: string, caller: Caller): Promise<FileTokenClaims | null> {
    if (caller.grant.reads === true && caller.token === null) return null;
    return verify(fileId, caller, "read");
  }

  /**
   * Verifies that the replaced session belonged to this user. Expired tokens are accepted, since sessions are replaced
   * after they expire. Null if the token does not prove it (the secret was changed, or another user has signed in):
   * then the file is sent again from the start.
   */
  async function verifyReplaced(fileId: string, { subject, token }: Caller): Promise<string | null> {
    const proof = tokens.verify(token, { fileId, subject }, Number.NEGATIVE_INFINITY);
    return proof.then(
      () => fileId,
      () => null,
    );
  }

  function notify(
    name: "onCompleted" | "onCancelled",
    file: FileReply,
    { request }: Caller,
    { subject, context }: FileTokenClaims,
  ): Promise<void> {
    return runHook(name, { file, subject, context, request });
  }
}

/**
 * End of a token's validity, a day after the session's. A file without an expiry (completed, for example) gets a day
 * from now.
 */
function tokenEnd({ expiresAt }: FileReply): number {
  const end = Date.parse(expiresAt ?? "");
  return (Number.isNaN(end) ? Date.now() : end) + GRACE_MS;
}
