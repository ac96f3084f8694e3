import type { Random } from "../virtual/random.ts";

/** How an answer has told the client that the relay's part is over. */
export type End = "done" | "refused" | "expired";

/** What the host has got from Lightfield for one upload, and what is known of it since. */
export interface Session {
  readonly upload: Upload;
  readonly fileId: string;
  readonly uploadUrl: string;
  readonly uploadHeaders: Readonly<Record<string, string>>;
  readonly expiresAtMs: number;
  /** Times that Lightfield signed the address again. The old address stays valid. */
  signings: number;
  /** The session whose bytes this one goes on from. */
  readonly replaces: Session | null;
  readonly token: string;
  /** Where the relay takes its bytes; null until the relay has said. */
  path: string | null;
  /** The offset that the client knows. */
  knownOffset: number;
  /** The furthest offset that an answer has confirmed. */
  confirmed: number;
  /** Requests that can lead to a delivery. */
  requests: number;
  /** Calls that (re)open the session and have no answer yet. */
  openings: number;
  isReplaced: boolean;
  close: "none" | "asked" | "answered";
  /** An opening was under way when the close was answered, so it may have come after it. */
  isRevived: boolean;
  end: End | null;
  /** The client was told that there is nothing. */
  isGone: boolean;
  /** When storage got the whole file; null when it has not. */
  storedMs: number | null;
}

/** One file on its way, through one session or several that follow one another. */
export class Upload {
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer>;
  readonly sessions: Session[] = [];
  /** When the first byte could arrive: nothing has to be kept for longer than the expiry time after it. */
  firstOpenedMs: number | null = null;
  /** Calls that clients and hosts have made about it. */
  asked = 0;
  /** Those whose answer has left the process. */
  answered = 0;
  /** How to hang up on each request under way. */
  readonly leave = new Set<() => void>();

  constructor(name: string, random: Random) {
    this.name = name;
    this.content = Uint8Array.from({ length: 1 + random.below(40) }, () => random.below(256));
  }

  get newest(): Session | null {
    return this.sessions.at(-1) ?? null;
  }

  get sizeBytes(): number {
    return this.content.length;
  }
}
