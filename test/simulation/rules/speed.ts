import type { UploadSnapshot } from "../../../src/engine/snapshot.ts";
import type { Account } from "../accounts.ts";
import type { Page } from "../page.ts";
import type { World } from "../world/world.ts";

/** Time in which the shown speed has to follow the line. */
const FOLLOW_MS = 10_000;
const TOLERANCE = 0.3;

/** The speed and the time left of a transfer follow the line within ten seconds. */
export function checkSpeed({ sim, watch, network }: World, { tab }: Page, row: UploadSnapshot, account: Account): void {
  const { now } = sim.clock;
  const since = account.movingSince;
  // A frozen page takes late events for the present, until the next one.
  const calmMs = now - watch.disturbedAt - sim.settings.progressMs;
  if (since === null || calmMs < FOLLOW_MS || now - since < FOLLOW_MS) return;
  const speed = row.bytesPerSecond;
  const stoodMs = now - Math.max(account.movedAt, since);
  if (stoodMs > FOLLOW_MS && row.sentBytes < account.sendingUpTo) {
    if (speed !== null && speed >= 1) {
      sim.report("speed", `${tab.name}: ${row.name} shows ${Math.round(speed)} B/s after ${stoodMs} ms without a byte`);
    }
    return;
  }
  const isSteady = now - network.rateSince > FOLLOW_MS && stoodMs <= sim.settings.progressMs * 2;
  if (!isSteady || network.rate < 10 || row.sentBytes >= account.sendingUpTo) return;
  if (speed === null || Math.abs(speed - network.rate) > network.rate * TOLERANCE) {
    sim.report("speed", `${tab.name}: ${row.name} shows ${speed} B/s, the line does ${network.rate}`);
  } else if (row.remainingMs === null) {
    sim.report("speed", `${tab.name}: ${row.name} has a speed and no time left`);
  }
}
