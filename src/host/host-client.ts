import type { Host, RemoteFile } from "../engine/ports.ts";
import type { FileRef } from "../engine/session/host-files.ts";
import { type Call, createAsk, type HostClientOptions } from "./endpoint.ts";
import { parseRemoteFile, parseSession } from "./parse.ts";
import type { CreateBody } from "./protocol.ts";

export type { EndpointFunctions, FunctionRefusal, HeadersSource, HostClientOptions } from "./endpoint.ts";

/** The engine's host. It asks less of a file than a whole session, so that a listed file will do. */
export interface HostClient extends Pick<Host, "create"> {
  complete(file: FileRef, md5: string | null, signal?: AbortSignal): Promise<RemoteFile>;
  cancel(file: FileRef, signal?: AbortSignal): Promise<RemoteFile>;
  retrieve(file: FileRef, signal?: AbortSignal): Promise<RemoteFile>;
}

/** The developer's server, one request a call. */
export function createHostClient(options: HostClientOptions): HostClient {
  const ask = createAsk(options);
  const askFile = async (call: Call, signal?: AbortSignal) => parseRemoteFile(await ask(call, signal));

  return {
    async create({ idempotencyKey, purpose, context, replaces, ...file }, signal) {
      const body: CreateBody = {
        ...file,
        ...(purpose && { purpose }),
        ...(context != null && { context }),
        ...(replaces && { replaces: replaces.id }),
      };
      return parseSession(await ask({ verb: "create", body, idempotencyKey, file: replaces }, signal));
    },
    complete: (file, md5, signal) => askFile({ verb: "complete", file, body: md5 === null ? {} : { md5 } }, signal),
    cancel: (file, signal) => askFile({ verb: "cancel", file }, signal),
    retrieve: (file, signal) => askFile({ verb: "retrieve", file }, signal),
  };
}
