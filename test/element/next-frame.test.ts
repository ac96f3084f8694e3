import { expect } from "@open-wc/testing";
import { nextFrame } from "../../src/element/next-frame.ts";
import { type HeldTime, holdTime } from "../support/held-time.ts";

/** Longer than a frame is waited for. */
const LONG_MS = 60_000;

/** Frames come in the order in which they were asked for, so one that was asked for earlier is over, too. */
const laterFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe("the next frame", () => {
  let time: HeldTime;
  beforeEach(() => {
    time = holdTime();
  });
  afterEach(() => time.release());

  it("runs waiting work once", async () => {
    let done = 0;
    const { over } = nextFrame(() => done++);
    expect(done).to.equal(0);
    await over;
    time.pass(LONG_MS);
    await laterFrame();
    expect(done).to.equal(1);
  });

  it("is not waited for where there is none, as in a background tab", async () => {
    const { requestAnimationFrame } = window;
    window.requestAnimationFrame = () => 0;
    try {
      let done = 0;
      const { over } = nextFrame(() => done++);
      time.pass(LONG_MS);
      await over;
      expect(done).to.equal(1);
    } finally {
      window.requestAnimationFrame = requestAnimationFrame;
    }
  });

  it("resolves when it is cancelled", async () => {
    let done = 0;
    const frame = nextFrame(() => done++);
    frame.cancel();
    await frame.over;
    time.pass(LONG_MS);
    await laterFrame();
    expect(done).to.equal(0);
  });
});
