import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { badRequest, idempotencyConflict } from "../api-error.ts";

interface Remembered {
  /** Operation and key, since the same key may be used for different operations (reference, "Idempotency"). */
  readonly id: string;
  readonly at: number;
  readonly status: number;
  readonly body: string;
}

const MAX_KEY_CHARS = 255;

/**
 * First responses by key. Only successes are stored, so after a failure the same key tries again. Survives a restart.
 */
export class IdempotencyKeys {
  readonly #path: string;
  readonly #lifeMs: () => number;
  readonly #now: () => number;
  readonly #answers = new Map<string, Remembered>();
  readonly #running = new Set<string>();

  constructor(path: string, lifeMs: () => number, now: () => number) {
    this.#path = path;
    this.#lifeMs = lifeMs;
    this.#now = now;
    if (existsSync(path)) for (const answer of readLines(path)) this.#answers.set(answer.id, answer);
  }

  async run(operation: string, key: string | null, work: () => Promise<Response>): Promise<Response> {
    if (key === null) return work();
    if (key.length > MAX_KEY_CHARS) {
      throw badRequest(`An idempotency key has at most ${MAX_KEY_CHARS} characters.`, {
        code: "idempotency_key_too_long",
        param: "Idempotency-Key",
      });
    }
    const id = `${operation} ${key}`;
    const first = this.#answers.get(id);
    if (first && this.#now() - first.at < this.#lifeMs()) return replay(first);
    if (this.#running.has(id)) throw idempotencyConflict();

    this.#running.add(id);
    try {
      const response = await work();
      if (response.ok)
        this.#remember({ id, at: this.#now(), status: response.status, body: await response.clone().text() });
      return response;
    } finally {
      this.#running.delete(id);
    }
  }

  #remember(answer: Remembered): void {
    this.#answers.set(answer.id, answer);
    appendFileSync(this.#path, `${JSON.stringify(answer)}\n`);
  }
}

function replay({ status, body }: Remembered): Response {
  return new Response(body, { status, headers: { "content-type": "application/json" } });
}

/** Parses the log. A last line that a crash truncated is skipped; its request counts as not responded to. */
function readLines(path: string): Remembered[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line) => {
      try {
        return line === "" ? [] : [JSON.parse(line) as Remembered];
      } catch {
        return [];
      }
    });
}
