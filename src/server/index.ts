/** The server half: mount `createTokenEndpoint` on your server and point the widget's `endpoint` at it. */
export type * from "../host/protocol.ts";
export { ApiError, type ApiErrorOptions } from "./api-error.ts";
export type { Grant, GrantLimits } from "./grant.ts";
export { LightfieldClient, type LightfieldClientOptions, type ListPage } from "./lightfield-client.ts";
export type { ApiAnswer } from "./lightfield-request.ts";
export type { Authorization, TokenEndpointOptions } from "./options.ts";
export type { HostCall } from "./read-call.ts";
export { refuse } from "./reply.ts";
export { createTokenEndpoint } from "./token-endpoint.ts";
