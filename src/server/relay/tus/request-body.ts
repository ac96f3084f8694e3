import type { IncomingMessage } from "node:http";

/** What may wait here before the socket is read no further. */
const WAITING_BYTES = 262_144;

/**
 * The body of a Node request, as it arrives. Its own iterator throws away what it has read and not yet handed out when
 * the connection breaks; to a client that goes on later, those bytes were confirmed by nobody and are sent twice.
 * Nothing is read before the first call.
 */
export function bodyOf(req: IncomingMessage): AsyncIterator<Uint8Array> {
  const waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let isBegun = false;
  let isOver = false;
  let wake = (): void => {};

  function begin(): void {
    isBegun = true;
    const keep = (chunk: Uint8Array): void => {
      waiting.push(chunk);
      waitingBytes += chunk.byteLength;
      if (waitingBytes >= WAITING_BYTES) req.pause();
      wake();
    };
    const end = (): void => {
      req.off("data", keep);
      // A broken stream says nothing more of what it still holds, but gives it away when asked.
      for (let chunk = req.read(); chunk !== null; chunk = req.read()) keep(chunk);
      isOver = true;
      wake();
    };
    req.on("data", keep).once("end", end).once("close", end).on("error", end);
    if (req.destroyed || req.readableEnded) end();
  }

  return {
    async next() {
      if (!isBegun) begin();
      while (waiting.length === 0 && !isOver) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const value = waiting.shift();
      if (value === undefined) return { done: true, value };
      waitingBytes -= value.byteLength;
      if (waitingBytes < WAITING_BYTES && !isOver) req.resume();
      return { done: false, value };
    },
  };
}
