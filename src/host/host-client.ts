import type { Host, RemoteFile } from "../engine/ports.ts";
import type { FileRef } from "../engine/session/host-files.ts";
import { attentiveFetch } from "./attentive-fetch.ts";
import { type Call, createCallEndpoint, type HostClientOptions } from "./endpoint.ts";
import { parseRemoteFile, parseSession } from "./parse.ts";
import type { CreateBody } from "./protocol.ts";

export type { EndpointFunctions, FunctionRefusal, HeadersSource, HostClientOptions } from "./endpoint.ts";

/** The engine's `Host`, but its calls also accept a listed file instead of a whole session. */
export interface HostClient extends Pick<Host, "create"> {
  complete(file: FileRef, md5: string | null, signal?: AbortSignal): Promise<RemoteFile>;
  cancel(file: FileRef, signal?: AbortSignal): Promise<RemoteFile>;
  retrieve(file: FileRef, signal?: AbortSignal): Promise<RemoteFile>;
}

/** Client for the endpoint on the developer's server. Each call is one request. */
export function createHostClient(options: HostClientOptions): HostClient {
  const call = createCallEndpoint({ ...options, fetch: attentiveFetch(options.fetch) });
  const callForFile = async (about: Call, signal?: AbortSignal) => parseRemoteFile(await call(about, signal));

  return {
    async create({ idempotencyKey, purpose, context, replaces, ...file }, signal) {
      const body: CreateBody = {
        ...file,
        ...(purpose && { purpose }),
        ...(context != null && { context }),
        ...(replaces && { replaces: replaces.id }),
      };
      return parseSession(await call({ verb: "create", body, idempotencyKey, file: replaces }, signal));
    },
    complete: (file, md5, signal) => callForFile({ verb: "complete", file, body: md5 === null ? {} : { md5 } }, signal),
    cancel: (file, signal) => callForFile({ verb: "cancel", file }, signal),
    retrieve: (file, signal) => callForFile({ verb: "retrieve", file }, signal),
  };
}
