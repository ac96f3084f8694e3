/** How browser tests speak to the servers of their run (backend.mjs says what those can do). */
import { until } from "./until.ts";

export { until };

export interface Backend {
  /** A storage server that misbehaves on request, on another origin. */
  readonly sink: string;
  /** A real tus server that misbehaves on request, on another origin: see tus-upload.ts. */
  readonly tus: string;
  /** An address at which nobody listens. */
  readonly closed: string;
  /** The host endpoint on the page's origin, in front of the local Lightfield. */
  readonly hostEndpoint: string;
  /** The same on another origin. */
  readonly crossOriginHost: string;
  readonly emulatorApi: string;
  readonly storage: string;
}

/** One request as the sink saw it. */
export interface Arrival {
  readonly at: number;
  /** OPTIONS for a preflight. */
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: number;
  /** Of the whole body; null until the last byte. */
  readonly md5: string | null;
  readonly state: "receiving" | "received" | "answered" | "cut" | "aborted";
  readonly status: number | null;
}

export async function backend(): Promise<Backend> {
  return (await control("GET", "/__backend")) as Backend;
}

let lastKey = 0;

/** A sink address of one's own: behaviours as in sink.mjs, and what arrived there. */
export async function sinkTarget(behaviour: Record<string, string | number> = {}) {
  const { sink } = await backend();
  lastKey += 1;
  const key = `${lastKey}-${Math.random().toString(36).slice(2)}`;
  const query = new URLSearchParams({ key });
  for (const [name, value] of Object.entries(behaviour)) query.set(name, String(value));
  return {
    url: `${sink}/object?${query}`,
    /** Everything that arrived, preflights too. */
    async log(): Promise<readonly Arrival[]> {
      return (await control("GET", `${sink}/__log?key=${key}`)) as Arrival[];
    },
    /** Lets a sink with `hold` read as many bytes again, or all. */
    goOn: (times = 1) => control("POST", `${sink}/__log?key=${key}&goOn=${times}`),
    /** Waits until the browser has left the connection of its last request. */
    async hungUp(): Promise<void> {
      await until("the browser to hang up", async () => {
        await control("POST", `${sink}/__log?key=${key}`);
        return (await this.arrivals()).at(-1)?.state === "aborted";
      });
    },
    /** What arrived, without the preflights. */
    async arrivals(): Promise<readonly Arrival[]> {
      return (await this.log()).filter(({ method }) => method !== "OPTIONS");
    },
  };
}

/** The local Lightfield's controls; `name` as in backend.mjs, for example `control("POST", "/__emulator/faults", …)`. */
export async function control(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
  return answer;
}
