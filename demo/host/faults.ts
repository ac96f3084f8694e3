import type { Fault } from "../emulator/index.ts";

/** Transfer of a page's files: directly to storage, or by tus through this server's relay. */
export type DemoTransfer = "put" | "tus";

/** One button of the demo page: its label, a description of the effect, and its faults. */
export interface DemoFault {
  readonly title: string;
  readonly says: string;
  /** Description for resumable files, if different. */
  readonly saysOfTus?: string;
  readonly faults: readonly Fault[];
}

export const DEMO_FAULTS = {
  slow: {
    title: "Slow network",
    says: "The next file is sent at 256 KB a second.",
    faults: [{ at: "transfer", do: "trickle", bytesPerSecond: 262_144 }],
  },
  cut: {
    title: "Cut the connection",
    says: "The next transfer is cut after 64 KB. The widget waits a moment and sends it again.",
    saysOfTus: "The next transfer is cut after 64 KB. The widget waits a moment and goes on with the rest.",
    faults: [{ at: "transfer", do: "disconnect", afterBytes: 65_536 }],
  },
  flip: {
    title: "Flip a bit",
    says: "One bit of the next file is flipped on the way. The MD5 check detects it, and the file is sent again.",
    faults: [{ at: "transfer", do: "corrupt" }],
  },
  stall: {
    title: "Stand still",
    says: "The next transfer stops being read after 64 KB. The widget notices after a minute and sends it again.",
    saysOfTus: "The next transfer stops being read after 64 KB. The widget notices after 20 s and resumes.",
    faults: [{ at: "transfer", do: "stall", afterBytes: 65_536 }],
  },
  busy: {
    title: "Too busy for 3 s",
    says: "The next session is refused with 429 and Retry-After: 3. The widget sends no request before then.",
    faults: [{ at: "create", do: "status", status: 429, retryAfterSeconds: 3 }],
  },
  error: {
    title: "Server error",
    says: "The next request to complete fails with status 500. The widget retries it.",
    faults: [{ at: "complete", do: "status", status: 500 }],
  },
  cors: {
    title: "Storage refuses the page",
    says: "Storage leaves out its CORS headers for the next file. The console says how the developer can fix it.",
    faults: [{ at: "transfer", do: "refuse-cors" }],
  },
  expire: {
    title: "Session expires",
    says: "The next session expires during the transfer. The widget creates a new one automatically.",
    faults: [{ at: "transfer", do: "expire" }],
  },
} as const satisfies Record<string, DemoFault>;

/** The faults of a button in the phase that matters for the page's transfer. */
export function faultsFor({ faults }: DemoFault, transfer: DemoTransfer): Fault[] {
  return faults.map((fault) => (fault.at === "transfer" && transfer === "tus" ? { ...fault, at: "relay" } : fault));
}

export type DemoFaultName = keyof typeof DEMO_FAULTS;

export function isDemoFaultName(value: unknown): value is DemoFaultName {
  return typeof value === "string" && Object.hasOwn(DEMO_FAULTS, value);
}
