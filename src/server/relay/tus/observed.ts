import { withHeaders } from "../../endpoint/reply.ts";
import type { ServerEvent } from "../../events.ts";
import { REQUEST_ID, requestIdOf } from "../../request-id.ts";
import type { Lifecycle } from "../lifecycle.ts";
import type { HandleTus } from "./endpoint.ts";
import type { Respond } from "./node-listener.ts";

export interface ObservedParts {
  readonly lifecycle: Lifecycle;
  readonly emit: (event: ServerEvent) => void;
}

/** Gives each response its request id, reports it as an event, and counts requests that are running. */
export function observed(handle: HandleTus, { lifecycle, emit }: ObservedParts): Respond {
  return (request, body) => {
    const startedAt = Date.now();
    const requestId = requestIdOf(request.headers);
    const about = { requestId, fileId: null as string | null };
    const responding = handle(request, body, about).then((response) => {
      const offset = response.headers.get("upload-offset");
      emit({
        type: "relay",
        requestId,
        method: request.method,
        fileId: about.fileId,
        status: response.status,
        code: response.headers.get("x-lightfield-code"),
        offset: offset === null ? null : Number(offset),
        durationMs: Date.now() - startedAt,
      });
      // After its last response this instance accepts no further request on the connection.
      const end = lifecycle.isClosing() ? { connection: "close" } : {};
      return withHeaders(response, { [REQUEST_ID]: requestId, ...end });
    });
    return lifecycle.track(responding);
  };
}
