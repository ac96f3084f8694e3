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

/** Within this time after a session's end its file can still be asked after, completed late or replaced. */
const GRACE_MS = 24 * 3_600_000;

export interface PerformParts {
  readonly client: LightfieldClient;
  readonly tokens: FileTokens;
  readonly runHook: RunHook;
  readonly limits: SubjectLimits;
  readonly transfer: TokenEndpointOptions["transfer"];
}

/** Who asks, and by what right. */
export interface Asker {
  readonly request: Request;
  readonly grant: GrantLimits;
  readonly subject: string;
  /** The file's token as it came, not yet verified. */
  readonly token: string | null;
}

type Create = Extract<HostCall, { action: "create" }>;
type List = Extract<HostCall, { action: "list" }>;

/** Does what was asked, if the file's token allows it. What `authorize` grants has been checked before. */
export function createPerform({ client, tokens, runHook, limits, transfer }: PerformParts) {
  return async function perform(call: HostCall, asker: Asker): Promise<ApiAnswer> {
    switch (call.action) {
      case "create":
        return create(call, asker);
      case "complete": {
        const claims = await prove(call.fileId, asker, "upload");
        const answer = await client.completeFile(call.fileId, call.body);
        await tellHook("onCompleted", answer.value, asker, claims);
        return answer;
      }
      case "cancel": {
        const claims = await prove(call.fileId, asker, "cancel");
        const answer = await client.cancelFile(call.fileId);
        await tellHook("onCancelled", answer.value, asker, claims);
        return answer;
      }
      case "retrieve":
        return retrieve(call.fileId, asker);
      case "list":
        return list(call, asker);
      case "url":
        await proveRead(call.fileId, asker);
        return client.fileUrl(call.fileId);
    }
  };

  async function create({ body, idempotencyKey }: Create, asker: Asker): Promise<ApiAnswer<SessionReply>> {
    const { request, subject, grant } = asker;
    // The page's context is for the hooks of this server, and Lightfield knows nothing of sessions that are replaced.
    const { context, replaces: claimed, ...file } = body;
    const replaces = claimed === undefined ? null : await proveReplaced(claimed, asker);
    const key = await subjectKey(subject, idempotencyKey);
    const created = await limits.withinDay(subject, grant.maxFilesPerDay, () => client.createFile(file, key));
    const { uploadUrl: _url, uploadHeaders: _headers, ...session } = created.value;
    const token = await tokens.sign({ fileId: session.id, subject, expiresAt: tokenEnd(session), context });
    const value: CreateReply = { ...created.value, token };
    const other = await transferOf(value, { request, subject, token, replaces });
    await runHook("onCreated", { file: session, subject, context, request });
    // The presigned URL would lead past a transfer of the host's own, so it stays here.
    return { ...created, value: other ? { ...session, token, transfer: other } : value };
  }

  /** A session whose bytes find no way is of no use: it is not left behind, unless the same request may yet succeed. */
  async function transferOf(file: CreateReply, call: TransferCall): Promise<WireTransfer | undefined> {
    try {
      return await transfer?.(file, call);
    } catch (error) {
      if (error instanceof ApiError && error.status < 500) await client.cancelFile(file.id).catch(() => {});
      throw error;
    }
  }

  async function retrieve(fileId: string, asker: Asker): Promise<ApiAnswer<FileReply>> {
    const claims = await proveRead(fileId, asker);
    const answer = await client.retrieveFile(fileId);
    // Who uploads and asks has lost the answer to complete, and this server perhaps the moment to run the hook.
    if (answer.value.status === "COMPLETED" && claims?.may === "upload") {
      await tellHook("onCompleted", answer.value, asker, claims);
    }
    return answer;
  }

  async function list(call: List, { grant, subject }: Asker): Promise<ApiAnswer<ListReply>> {
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

  function prove(fileId: string, { subject, token }: Asker, may: TokenPower) {
    return tokens.verify(token, { fileId, subject, may }, Date.now());
  }

  /** Who may read the whole workspace needs no token. */
  async function proveRead(fileId: string, asker: Asker): Promise<FileTokenClaims | null> {
    if (asker.grant.reads === true && asker.token === null) return null;
    return prove(fileId, asker, "read");
  }

  /**
   * A token proves whose a session was also after its time: that is when sessions are replaced. What cannot be proven
   * (the secret is gone, another user has signed in) is ignored, for it grants nothing, and the file is just sent anew.
   */
  async function proveReplaced(fileId: string, { subject, token }: Asker): Promise<string | null> {
    const proof = tokens.verify(token, { fileId, subject }, Number.NEGATIVE_INFINITY);
    return proof.then(
      () => fileId,
      () => null,
    );
  }

  function tellHook(
    name: "onCompleted" | "onCancelled",
    file: FileReply,
    { request }: Asker,
    { subject, context }: FileTokenClaims,
  ): Promise<void> {
    return runHook(name, { file, subject, context, request });
  }
}

/** A file without an end of its own (it is completed, say) can be asked after for a day. */
function tokenEnd({ expiresAt }: FileReply): number {
  const end = Date.parse(expiresAt ?? "");
  return (Number.isNaN(end) ? Date.now() : end) + GRACE_MS;
}
