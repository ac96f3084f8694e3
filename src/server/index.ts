/** The server half: mount `createTokenEndpoint` on your server and point the widget's `endpoint` at it. */
export type * from "../host/protocol.ts";
export { ApiError, type ApiErrorOptions } from "./api-error.ts";
export { type AttachTranscriptOptions, attachTranscript, type MeetingChoice } from "./attach-transcript.ts";
export { type Count, type CounterStore, createMemoryCounters } from "./counter-store.ts";
export { createFileTokens, type FileTokenClaims, type FileTokens, type TokenPower } from "./file-token.ts";
export type { Grant, GrantLimits } from "./grant.ts";
export type { FileEvent, FileHook, FileHooks } from "./hooks.ts";
export { LightfieldClient, type LightfieldClientOptions, type ListPage } from "./lightfield-client.ts";
export type { ApiAnswer } from "./lightfield-request.ts";
export type { Meeting, MeetingChange, MeetingFields, NewMeeting } from "./meetings.ts";
export type { Authorization, TokenEndpointOptions, TransferCall } from "./options.ts";
export type { HostCall } from "./read-call.ts";
export { FILE_TOKEN_HEADER } from "./read-token.ts";
export type { IdPage, ReadableFiles } from "./readable-files.ts";
export { refuse } from "./reply.ts";
export type { RateLimits } from "./subject-limits.ts";
export { createTokenEndpoint } from "./token-endpoint.ts";
