import type { Answer } from "../node-http.ts";
import type { FileRecord } from "../storage/file-record.ts";
import type { FileStore } from "../storage/file-store.ts";
import type { MeetingStore } from "../storage/meeting-store.ts";
import { transcriptIdIn } from "./meeting-body.ts";
import type { RouteMatch } from "./routes.ts";

export interface RequestFileParts {
  readonly store: FileStore;
  readonly meetings: MeetingStore;
}

/** The file of a request: for the log, and for faults that are limited to one file. */
export interface RequestFile {
  readonly id: string | null;
  /** The client's name of the file and the server's. */
  readonly names: readonly string[];
}

/** Finds the file of a request without validating the body, which the API does. */
export function fileOf({ route, id }: RouteMatch, body: Uint8Array, parts: RequestFileParts): RequestFile {
  switch (route.phase) {
    case "create": {
      const filename = property(parse(body), "filename");
      return { id: null, names: typeof filename === "string" ? [filename] : [] };
    }
    case "list":
    case "meeting-list":
    case "validate-key":
      return { id: null, names: [] };
    case "complete":
    case "cancel":
    case "retrieve":
    case "url":
      return fileById(id, parts.store);
    case "meeting-create":
    case "meeting-update":
    case "meeting-retrieve": {
      const transcript = property(property(parse(body), "relationships"), "$transcript");
      return fileById(transcriptIdIn(transcript) ?? parts.meetings.get(id)?.transcriptId ?? null, parts.store);
    }
    default:
      return route.phase satisfies never;
  }
}

/** Id of the created object in a response. */
export function idIn({ status, body }: Answer): string | null {
  const id = status === 200 ? property(parse(body ?? ""), "id") : null;
  return typeof id === "string" ? id : null;
}

/** Finds a file by its id, otherwise the newest one of a name. */
export function findFile(idOrName: string | null, store: FileStore): RequestFile {
  if (idOrName === null) return { id: null, names: [] };
  const isNamed = (file: FileRecord): boolean => namesOf(file).includes(idOrName);
  const record = store.get(idOrName) ?? store.all().filter(isNamed).at(-1);
  return record ? { id: record.id, names: namesOf(record) } : { id: null, names: [idOrName] };
}

function fileById(id: string | null, store: FileStore): RequestFile {
  const record = id === null ? null : store.get(id);
  return { id, names: record ? namesOf(record) : [] };
}

function namesOf({ filename, requestedName }: FileRecord): string[] {
  return [filename, requestedName];
}

function parse(json: string | Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(json).toString("utf8"));
  } catch {
    return null;
  }
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
