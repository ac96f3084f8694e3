import { expect } from "@open-wc/testing";
import { nextFrame } from "../../src/element/next-frame.ts";

describe("the next frame", () => {
  it("does what waits for it once", async () => {
    let done = 0;
    const { over } = nextFrame(() => done++);
    expect(done).to.equal(0);
    await over;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(done).to.equal(1);
  });

  it("is not waited for where there is none, as in a tab in the background", async () => {
    const { requestAnimationFrame } = window;
    window.requestAnimationFrame = () => 0;
    try {
      let done = 0;
      await nextFrame(() => done++).over;
      expect(done).to.equal(1);
    } finally {
      window.requestAnimationFrame = requestAnimationFrame;
    }
  });

  it("leaves nobody waiting when it is called off", async () => {
    let done = 0;
    const frame = nextFrame(() => done++);
    frame.cancel();
    await frame.over;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(done).to.equal(0);
  });
});
