/**
 * Ports: everything that the engine needs from its environment, on one page. An adapter implements one of them by one
 * mechanism; the composition root (`create-uploader.ts`) puts them together. Adapters throw `UploadError` and nothing
 * else, except the reason of an aborted signal.
 */

import type { Inspection } from "./inspection.ts";

/** Session that the host created for one file. Times are epoch milliseconds. */
export interface Session {
  readonly id: string;
  /** Name under which the file is stored; Lightfield may have changed it. */
  readonly filename: string;
  readonly expiresAt: number | null;
  /** Opaque text, sent back to the host with every later call for this file; null when the host wants none. */
  readonly token: string | null;
  readonly transfer: Transfer;
}

/** How the bytes are sent. A new kind is a new adapter. */
export type Transfer = PutTransfer | TusTransfer;

/** One presigned PUT with exactly these headers (Files API, "upload"). */
export interface PutTransfer {
  readonly kind: "put";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A tus 1.0 upload that the endpoint created. */
export interface TusTransfer {
  readonly kind: "tus";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes per PATCH; null means one long PATCH. */
  readonly chunkBytes: number | null;
  /** Bytes that the server has at the start: more than 0 when it kept those of an earlier session. */
  readonly offset: number;
  /** Checksum extension of the server, as reported by the host; null for none. */
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
  /** Any JSON that the page sets for the host's hooks. */
  readonly context: unknown;
  /** Session that the new one takes the place of: the host may be able to keep its confirmed bytes. null for none. */
  readonly replaces: Session | null;
  /** Key that is the same for every repetition of one request, so that a lost answer never creates two sessions. */
  readonly idempotencyKey: string;
}

/** The developer's server. Every call is one request; the engine repeats it if need be. */
export interface Host {
  create(request: CreateRequest, signal: AbortSignal): Promise<Session>;
  complete(session: Session, md5: string, signal: AbortSignal): Promise<RemoteFile>;
  /** Also called while the page is being closed, so the request must outlive the page where the browser allows it. */
  cancel(session: Session, signal: AbortSignal): Promise<RemoteFile>;
  retrieve(session: Session, signal: AbortSignal): Promise<RemoteFile>;
}

export interface TransferRequest<T extends Transfer = Transfer> {
  readonly file: Blob;
  readonly transfer: T;
  /** Bytes that the server has for certain; 0 at the start. */
  readonly confirmed: number;
  /** The server may have more than `confirmed`: a resumable transport asks it before it sends. */
  readonly resuming: boolean;
  readonly signal: AbortSignal;
  /**
   * Called with the number of bytes that have left the browser; null while the browser does not report it, as under a page's
   * service worker. Display only.
   */
  onSent(sentBytes: number | null): void;
  /** Bytes that the server says it has. */
  onConfirmed(confirmedBytes: number): void;
}

export interface Transport<K extends Transfer["kind"] = Transfer["kind"]> {
  readonly kind: K;
  /** Whether an interrupted transfer resumes from the confirmed byte (true) or restarts (false). */
  readonly resumable: boolean;
  /** Resolves when the server has every byte. One try; the engine repeats it if need be. */
  send(request: TransferRequest<Extract<Transfer, { kind: K }>>): Promise<void>;
  /** Resolves with the confirmed bytes, while nothing is being sent. Makes one attempt. */
  askConfirmed?(question: OffsetQuestion<Extract<Transfer, { kind: K }>>): Promise<number>;
  /** Deletes the bytes at the server, which would otherwise keep them until they expire. */
  terminate?(transfer: Extract<Transfer, { kind: K }>, signal: AbortSignal): Promise<void>;
}

/** Question to a resumable transport while nothing is being sent. */
export interface OffsetQuestion<T extends Transfer = Transfer> {
  readonly file: Blob;
  readonly transfer: T;
  readonly signal: AbortSignal;
}

/** One transport for every kind. A new kind of transfer is a compile error until it has one. */
export type Transports = { readonly [K in Transfer["kind"]]?: Transport<K> };

export interface Hasher {
  /**
   * The MD5 of the whole file as 32 lower-case hex digits, computed in parallel with the transfer.
   *
   * @throws UploadError `file-unreadable` when the file can no longer be read
   */
  md5(file: Blob, signal: AbortSignal): Promise<string>;
  /** Ends the worker, if there is one. The next `md5` starts a new one. */
  dispose(): void;
}

/** Identity by which a file is recognized when it is added again. A name alone is never trusted. */
export interface FileIdentity {
  readonly name: string;
  readonly sizeBytes: number;
  /** Time of the last modification in epoch milliseconds, by the file system. */
  readonly lastModified: number;
  /** Digest over samples of the content (`fingerprint.ts`). */
  readonly fingerprint: string;
}

/** Stored state of one resumable upload, which outlives the page. */
export interface Checkpoint {
  readonly session: Session;
  readonly file: FileIdentity;
  readonly mimeType: string;
  /** Endpoint that created the session. */
  readonly scope: string;
  /** Purpose of the file; null for none. An upload is resumed only for the same purpose and context. */
  readonly purpose: string | null;
  /** Context as JSON, so that it can be compared; "" for none. */
  readonly context: string;
  readonly confirmed: number;
  /** Epoch milliseconds. */
  readonly savedAt: number;
  /** The browser stores a handle, by which the file can be opened again without being chosen. */
  readonly reopenable: boolean;
}

/**
 * Store of checkpoints, which outlives the page. In a browser that stores nothing (private mode, no space left) nothing
 * is found later, which is no error. No method rejects.
 */
export interface CheckpointStore {
  list(scope: string): Promise<readonly Checkpoint[]>;
  /** Replaces the checkpoint of the same session. Rejects when it is not stored. */
  save(checkpoint: Omit<Checkpoint, "reopenable">, handle?: FileSystemFileHandle): Promise<void>;
  /** Rejects when the checkpoint may still be stored. */
  remove(sessionId: string): Promise<void>;
  /**
   * Opens the file of a checkpoint by its handle. Browsers may ask the user for permission, which they do only during a
   * click. null without a handle or permission, or when the file no longer exists.
   */
  reopen(sessionId: string): Promise<File | null>;
}

/** A file that Lightfield has verified, as it is remembered. Outlives the page. */
export interface UploadedFile {
  /** Lightfield's id of the file. */
  readonly id: string;
  /** Name that the file had on the user's device. */
  readonly name: string;
  /** Folder that it was in, with "/" between the parts; "" for a single file. */
  readonly folder: string;
  readonly sizeBytes: number;
  /** MD5 that Lightfield verified. */
  readonly md5: string;
  /** Epoch milliseconds, by Lightfield's clock if it gave a time. */
  readonly uploadedAt: number;
  /** Endpoint, purpose and context, as for a `Checkpoint`. The same content elsewhere is another file. */
  readonly scope: string;
  readonly purpose: string | null;
  readonly context: string;
}

/** Content that is about to be uploaded, or was. */
export interface Content {
  readonly file: File;
  readonly folder: string;
  readonly scope: string;
  readonly purpose: string | null;
  /** The page's context for the file. May throw. */
  context(): unknown;
}

/** An earlier upload of the same content. */
export type UploadedBefore = Pick<UploadedFile, "id" | "name" | "uploadedAt">;

/** Recognizes content that was uploaded before. `KnownContents` in `duplicates/` implements it. */
export interface ContentMemory {
  /**
   * The latest upload of the same content to the same place; null for none. Calls `md5`, which reads the whole file, only if
   * a file of this name and size is remembered, and rejects only if `md5` does.
   */
  recall(content: Content, md5: () => Promise<string>): Promise<UploadedBefore | null>;
  /** Remembers a file that Lightfield has verified. Never rejects. */
  remember(content: Content, file: RemoteFile, md5: string): Promise<void>;
}

/** Mutual exclusion between the tabs of one origin. */
export interface Locks {
  /** Acquires the lock, until the returned function is called or the tab is closed; null when it is taken. */
  tryAcquire(name: string): Promise<(() => void) | null>;
  /** Whether no tab holds the lock. Does not acquire it, so that no other tab is refused it meanwhile. */
  isFree(name: string): Promise<boolean>;
}

export interface Connectivity {
  readonly online: boolean;
  /** Calls back on every change; returns a function that ends the subscription. */
  subscribe(onChange: () => void): () => void;
}

/** Inspects files before they are sent. A rejection means that there is no result, whatever the reason. */
export interface Inspector {
  inspect(file: File): Promise<Inspection>;
}

/** Time and randomness, as a port so that policies can be tested. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Resolves after `ms`; rejects with the signal's reason when it is aborted first. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** A random number in [0, 1). */
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
  /** Without one no file is recognized as uploaded before. */
  readonly memory?: ContentMemory;
  /** Without one no file is inspected. */
  readonly inspector?: Inspector;
  /**
   * Receives what a callback of the page throws (a listener, the context function). Such an error affects nothing else.
   */
  reportError?(error: unknown): void;
  /** A unique, unguessable string (idempotency keys, ids). */
  randomId(): string;
}
