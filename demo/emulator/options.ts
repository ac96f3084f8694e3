import type { IncomingMessage, RequestListener } from "node:http";
import type { ApiKey } from "./api/keys.ts";
import type { FaultList } from "./faults/faults.ts";
import type { Limits } from "./limits.ts";
import type { RequestLog, RequestLogEntry } from "./request-log.ts";
import type { AllowedOrigins } from "./storage/cors.ts";
import type { StoredFile } from "./storage/file-record.ts";
import type { StoredMeeting } from "./storage/meeting-record.ts";

export interface EmulatorOptions {
  /** Folder for all data. A restart with the same folder keeps all data. */
  readonly dataDir: string;
  /** Port of the API. Default 0: any free port. */
  readonly apiPort?: number;
  /** Port of storage. Default 0: any free port. */
  readonly storagePort?: number;
  /** API keys. Default: one key with every scope. */
  readonly apiKeys?: readonly ApiKey[];
  /** Origins of pages that storage allows. Default "*": all. */
  readonly allowedOrigins?: AllowedOrigins;
  readonly limits?: Partial<Limits>;
  /** Clock, in epoch milliseconds. Default: the real time. */
  readonly now?: () => number;
  /** Called at the end of each request. */
  readonly log?: (line: RequestLogEntry) => void;
}

export interface FrontOptions {
  /** Id or name of the file of a request; null if it has none. */
  readonly fileOf?: (req: IncomingMessage) => string | null;
  /**
   * Selects the requests that the front handles; others go directly to the listener and are not logged. Default: all.
   */
  readonly concerns?: (req: IncomingMessage) => boolean;
}

export interface RunningEmulator {
  /** Address of the API; its endpoints are under `/v1`. */
  readonly apiUrl: string;
  readonly storageUrl: string;
  /** The first API key. */
  readonly apiKey: string;
  readonly faults: FaultList;
  readonly requests: RequestLog;
  /** All sessions, oldest first. */
  files(): readonly StoredFile[];
  /** All meetings, oldest first. */
  meetings(): readonly StoredMeeting[];
  /** Path of a file's bytes on disk; null if there is no object. */
  objectPath(fileId: string): string | null;
  setLimits(limits: Partial<Limits>): void;
  setAllowedOrigins(origins: AllowedOrigins): void;
  /**
   * Adds the faults at "relay" and the request log to the developer's upload server: serve the returned listener instead
   * of the given one. `expire` ends the session of `fileOf`'s file.
   */
  frontFor(listener: RequestListener, options?: FrontOptions): RequestListener;
  /** Expires a pending session at once. */
  expire(fileId: string): void;
  /** Moves the clock forward. */
  advance(ms: number): void;
  /** Closes all connections and stops listening. */
  close(): Promise<void>;
}
