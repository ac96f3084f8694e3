import type { Hono } from "hono";
import type { RunningEmulator } from "../emulator/index.ts";
import { DEMO_FAULTS, isDemoFaultName } from "./faults.ts";

/** What a fault button shows. */
export interface FaultButton {
  readonly name: string;
  readonly title: string;
  readonly says: string;
}

/** The demo's fault buttons. Without a local Lightfield there is nothing to break, and the list is empty. */
export function addFaultRoutes(app: Hono, emulator: RunningEmulator | null): void {
  app.get("/demo/faults", (c) => {
    const buttons: FaultButton[] = emulator
      ? Object.entries(DEMO_FAULTS).map(([name, { title, says }]) => ({ name, title, says }))
      : [];
    return c.json(buttons);
  });

  app.post("/demo/faults", async (c) => {
    if (!emulator) return c.json({ error: "The real Lightfield does not fail on demand." }, 409);
    const body: unknown = await c.req.json().catch(() => null);
    const name = body && typeof body === "object" && "fault" in body ? body.fault : null;
    if (!isDemoFaultName(name)) return c.json({ error: "There is no such fault." }, 400);
    emulator.faults.add(...DEMO_FAULTS[name].faults);
    return c.body(null, 204);
  });

  app.delete("/demo/faults", (c) => {
    emulator?.faults.clear();
    return c.body(null, 204);
  });
}
