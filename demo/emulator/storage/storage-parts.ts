import type { FaultList } from "../faults/faults.ts";
import type { RequestLog } from "../request-log.ts";
import type { AllowedOrigins } from "./cors.ts";
import type { FileStore } from "./file-store.ts";
import type { UrlSigner } from "./signer.ts";

/** Parts of the emulator that the storage server uses. */
export interface StorageParts {
  readonly store: FileStore;
  readonly signer: UrlSigner;
  readonly faults: FaultList;
  readonly log: RequestLog;
  readonly now: () => number;
  readonly maxFileBytes: () => number;
  readonly allowedOrigins: () => AllowedOrigins;
}
