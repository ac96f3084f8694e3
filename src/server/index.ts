/** The server half: mount `createTokenEndpoint` on your server and set the element's `endpoint` to its path. */
export type * from "../host/protocol.ts";
export { REFUSAL_CODES, type RefusalCode } from "../wire/refusal-codes.ts";
export { ApiError, type ApiErrorOptions } from "./api-error.ts";
export { type AttachTranscriptOptions, attachTranscript } from "./endpoint/attach-transcript.ts";
export {
  createTokenEndpoint,
  type EnvironmentOptions as TokenEndpointOptions,
} from "./endpoint/configured-endpoint.ts";
export type { Grant, GrantLimits, IdPage, ReadableFiles } from "./endpoint/grant.ts";
export type { FileEvent, FileHook, FileHooks } from "./endpoint/hooks.ts";
export { type MeetingChoice, meetingOfContext } from "./endpoint/meeting-of-context.ts";
export type { Authorization, TransferCall } from "./endpoint/options.ts";
export type { HostCall } from "./endpoint/read-call.ts";
export { refuse } from "./endpoint/reply.ts";
export type { Action, Route } from "./endpoint/route.ts";
export type { TokenEndpoint } from "./endpoint/token-endpoint.ts";
export type { ValidateOptions, Validation, ValidationProblem } from "./endpoint/validate.ts";
export type {
  CallEvent,
  DeliveryEvent,
  EventOptions,
  RelayEvent,
  ServerEvent,
  UpstreamEvent,
} from "./events.ts";
export { healthz, type Readiness, type ReadyPart, readyz } from "./health.ts";
export { LightfieldClient, type LightfieldClientOptions, type ListPage } from "./lightfield/client.ts";
export type { Meeting, MeetingChange, MeetingFields, MeetingList, NewMeeting } from "./lightfield/meetings.ts";
export type { KeyInfo } from "./lightfield/replies.ts";
export type { ApiAnswer, CallContext } from "./lightfield/request.ts";
export { type Count, type CounterStore, createMemoryCounters } from "./limits/counter-store.ts";
export type { RateLimits } from "./limits/subject-limits.ts";
export { eventsToMetrics, METRICS, type MetricLabels, type MetricName, type Metrics } from "./metrics.ts";
export { createFileTokens, type FileTokenClaims, type FileTokens, type TokenPower } from "./tokens/file-token.ts";
export { FILE_TOKEN_HEADER } from "./tokens/read-token.ts";
