/** Takes secrets out of any text, also in the forms that JSON and URLs give them. */
export type Redact = (text: string) => string;

export function createRedact(...secrets: readonly string[]): Redact {
  const forms = new Set(
    secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]),
  );
  return (text) => {
    let clean = text;
    for (const form of forms) clean = clean.replaceAll(form, "[redacted]");
    return clean;
  };
}

/** Takes the query out of every URL in a sentence: it is where a presigned URL has its signature. */
export function withoutQueries(text: string): string {
  return text.replace(/(https?:\/\/[^\s"'<>?#]*)[?#][^\s"'<>]*/gi, "$1?[redacted]");
}

/**
 * An error as a log may see it: the messages of the whole chain of causes in one line. The causes themselves stay
 * behind, because nobody knows what a runtime's error objects carry (a request with its headers, say).
 */
export function redactError(error: unknown, redact: Redact): Error {
  const messages: string[] = [];
  let current: unknown = error;
  while (current !== undefined && current !== null && messages.length < 5) {
    messages.push(current instanceof Error ? current.message : String(current));
    current = current instanceof Error ? current.cause : undefined;
  }
  return new Error(withoutQueries(redact(messages.filter(Boolean).join(": "))));
}
