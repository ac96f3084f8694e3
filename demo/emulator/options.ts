import type { IncomingMessage, RequestListener } from "node:http";
import type { ApiKey } from "./api/keys.ts";
import type { FaultList } from "./faults/faults.ts";
import type { Limits } from "./limits.ts";
import type { RequestLog, RequestLogEntry } from "./request-log.ts";
import type { AllowedOrigins } from "./storage/cors.ts";
import type { StoredFile } from "./storage/file-record.ts";
import type { StoredMeeting } from "./storage/meeting-record.ts";

export interface EmulatorOptions {
  /** Holds everything: start again with the same folder and nothing is lost. */
  readonly dataDir: string;
  /** 0, the default, takes any free port. */
  readonly apiPort?: number;
  /** 0, the default, takes any free port. */
  readonly storagePort?: number;
  /** One key with every scope unless told. */
  readonly apiKeys?: readonly ApiKey[];
  /** The pages that storage lets in; "*", the default, lets in every one. */
  readonly allowedOrigins?: AllowedOrigins;
  readonly limits?: Partial<Limits>;
  /** Epoch milliseconds; the real time unless told. */
  readonly now?: () => number;
  /** Called when a request is over. */
  readonly log?: (line: RequestLogEntry) => void;
}

export interface FrontOptions {
  /** The file that a request is about, by its id or its name; null when it is about none. */
  readonly fileOf?: (req: IncomingMessage) => string | null;
  /** Which requests are for the front; the others go straight to the listener, unlogged. All unless told. */
  readonly concerns?: (req: IncomingMessage) => boolean;
}

export interface RunningEmulator {
  /** The endpoints are under `/v1`. */
  readonly apiUrl: string;
  readonly storageUrl: string;
  /** The first of the keys. */
  readonly apiKey: string;
  readonly faults: FaultList;
  readonly requests: RequestLog;
  /** All sessions, oldest first. */
  files(): readonly StoredFile[];
  /** All meetings, oldest first. */
  meetings(): readonly StoredMeeting[];
  /** Where a file's bytes lie on disk; null when it has no object. */
  objectPath(fileId: string): string | null;
  setLimits(limits: Partial<Limits>): void;
  setAllowedOrigins(origins: AllowedOrigins): void;
  /**
   * Puts the faults at "relay", and the request log, between browsers and an upload server of yours: serve what this
   * gives in its place. `expire` ends the session of `fileOf`'s file.
   */
  frontFor(listener: RequestListener, options?: FrontOptions): RequestListener;
  /** Ends a pending session before its time. */
  expire(fileId: string): void;
  /** Moves the clock forward. */
  advance(ms: number): void;
  /** Cuts every connection and stops listening. */
  close(): Promise<void>;
}
