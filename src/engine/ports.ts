/**
 * Everything the engine needs from the world, on one page. An adapter implements one of these by one mechanism;
 * the composition root (`create-uploader.ts`) puts them together. Adapters throw `UploadError` and nothing else,
 * except the reason of an aborted signal.
 */

import type { Inspection } from "./inspection.ts";

/** What the host granted for one file. Times are epoch milliseconds. */
export interface Session {
  readonly id: string;
  /** The name under which the file will be known; Lightfield may have changed it. */
  readonly filename: string;
  readonly expiresAt: number | null;
  /** Opaque, sent back to the host with every later call for this file. */
  readonly token: string | null;
  readonly transfer: Transfer;
}

/** How the bytes travel. A new kind is a new adapter. */
export type Transfer = PutTransfer | TusTransfer;

/** One presigned PUT (Files API, "upload"): exactly these headers, nothing else. */
export interface PutTransfer {
  readonly kind: "put";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A tus 1.0 upload that the host created. */
export interface TusTransfer {
  readonly kind: "tus";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes per PATCH; null means one long PATCH. */
  readonly chunkBytes: number | null;
  /** Bytes that the server has at the start: more than 0 when those of an earlier session were kept. */
  readonly offset: number;
  /** The server's checksum extension, as far as the host says that it offers it; null for none. */
  readonly checksum: "md5" | null;
}

export type FileStatus = "PENDING" | "COMPLETED" | "CANCELLED" | "EXPIRED";

/** A file as Lightfield reports it. Times are epoch milliseconds. */
export interface RemoteFile {
  readonly id: string;
  readonly filename: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly status: FileStatus;
  readonly createdAt: number | null;
  readonly completedAt: number | null;
  readonly expiresAt: number | null;
}

export interface CreateRequest {
  readonly filename: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly purpose: string | null;
  /** Any JSON of the page's, for the host's hooks. */
  readonly context: unknown;
  /** The session whose place the new one takes: the host may be able to keep the bytes that it has confirmed. */
  readonly replaces: Session | null;
  /** The same for every repetition of one request, so that a lost answer never makes two sessions. */
  readonly idempotencyKey: string;
}

/** The developer's server. Every call is one request: repeating is the engine's business. */
export interface Host {
  create(request: CreateRequest, signal: AbortSignal): Promise<Session>;
  complete(session: Session, md5: string, signal: AbortSignal): Promise<RemoteFile>;
  /** Asked for also while the page goes away, so it must survive that where the browser lets it. */
  cancel(session: Session, signal: AbortSignal): Promise<RemoteFile>;
  retrieve(session: Session, signal: AbortSignal): Promise<RemoteFile>;
}

export interface TransferRequest<T extends Transfer = Transfer> {
  readonly file: Blob;
  readonly transfer: T;
  /** Bytes that the server is known to have; 0 at the start. */
  readonly confirmed: number;
  /** More may have arrived since `confirmed` was told: a resumable transport asks the server before it sends. */
  readonly resuming: boolean;
  readonly signal: AbortSignal;
  /** Bytes of the file that left the browser. Display only. */
  onSent(sentBytes: number): void;
  /** Bytes that the server says it has. */
  onConfirmed(confirmedBytes: number): void;
}

export interface Transport<K extends Transfer["kind"] = Transfer["kind"]> {
  readonly kind: K;
  /** Whether a cut transfer goes on from the confirmed byte (true) or starts over (false). */
  readonly resumable: boolean;
  /** Resolves when the server has every byte. One try: repeating is the engine's business. */
  send(request: TransferRequest<Extract<Transfer, { kind: K }>>): Promise<void>;
  /** Bytes that the server says it has, while nothing is being sent. One try. */
  askConfirmed?(question: OffsetQuestion<Extract<Transfer, { kind: K }>>): Promise<number>;
  /** Tells the server that nobody wants the bytes any more, so that it need not wait for them to expire. */
  terminate?(transfer: Extract<Transfer, { kind: K }>, signal: AbortSignal): Promise<void>;
}

/** What a resumable transport is asked while nothing is under way. */
export interface OffsetQuestion<T extends Transfer = Transfer> {
  readonly file: Blob;
  readonly transfer: T;
  readonly signal: AbortSignal;
}

/** One transport for every kind: a new kind of transfer does not compile until it has one. */
export type Transports = { readonly [K in Transfer["kind"]]?: Transport<K> };

export interface Hasher {
  /**
   * The MD5 of the whole file as 32 lower-case hex digits. Runs beside the transfer.
   * Throws `file-unreadable` when the file cannot be read any more.
   */
  md5(file: Blob, signal: AbortSignal): Promise<string>;
  /** Gives back the worker, if any. The next `md5` starts a new one. */
  dispose(): void;
}

/** By what a file is known again. The engine never trusts a name alone. */
export interface FileIdentity {
  readonly name: string;
  readonly sizeBytes: number;
  /** Epoch milliseconds, as the file system says. */
  readonly lastModified: number;
  /** A digest over samples of the content (`fingerprint.ts`). */
  readonly fingerprint: string;
}

/** What outlives the page of one resumable upload. */
export interface Checkpoint {
  readonly session: Session;
  readonly file: FileIdentity;
  readonly mimeType: string;
  /** The endpoint that made the session. */
  readonly scope: string;
  /** An upload goes on only for the same purpose and context. */
  readonly purpose: string | null;
  /** As JSON, so that it can be compared; "" for none. */
  readonly context: string;
  readonly confirmed: number;
  /** Epoch milliseconds. */
  readonly savedAt: number;
  /** The browser kept a handle, by which the file can be opened again without being chosen. */
  readonly reopenable: boolean;
}

/**
 * Keeps checkpoints beyond the life of the page. A browser that keeps nothing (private mode, no storage left) is no
 * error: nothing is found later, and that is all. No method rejects.
 */
export interface CheckpointStore {
  list(scope: string): Promise<readonly Checkpoint[]>;
  /** Replaces the one of the same session. */
  save(checkpoint: Omit<Checkpoint, "reopenable">, handle?: FileSystemFileHandle): Promise<void>;
  remove(sessionId: string): Promise<void>;
  /**
   * The file of a checkpoint, by its handle. Browsers may ask the user for permission, and do so only during a click.
   * null when there is no handle, no permission or no file any more.
   */
  reopen(sessionId: string): Promise<File | null>;
}

/** Mutual exclusion between the tabs of one origin. */
export interface Locks {
  /** Takes the lock if it is free, until the returned function is called or the tab is gone; null when it is taken. */
  tryAcquire(name: string): Promise<(() => void) | null>;
  /** Whether nobody holds it. Only looks: no other tab is refused the lock meanwhile. */
  isFree(name: string): Promise<boolean>;
}

export interface Connectivity {
  readonly online: boolean;
  /** Calls back on every change; returns how to stop. */
  subscribe(onChange: () => void): () => void;
}

/** Looks at files before they are sent. What it rejects with is nobody's business. */
export interface Inspector {
  inspect(file: File): Promise<Inspection>;
}

/** Time and chance, given in so that policies can be tested. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Resolves after `ms`; rejects with the signal's reason when it is aborted first. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** In [0, 1). */
  random(): number;
}

export interface Ports {
  readonly host: Host;
  readonly transports: Transports;
  readonly hasher: Hasher;
  readonly connectivity: Connectivity;
  readonly clock: Clock;
  readonly checkpoints: CheckpointStore;
  readonly locks: Locks;
  /** Without one no file is inspected. */
  readonly inspector?: Inspector;
  /** Receives what a callback of the page throws (a listener, the context function): it stops nothing else. */
  reportError?(error: unknown): void;
  /** A unique, unguessable string (idempotency keys, ids). */
  randomId(): string;
}
