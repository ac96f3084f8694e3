import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { FileRecord, ObjectRecord } from "./file-record.ts";
import { JsonFolder } from "./json-folder.ts";

/** Result for bytes that arrived: an object, or nothing because the session has ended or the name is taken. */
export type StoreOutcome = "stored" | "gone" | "exists";

/**
 * Sessions and objects in one folder. Metadata is one JSON file per session, and the name of an object contains its MD5, so
 * one rename creates it and a crash between two steps leaves only an unreferenced file, which is deleted at
 * the next start. Writes are synchronous: they are tiny, and nothing can run between reading a state and changing it.
 * There is no fsync: data survives a crash of the process, not of the machine.
 */
export class FileStore {
  readonly #dir: string;
  readonly #now: () => number;
  readonly #folder: JsonFolder<FileRecord>;
  readonly #records = new Map<string, FileRecord>();
  readonly #pending = new Set<string>();

  constructor(dir: string, now: () => number) {
    this.#dir = resolve(dir);
    this.#now = now;
    rmSync(join(this.#dir, "incoming"), { recursive: true, force: true });
    this.#folder = new JsonFolder(join(this.#dir, "files"));
    for (const folder of ["objects", "incoming"]) mkdirSync(join(this.#dir, folder), { recursive: true });
    this.#load();
  }

  get(id: string): FileRecord | null {
    this.#expireOverdue();
    return this.#records.get(id) ?? null;
  }

  /** All sessions, oldest first. */
  all(): FileRecord[] {
    this.#expireOverdue();
    return [...this.#records.values()];
  }

  create(fields: Omit<FileRecord, "id" | "status" | "createdAt" | "completedAt" | "object">): FileRecord {
    const id = `fil_${randomBytes(12).toString("hex")}`;
    const createdAt = this.#now();
    return this.#save({ ...fields, id, status: "PENDING", createdAt, completedAt: null, object: null });
  }

  complete(record: FileRecord): FileRecord {
    return this.#save({ ...record, status: "COMPLETED", completedAt: this.#now(), expiresAt: null });
  }

  /** Cancels a session and deletes its bytes. */
  end(record: FileRecord, status: "CANCELLED" | "EXPIRED"): FileRecord {
    const ended = this.#save({ ...record, status, expiresAt: null, object: null });
    this.#removeObject(record);
    return ended;
  }

  /** Expires a session that is still pending. */
  expire(id: string): void {
    const record = this.get(id);
    if (record?.status === "PENDING") this.end(record, "EXPIRED");
  }

  /** Path for bytes that are being received. */
  incomingPath(): string {
    return join(this.#dir, "incoming", randomBytes(12).toString("hex"));
  }

  /** Makes received bytes the session's object, atomically. The incoming file is moved or deleted in any case. */
  adopt(id: string, incoming: string, object: ObjectRecord, neverOverwrite: boolean): StoreOutcome {
    const record = this.get(id);
    const outcome =
      record?.status !== "PENDING" ? "gone" : neverOverwrite && this.isTaken(record) ? "exists" : "stored";
    if (!record || outcome !== "stored") {
      rmSync(incoming, { force: true });
      return outcome;
    }
    const adopted = { ...record, object };
    renameSync(incoming, this.#pathOf(adopted, object));
    this.#save(adopted);
    if (record.object?.md5 !== object.md5) this.#removeObject(record);
    return "stored";
  }

  /** Whether the name of this session's object is already taken. */
  isTaken(record: FileRecord): boolean {
    if (record.object) return true;
    if (record.uniqueName === null) return false;
    for (const other of this.#records.values()) if (other.object && other.uniqueName === record.uniqueName) return true;
    return false;
  }

  objectPath(id: string): string | null {
    const record = this.get(id);
    return record?.object ? this.#pathOf(record, record.object) : null;
  }

  #pathOf(record: FileRecord, object: ObjectRecord): string {
    return join(this.#dir, "objects", `${record.id}-${object.md5}`);
  }

  #removeObject(record: FileRecord): void {
    if (record.object) rmSync(this.#pathOf(record, record.object), { force: true });
  }

  #expireOverdue(): void {
    const now = this.#now();
    for (const id of this.#pending) {
      const record = this.#records.get(id);
      if (record && record.expiresAt !== null && record.expiresAt <= now) this.end(record, "EXPIRED");
    }
  }

  #save(record: FileRecord): FileRecord {
    this.#folder.save(record);
    this.#remember(record);
    return record;
  }

  #remember(record: FileRecord): void {
    this.#records.set(record.id, record);
    if (record.status === "PENDING") this.#pending.add(record.id);
    else this.#pending.delete(record.id);
  }

  #load(): void {
    const known = new Set<string>();
    for (const record of this.#folder.load()) {
      const isThere = record.object !== null && existsSync(this.#pathOf(record, record.object));
      const settled = isThere ? record : { ...record, object: null };
      if (settled.object) known.add(`${settled.id}-${settled.object.md5}`);
      this.#remember(settled);
    }
    for (const name of readdirSync(join(this.#dir, "objects"))) {
      if (!known.has(name)) rmSync(join(this.#dir, "objects", name), { force: true });
    }
  }
}
