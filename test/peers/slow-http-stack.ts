import type { Agent } from "node:https";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { DefaultHttpStack, type HttpRequest } from "tus-js-client";

const PIECE_BYTES = 64 * 1024;

/** tus-js-client's HTTP stack on a slow line, so that whatever happens to a server happens in the middle of a request. */
export class SlowHttpStack extends DefaultHttpStack {
  readonly #bytesPerSecond: number;

  constructor(options: { agent: Agent }, bytesPerSecond: number) {
    super(options);
    this.#bytesPerSecond = bytesPerSecond;
  }

  override createRequest(method: string, url: string): HttpRequest {
    const request = super.createRequest(method, url);
    const send = request.send.bind(request);
    request.send = (body: unknown) => {
      if (!(body instanceof Uint8Array) || !Number.isFinite(this.#bytesPerSecond)) return send(body);
      request.setHeader("Content-Length", String(body.length));
      return send(Readable.from(this.#slowly(body)));
    };
    return request;
  }

  async *#slowly(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    for (let offset = 0; offset < bytes.length; offset += PIECE_BYTES) {
      await sleep((PIECE_BYTES / this.#bytesPerSecond) * 1000);
      yield bytes.subarray(offset, offset + PIECE_BYTES);
    }
  }
}
