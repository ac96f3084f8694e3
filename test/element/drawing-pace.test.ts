import { expect } from "@open-wc/testing";
import { DrawingPace } from "../../src/element/drawing-pace.ts";
import { type HeldTime, holdTime } from "../support/held-time.ts";

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe("the pace of drawing", () => {
  let time: HeldTime;
  let draws: number;
  let pace: DrawingPace;
  beforeEach(() => {
    time = holdTime();
    draws = 0;
    pace = new DrawingPace(() => {
      draws += 1;
      pace.note();
    });
  });
  afterEach(() => {
    pace.stop();
    time.release();
  });

  it("draws the first change with the next frame", async () => {
    pace.drawSoon();
    await frame();
    expect(draws).to.equal(1);
  });

  it("gathers the changes after a drawing, and draws them once, however slow the machine is", async () => {
    pace.drawSoon();
    await frame();
    for (let change = 0; change < 100; change += 1) pace.drawSoon();
    await frame();
    expect(draws).to.equal(1);
    time.pass(10_000);
    await frame();
    expect(draws).to.equal(2);
  });

  it("draws seven times a second while bytes are reported twenty times a second", async () => {
    for (let report = 0; report < 40; report += 1) {
      pace.drawSoon();
      await frame();
      time.pass(50);
      await frame();
    }
    expect(draws).to.be.within(13, 14);
  });

  it("draws at the next frame when somebody waits for the current snapshot", async () => {
    pace.drawSoon();
    await frame();
    pace.drawSoon();
    await pace.drawn;
    expect(draws).to.equal(2);
    expect(pace.drawn).to.equal(undefined);
  });

  it("draws the end of an upload at the next frame", async () => {
    pace.drawSoon();
    await frame();
    pace.drawSoon();
    pace.drawNextFrame();
    await frame();
    expect(draws).to.equal(2);
  });

  it("draws nothing after it was stopped", async () => {
    pace.drawSoon();
    await frame();
    pace.drawSoon();
    pace.stop();
    time.pass(10_000);
    await frame();
    expect(draws).to.equal(1);
  });
});
