import { expect } from "@open-wc/testing";
import { type Frame, openFrame } from "../browser/frame.ts";
import { sinkTarget, until } from "../support/backend-client.ts";

const SCOPE = "/__passed-on/";
const MB = 1_000_000;

/** Tells a frame's own events from one list. */
type Told = ["sent", number | null] | ["confirmed", number];

/** The browser does not report what is sent. */
const UNMEASURED: Told = ["sent", null];

describe("a PUT under a service worker that passes requests on", () => {
  let frame: Frame;

  before(async () => {
    const registration = await navigator.serviceWorker.register(`${SCOPE}worker.js`, { scope: SCOPE });
    await until("the service worker to be active", () => registration.active?.state === "activated");
  });
  beforeEach(async () => {
    frame = await openFrame(`${SCOPE}page.html`);
  });
  afterEach(() => frame.remove());
  after(async () => {
    await (await navigator.serviceWorker.getRegistration(SCOPE))?.unregister();
  });

  async function send(url: string, file: Blob) {
    const { createPutTransport } =
      await frame.load<typeof import("../../src/transports/put.ts")>("src/transports/put.ts");
    const stop = new AbortController();
    const told: Told[] = [];
    const result = createPutTransport().send({
      file,
      transfer: { kind: "put", url, headers: {} },
      confirmed: 0,
      resuming: false,
      signal: stop.signal,
      onSent: (bytes) => told.push(["sent", bytes]),
      onConfirmed: (bytes) => told.push(["confirmed", bytes]),
    });
    return { told, result, stop };
  }

  it("arrives whole", async () => {
    const target = await sinkTarget();
    const { told, result } = await send(target.url, new Blob(["hello"]));
    await result;
    expect(told.at(-1)).to.deep.equal(["confirmed", 5]);
    expect((await target.arrivals())[0]?.md5).to.equal("5d41402abc4b2a76b9719d911017c592");
  });

  it("claims nothing as sent while storage still reads", async () => {
    const size = 24 * MB;
    const target = await sinkTarget({ hold: MB });
    const { told, result } = await send(target.url, new Blob([new Uint8Array(size)]));
    await until("the first bytes", async () => ((await target.arrivals()).at(-1)?.bytes ?? 0) >= MB);
    expect(told).to.deep.equal([UNMEASURED]);
    await target.goOn(1000);
    await result;
    expect(told.at(-1)).to.deep.equal(["confirmed", size]);
  });

  // Neither Chromium nor Firefox ends the worker's request then: the session is cancelled at the host all the same.
  it("ends at once for the page when it is cancelled, and confirms nothing", async () => {
    const target = await sinkTarget({ hold: MB });
    const { told, result, stop } = await send(target.url, new Blob([new Uint8Array(24 * MB)]));
    await until("the first bytes", async () => ((await target.arrivals()).at(-1)?.bytes ?? 0) >= MB);
    const reason = new Error("cancelled");
    stop.abort(reason);
    expect(await result.catch((error: unknown) => error)).to.equal(reason);
    await target.goOn(1000);
    expect(told).to.deep.equal([UNMEASURED]);
  });
});
