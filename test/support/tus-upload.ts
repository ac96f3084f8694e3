import { backend, control } from "./backend-client.ts";
import { until } from "./until.ts";

/** As in tus-peer.mjs, where each is explained. */
export interface TusFault {
  readonly method: "HEAD" | "PATCH" | "DELETE" | "FINISH";
  readonly skip?: number;
  readonly times?: number;
  readonly cutAfter?: number;
  readonly cut?: "answer";
  readonly stallAfter?: number;
  readonly silent?: true;
  readonly trickle?: number;
  readonly hold?: number;
  readonly status?: number;
  readonly retryAfter?: number;
  readonly text?: string;
  readonly early?: true;
  readonly delayMs?: number;
  readonly corrupt?: true;
  readonly answer?: Readonly<Record<string, string | null>>;
}

export interface SeenRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: number;
  readonly status: number | null;
  readonly offset: string | null;
  readonly state: "receiving" | "answered" | "cut" | "stalled" | "aborted";
}

export interface TusLook {
  readonly requests: readonly SeenRequest[];
  readonly receivedBytes: number;
  readonly storedBytes: number | null;
  readonly md5: string | null;
  readonly finishes: number;
}

export interface TusUploadOptions {
  readonly size: number;
  readonly cors?: "hidden" | "none";
  readonly checksum?: true;
}

/** A new upload at the run's tus server. */
export async function tusUpload(options: TusUploadOptions, ...faults: TusFault[]) {
  const { tus } = await backend();
  const created = (await control("POST", `${tus}/__uploads`, options)) as { url: string; control: string };
  const upload = {
    url: created.url,
    arm: (...more: TusFault[]) => control("POST", `${created.control}/faults`, more),
    look: async () => (await control("GET", created.control)) as TusLook,
    /** Lets a server with `hold` read as many bytes again, or all. */
    goOn: (times = 1) => control("POST", `${created.control}/go-on`, { times }),
    /** Waits until the browser has left the connection of its last request. */
    async hungUp(): Promise<void> {
      await until("the browser to hang up", async () => {
        await control("POST", `${created.control}/touch`);
        return (await upload.look()).requests.at(-1)?.state === "aborted";
      });
    },
    /** "METHOD status" of each request in turn, without the preflights. */
    async conversation(): Promise<string[]> {
      const { requests } = await upload.look();
      return requests
        .filter(({ method }) => method !== "OPTIONS")
        .map(({ method, status, state, headers }) => {
          const at = method === "PATCH" ? ` ${headers["upload-offset"]}` : "";
          return `${method}${at}: ${status ?? state}`;
        });
    },
    truncate: (bytes: number) => control("POST", `${created.control}/truncate`, { bytes }),
    expire: () => control("POST", `${created.control}/expire`),
    remove: () => control("DELETE", created.control),
    restartServer: () => control("POST", `${tus}/__restart`),
  };
  await upload.arm(...faults);
  return upload;
}
