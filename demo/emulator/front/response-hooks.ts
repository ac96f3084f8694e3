import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from "node:http";

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined;

/** Calls `onHead` when the status and headers of a response are known and not sent yet; it may change the headers. */
export function beforeHead(res: ServerResponse, onHead: () => void): void {
  const writeHead = res.writeHead.bind(res);
  res.writeHead = (status: number, reason?: string | Headers, headers?: Headers) => {
    res.statusCode = status;
    if (typeof reason === "string") res.statusMessage = reason;
    setHeaders(res, typeof reason === "string" ? headers : reason);
    onHead();
    return writeHead(status);
  };
}

/** The response was sent, so further writes of the listener are discarded. */
export function deafen(res: ServerResponse): void {
  const same = (): ServerResponse => res;
  res.writeHead = same;
  res.setHeader = same;
  res.appendHeader = same;
  res.removeHeader = () => {};
  res.flushHeaders = () => {};
  res.write = () => true;
  res.end = (...args: unknown[]) => {
    for (const done of args) if (typeof done === "function") queueMicrotask(() => done());
    return res;
  };
}

/** Headers in the forms that Node accepts: an object, or a flat list in which a name may be repeated. */
function setHeaders(res: ServerResponse, headers: Headers): void {
  if (!headers) return;
  if (!Array.isArray(headers)) {
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) res.setHeader(name, value);
    return;
  }
  const flat = headers.flat();
  for (let index = 0; index < flat.length; index += 2) res.removeHeader(String(flat[index]));
  for (let index = 0; index + 1 < flat.length; index += 2) {
    res.appendHeader(String(flat[index]), String(flat[index + 1]));
  }
}
