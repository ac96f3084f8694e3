/**
 * Options of servers in tests. After Node's five seconds without a request, a server closes a connection on which the next
 * one may be on its way, on a busy machine, and a `POST` is not sent again.
 */
export const KEPT_CONNECTIONS = { keepAliveTimeout: 65_000 } as const;
