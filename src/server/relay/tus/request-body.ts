import type { IncomingMessage } from "node:http";

/** Bytes that may be buffered before reading from the socket pauses. */
const WAITING_BYTES = 262_144;

/** Chunks of a body. `stop` ends it: what has been read is still returned, and nothing more is read. */
export interface IncomingBody extends AsyncIterator<Uint8Array> {
  stop(): void;
}

/**
 * Iterates over the body of a Node request as it arrives. When the connection breaks, Node's own iterator discards
 * bytes that it has read but not yet returned, and a client that resumes would have to send them again. Nothing is read
 * before the first call.
 */
export function bodyOf(req: IncomingMessage): IncomingBody {
  const waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let hasStarted = false;
  let hasEnded = false;
  let stopReading = (): void => {
    hasEnded = true;
  };
  let wakeReader = (): void => {};

  function start(): void {
    hasStarted = true;
    const keep = (chunk: Uint8Array): void => {
      waiting.push(chunk);
      waitingBytes += chunk.byteLength;
      if (waitingBytes >= WAITING_BYTES) req.pause();
      wakeReader();
    };
    const end = (): void => {
      if (hasEnded) return;
      req.off("data", keep);
      // A broken stream emits no more events, but `read` still returns what it has buffered.
      for (let chunk = req.read(); chunk !== null; chunk = req.read()) keep(chunk);
      hasEnded = true;
      wakeReader();
    };
    stopReading = () => {
      req.pause();
      end();
    };
    req.on("data", keep).once("end", end).once("close", end).on("error", end);
    if (req.destroyed || req.readableEnded) end();
  }

  return {
    stop: () => stopReading(),
    async next() {
      if (!hasStarted && !hasEnded) start();
      while (waiting.length === 0 && !hasEnded) {
        await new Promise<void>((resolve) => {
          wakeReader = resolve;
        });
      }
      const value = waiting.shift();
      if (value === undefined) return { done: true, value };
      waitingBytes -= value.byteLength;
      if (waitingBytes < WAITING_BYTES && !hasEnded) req.resume();
      return { done: false, value };
    },
  };
}
