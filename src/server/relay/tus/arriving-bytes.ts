import { TIMED_OUT, within } from "../../within.ts";

/**
 * The body of a request as a stream that ends without an error when the connection breaks. For a tus server the bytes
 * that arrived until then are a valid part of the file, and a store that gets an error discards what it has not written
 * yet. The stream also ends if no byte arrives for `idleMs`.
 */
export function arrivingBytes(source: AsyncIterator<Uint8Array>, idleMs: number): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const chunk = await nextChunk(source, idleMs);
        if (chunk === null) controller.close();
        else controller.enqueue(chunk);
      },
    },
    // Nothing is read ahead, so a request that is refused costs no more than its headers.
    { highWaterMark: 0 },
  );
}

async function nextChunk(source: AsyncIterator<Uint8Array>, idleMs: number): Promise<Uint8Array | null> {
  try {
    const next = await within(idleMs, source.next());
    return next === TIMED_OUT || next.done ? null : next.value;
  } catch {
    return null;
  }
}

/** Chunks of a stream. Not every runtime can iterate over the body of a `Request`. */
export async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
