import { TIMED_OUT, within } from "../../within.ts";
import type { PassThrough } from "../delivery/pass-through.ts";
import type { IncomingBody } from "./request-body.ts";

/** The body of a request on its way to the store. */
export interface ArrivingBytes {
  readonly stream: ReadableStream<Uint8Array>;
  /** Ends the stream after the bytes that have been read. */
  stop(): void;
}

/**
 * The body of a request as a stream that ends without an error when the connection breaks. For a tus server the bytes
 * that arrived until then are a valid part of the file, and a store that gets an error discards what it has not written
 * yet. The stream also ends if no byte arrives for `idleMs`. `copy` gets the same bytes, and slows the stream down to
 * its own speed.
 */
export function arrivingBytes(source: IncomingBody, idleMs: number, copy: PassThrough | null = null): ArrivingBytes {
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const chunk = await nextChunk(source, idleMs);
        if (chunk === null) {
          copy?.end();
          controller.close();
          return;
        }
        controller.enqueue(chunk);
        await copy?.write(chunk);
      },
      cancel: () => copy?.end(),
    },
    // Nothing is read ahead, so a request that is refused costs no more than its headers.
    { highWaterMark: 0 },
  );
  return { stream, stop: () => source.stop() };
}

async function nextChunk(source: IncomingBody, idleMs: number): Promise<Uint8Array | null> {
  try {
    const next = await within(idleMs, source.next());
    return next === TIMED_OUT || next.done ? null : next.value;
  } catch {
    return null;
  }
}

/** Chunks of a stream. Not every runtime can iterate over the body of a `Request`. */
export function chunksOf(body: ReadableStream<Uint8Array>): IncomingBody {
  const reader = body.getReader();
  return {
    async next() {
      const { done, value } = await reader.read();
      return done ? { done: true, value: undefined } : { done: false, value };
    },
    // A read that is waiting ends at once. The stream itself holds what it has read, which is lost here.
    stop: () => void reader.cancel().catch(() => {}),
  };
}
