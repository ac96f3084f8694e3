/** Maximum bytes of a response that are read: more is no answer of an endpoint. */
const MAX_BYTES = 1_000_000;

/** The start of a response's body as text. The rest is not received, so that a body without an end is no trap. */
export async function boundedText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  while (reader && bytes < MAX_BYTES) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    text += decoder.decode(value, { stream: true });
  }
  // Not awaited: a server that keeps sending must not delay the check.
  reader?.cancel().catch(() => {});
  return text;
}
