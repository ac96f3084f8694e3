import { randomBytes } from "node:crypto";
import { join, resolve } from "node:path";
import { JsonFolder } from "./json-folder.ts";
import type { MeetingFields, MeetingRecord } from "./meeting-record.ts";

/** Meetings of one emulator, stored in a folder beside its files. */
export class MeetingStore {
  readonly #folder: JsonFolder<MeetingRecord>;
  readonly #now: () => number;
  readonly #records = new Map<string, MeetingRecord>();

  constructor(dir: string, now: () => number) {
    this.#folder = new JsonFolder(join(resolve(dir), "meetings"));
    this.#now = now;
    for (const record of this.#folder.load()) this.#records.set(record.id, record);
  }

  get(id: string): MeetingRecord | null {
    return this.#records.get(id) ?? null;
  }

  /** All meetings, oldest first. */
  all(): MeetingRecord[] {
    return [...this.#records.values()];
  }

  /**
   * New meeting id. `mtg_` is a guess: the prefixes of files, accounts and contacts are documented, a meeting's is not.
   */
  create(fields: MeetingFields, transcriptId: string | null): MeetingRecord {
    const id = `mtg_${randomBytes(12).toString("hex")}`;
    return this.#save({ id, fields, transcriptId, createdAt: this.#now(), updatedAt: null });
  }

  update(record: MeetingRecord, changed: Partial<Pick<MeetingRecord, "fields" | "transcriptId">>): MeetingRecord {
    return this.#save({ ...record, ...changed, updatedAt: this.#now() });
  }

  #save(record: MeetingRecord): MeetingRecord {
    this.#folder.save(record);
    this.#records.set(record.id, record);
    return record;
  }
}
