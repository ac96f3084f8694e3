/** Replaces secrets in a text by `[redacted]`, also where they are escaped for JSON or for a URL. */
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

/** Removes the query of every URL in a text: the query of a presigned URL holds its signature. */
export function withoutQueries(text: string): string {
  return text.replace(/(https?:\/\/[^\s"'<>?#]*)[?#][^\s"'<>]*/gi, "$1?[redacted]");
}

/**
 * An error that is safe to log: the messages of the chain of causes in one line. The cause objects are left out,
 * because those of a runtime may hold anything (a request with its headers, for example).
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
