import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { RequestFile } from "../api/request-file.ts";
import type { Fault } from "../faults/faults.ts";
import type { OpenEntry } from "../request-log.ts";

/** One request at a front, with its fault. */
export interface Exchange {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  /** Kept separately: when a pipeline fails, the request loses its socket. */
  readonly socket: Socket;
  readonly entry: OpenEntry;
  readonly file: RequestFile;
  readonly fault: Fault | null;
  /** Ends the file's session at Lightfield. */
  readonly expire: () => void;
}
