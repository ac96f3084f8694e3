/**
 * The body of a request as a stream that ends where a broken connection ends, without an error. To a tus server a body
 * that breaks off is no failure but a part of the file, and a store that is told of an error throws away what it has
 * not written yet. A sender that says nothing for `idleMs` counts as gone.
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
    // Nothing is read before somebody wants it: a request that is refused has then cost no more than its headers.
    { highWaterMark: 0 },
  );
}

async function nextChunk(source: AsyncIterator<Uint8Array>, idleMs: number): Promise<Uint8Array | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, idleMs, null);
  });
  try {
    const next = source.next().then(({ done, value }) => (done ? null : value));
    return await Promise.race([next, silence]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** The same for a `Request`, whose body not every runtime can iterate over. */
export async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
