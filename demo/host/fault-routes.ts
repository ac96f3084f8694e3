import type { Hono } from "hono";
import type { RunningEmulator } from "../emulator/index.ts";
import { DEMO_FAULTS, type DemoFault, type DemoTransfer, faultsFor, isDemoFaultName } from "./faults.ts";

/** State of a fault button. */
export interface FaultButton {
  readonly name: string;
  readonly title: string;
  readonly says: string;
}

/** Routes for the demo's fault buttons. Without the emulator the list is empty. */
export function addFaultRoutes(app: Hono, emulator: RunningEmulator | null): void {
  app.get("/demo/faults", (c) => {
    const transfer = transferOf(c.req.query("transfer"));
    const buttons = Object.entries<DemoFault>(DEMO_FAULTS).map(([name, { title, says, saysOfTus }]): FaultButton => {
      return { name, title, says: (transfer === "tus" && saysOfTus) || says };
    });
    return c.json(emulator ? buttons : []);
  });

  app.post("/demo/faults", async (c) => {
    if (!emulator) return c.json({ error: "The real Lightfield does not fail on demand." }, 409);
    const body: unknown = await c.req.json().catch(() => null);
    const name = body && typeof body === "object" && "fault" in body ? body.fault : null;
    if (!isDemoFaultName(name)) return c.json({ error: "There is no such fault." }, 400);
    emulator.faults.add(...faultsFor(DEMO_FAULTS[name], transferOf(c.req.query("transfer"))));
    return c.body(null, 204);
  });

  app.delete("/demo/faults", (c) => {
    emulator?.faults.clear();
    return c.body(null, 204);
  });
}

function transferOf(text: string | undefined): DemoTransfer {
  return text === "tus" ? "tus" : "put";
}
