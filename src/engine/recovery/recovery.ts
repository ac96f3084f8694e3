import type { Checkpoint, Ports } from "../ports.ts";
import { callWithRetries } from "../session/call-with-retries.ts";
import type { HostGate } from "../session/host-gate.ts";
import { terminateTransfer } from "../session/transfer-kinds.ts";
import { type CheckpointConfig, CheckpointKeeper } from "./checkpoint-keeper.ts";
import { identify, isSameFile } from "./fingerprint.ts";
import { type Claim, SessionClaims } from "./session-claims.ts";

/** An interrupted upload whose file was opened again by its handle. */
export interface Reopened {
  readonly claim: Claim;
  readonly checkpoint: Checkpoint;
  readonly file: File;
  /** Whether the file is unchanged since the checkpoint. */
  readonly isSame: boolean;
}

/** The uploads that outlive a page: stores those of one uploader, and finds, resumes and discards the interrupted ones. */
export class Recovery {
  readonly claims: SessionClaims;
  readonly #ports: Ports;
  readonly #gate: HostGate;

  constructor(ports: Ports, gate: HostGate, onChange: () => void) {
    this.#ports = ports;
    this.#gate = gate;
    this.claims = new SessionClaims(ports, onChange);
  }

  keeperFor(upload: CheckpointConfig): CheckpointKeeper {
    return new CheckpointKeeper(this.#ports, this.claims, upload);
  }

  /** Claims one and opens its file; null when another tab works on it, or the browser cannot or may not open or read the file. */
  async reopen(id: string): Promise<Reopened | null> {
    const checkpoint = this.claims.find(id);
    if (!checkpoint) return null;
    // Requested at once, while the user's click still counts.
    const opening = this.#ports.checkpoints.reopen(id).catch(() => null);
    const claim = await this.#claim(checkpoint);
    const file = await opening;
    const never = new AbortController().signal;
    // A file that cannot be read is no other file: what was confirmed of it is kept.
    const identity = claim && file && (await identify(file, this.#ports.hasher, never).catch(() => null));
    if (!claim || !file || !identity) {
      claim?.leave();
      return null;
    }
    // The handle does not know the folder, so the name is not compared.
    const isSame = isSameFile({ ...identity, name: checkpoint.file.name }, checkpoint.file);
    return { claim, file, isSame, checkpoint };
  }

  /** Cancels one at the host and frees its bytes, unless another tab works on it. */
  async discard(id: string): Promise<void> {
    const checkpoint = this.claims.find(id);
    const claim = checkpoint && (await this.#claim(checkpoint));
    if (claim) await this.abandon(claim, checkpoint);
  }

  /** Discards an interrupted upload that is already claimed. */
  async abandon(claim: Claim, { session }: Checkpoint): Promise<void> {
    const { host, transports } = this.#ports;
    const never = new AbortController().signal;
    await claim.forget(true);
    await callWithRetries(this.#ports, this.#gate, () => host.cancel(session, never));
    await terminateTransfer(transports, session.transfer, never);
  }

  /**
   * Claims an interrupted upload; null when another upload works on it, or another tab has finished it since it was
   * found.
   */
  async #claim({ session, scope }: Checkpoint): Promise<Claim | null> {
    const claim = await this.claims.acquire(session.id);
    if (!claim) return null;
    const kept = await this.#ports.checkpoints.list(scope).catch(() => []);
    if (kept.some((one) => one.session.id === session.id)) return claim;
    await claim.forget(false);
    return null;
  }
}
