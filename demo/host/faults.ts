import type { Fault } from "../emulator/index.ts";

/** One button of the demo page: what it is called, what one will see, and the faults that it arms. */
export interface DemoFault {
  readonly title: string;
  readonly says: string;
  readonly faults: readonly Fault[];
}

export const DEMO_FAULTS = {
  slow: {
    title: "Slow network",
    says: "The next file travels at 256 KB a second.",
    faults: [{ at: "transfer", do: "trickle", bytesPerSecond: 262_144 }],
  },
  cut: {
    title: "Cut the connection",
    says: "The next transfer is cut after 64 KB. The widget waits a moment and sends it again.",
    faults: [{ at: "transfer", do: "disconnect", afterBytes: 65_536 }],
  },
  flip: {
    title: "Flip a bit",
    says: "One bit of the next file arrives wrong. The MD5 catches it, and the file is sent once more.",
    faults: [{ at: "transfer", do: "corrupt" }],
  },
  busy: {
    title: "Too busy for 3 s",
    says: "The next session is refused with 429 and Retry-After: 3. Nothing is asked before that time is over.",
    faults: [{ at: "create", do: "status", status: 429, retryAfterSeconds: 3 }],
  },
  error: {
    title: "Server error",
    says: "The next request to complete is answered with 500. It is asked again.",
    faults: [{ at: "complete", do: "status", status: 500 }],
  },
  cors: {
    title: "Storage refuses the page",
    says: "Storage leaves out its CORS headers for the next file. The widget says what the developer can do.",
    faults: [{ at: "transfer", do: "refuse-cors" }],
  },
  expire: {
    title: "Session expires",
    says: "The next session runs out while the file travels. The widget quietly gets a new one.",
    faults: [{ at: "transfer", do: "expire" }],
  },
} as const satisfies Record<string, DemoFault>;

export type DemoFaultName = keyof typeof DEMO_FAULTS;

export function isDemoFaultName(value: unknown): value is DemoFaultName {
  return typeof value === "string" && Object.hasOwn(DEMO_FAULTS, value);
}
