import { expect } from "@open-wc/testing";
import { nextFrame } from "../../src/element/next-frame.ts";

describe("the next frame", () => {
  it("runs waiting work once", async () => {
    let done = 0;
    const { over } = nextFrame(() => done++);
    expect(done).to.equal(0);
    await over;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(done).to.equal(1);
  });

  it("is not waited for where there is none, as in a background tab", async () => {
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

  it("resolves when it is cancelled", async () => {
    let done = 0;
    const frame = nextFrame(() => done++);
    frame.cancel();
    await frame.over;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(done).to.equal(0);
  });
});
