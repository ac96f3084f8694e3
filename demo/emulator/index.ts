export { ALL_SCOPES, type ApiKey, DEFAULT_KEY, type Scope } from "./api/keys.ts";
export { startEmulator } from "./emulator.ts";
export {
  type ApiPhase,
  FAULT_PHASES,
  type Fault,
  type FaultKind,
  FaultList,
  type FaultPhase,
  type RelayMethod,
} from "./faults/faults.ts";
export { cutAtRandom, type RandomCuts } from "./faults/random-cuts.ts";
export { createFaultyFront, type FaultyFrontParts } from "./front/faulty-front.ts";
export { DEFAULT_LIMITS, type Limits } from "./limits.ts";
export type { EmulatorOptions, FrontOptions, RunningEmulator } from "./options.ts";
export type { PurposeRule } from "./purposes.ts";
export { type LogPhase, RequestLog, type RequestLogEntry } from "./request-log.ts";
export type { AllowedOrigins } from "./storage/cors.ts";
export type { FileStatus, StoredFile } from "./storage/file-record.ts";
export type { StoredMeeting } from "./storage/meeting-record.ts";
