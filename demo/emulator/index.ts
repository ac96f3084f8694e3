export type { AllowedOrigins } from "./cors.ts";
export { startEmulator } from "./emulator.ts";
export {
  type ApiPhase,
  FAULT_PHASES,
  type Fault,
  type FaultKind,
  FaultList,
  type FaultPhase,
  type RelayMethod,
} from "./faults.ts";
export { createFaultyFront, type FaultyFrontParts } from "./faulty-front.ts";
export type { FileStatus, StoredFile } from "./file-record.ts";
export { ALL_SCOPES, type ApiKey, DEFAULT_KEY, type Scope } from "./keys.ts";
export { DEFAULT_LIMITS, type Limits } from "./limits.ts";
export type { StoredMeeting } from "./meeting-record.ts";
export type { EmulatorOptions, FrontOptions, RunningEmulator } from "./options.ts";
export type { PurposeRule } from "./purposes.ts";
export { cutAtRandom, type RandomCuts } from "./random-cuts.ts";
export { type LogPhase, RequestLog, type RequestLogEntry } from "./request-log.ts";
