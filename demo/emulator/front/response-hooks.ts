import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from "node:http";

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined;

/** Runs `onHead` when the answer's status and headers are known and nothing of them has left; it may change the headers. */
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

/** The answer is given: whatever else a listener wants to say goes nowhere. */
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

/** Node takes an object, or a flat list in which a name may come more than once. */
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
