import type { FileEntry } from "../file-entry.ts";
import type { Content, Ports } from "../ports.ts";
import type { LazyCheckpoint, LazyRecovery } from "../recovery/lazy-recovery.ts";
import type { Claim } from "../recovery/session-claims.ts";
import type { HostGate } from "../session/host-gate.ts";
import { SessionKeeper } from "../session/session-keeper.ts";
import { Digest } from "./digest.ts";

export interface RunResourcesConfig {
  readonly entry: FileEntry;
  readonly purpose: string | null;
  /** The page's context for the file. May throw, and is then called again for the next attempt. */
  context(): unknown;
  /** Key under which its checkpoint is stored. */
  readonly scope: string;
  /** The interrupted upload that it resumes; null for none. */
  readonly resumes: { readonly claim: Claim } | null;
  readonly ports: Ports;
  readonly gate: HostGate;
  /** null when nothing is stored across page loads. */
  readonly recovery: LazyRecovery | null;
}

/** Objects that all runs of one upload share. */
export interface RunResources {
  readonly sessions: SessionKeeper;
  /** null when nothing is stored across page loads. */
  readonly checkpoint: LazyCheckpoint | null;
  readonly digest: Digest;
  readonly content: Content;
}

/** @param mimeType returns the media type that is sent, as far as it is known */
export function createRunResources(
  { entry, ports, gate, purpose, context, scope, recovery, resumes }: RunResourcesConfig,
  mimeType: () => string,
): RunResources {
  const { file } = entry;
  return {
    sessions: new SessionKeeper(ports, gate, () => ({
      filename: file.name,
      mimeType: mimeType(),
      sizeBytes: file.size,
      purpose,
      context: context(),
    })),
    checkpoint:
      recovery?.checkpointFor({ entry, mimeType, scope, purpose, context, claim: resumes?.claim ?? null }) ?? null,
    digest: new Digest(ports.hasher, file),
    content: { file, folder: entry.folder ?? "", scope, purpose, context },
  };
}
