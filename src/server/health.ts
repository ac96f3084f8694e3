import { jsonReply } from "./endpoint/reply.ts";

/** Whether a part of the server can work at this moment. */
export interface Readiness {
  readonly isReady: boolean;
  /** What is missing, in words, for the log of whoever asks. */
  readonly problems: readonly string[];
}

/** A part whose readiness can be asked for: the relay, or one of your own. */
export interface ReadyPart {
  ready(): Promise<Readiness>;
}

/** Reply for a liveness probe such as `GET /healthz`: the process answers. It does not depend on anything else. */
export function healthz(): Response {
  return jsonReply(200, JSON.stringify({ status: "ok" }));
}

/**
 * Reply for a readiness probe such as `GET /readyz`: 200, or 503 with what is missing. Lightfield is not asked, because
 * an instance that is taken out of service for it could not even tell users why uploads fail.
 */
export async function readyz(...parts: readonly ReadyPart[]): Promise<Response> {
  const states = await Promise.all(parts.map(readinessOf));
  const problems = states.flatMap((state) => state.problems);
  const isReady = states.every((state) => state.isReady);
  return jsonReply(isReady ? 200 : 503, JSON.stringify({ status: isReady ? "ok" : "not ready", problems }));
}

async function readinessOf(part: ReadyPart): Promise<Readiness> {
  try {
    return await part.ready();
  } catch (error) {
    return { isReady: false, problems: [error instanceof Error ? error.message : "A check failed."] };
  }
}
