import { expect } from "@open-wc/testing";
import { browserLocks } from "../../src/browser/locks.ts";
import { until } from "../support/backend-client.ts";
import { openFrame } from "./frame.ts";

type Module = typeof import("../../src/browser/locks.ts");
const PATH = "src/browser/locks.ts";

let count = 0;
const freshName = () => `test ${++count}`;

/** Told as a boolean: reporting a failed comparison with the function itself never ends. */
const isRefused = async (locks: Module["browserLocks"], name: string) => (await locks.tryAcquire(name)) === null;

describe("a lock between the tabs of an origin", () => {
  it("is refused to every other document while one holds it, and free afterwards", async () => {
    const name = freshName();
    const [one, other] = await Promise.all([openFrame(), openFrame()]);
    const first = await one.load<Module>(PATH);
    const second = await other.load<Module>(PATH);
    expect(first.browserLocks).to.not.equal(second.browserLocks);

    const release = await first.browserLocks.tryAcquire(name);
    expect(release).to.be.a("function");
    expect(await isRefused(second.browserLocks, name)).to.equal(true);
    expect(await isRefused(browserLocks, name)).to.equal(true);
    expect(await isRefused(first.browserLocks, name), "the holder itself").to.equal(true);
    release?.();
    const next = await until("the lock", () => second.browserLocks.tryAcquire(name));
    expect(await isRefused(first.browserLocks, name)).to.equal(true);
    next();
    one.remove();
    other.remove();
  });

  it("is free again when its document is gone, however it went", async () => {
    const name = freshName();
    const frame = await openFrame();
    const { browserLocks: theirs } = await frame.load<Module>(PATH);
    expect(await theirs.tryAcquire(name)).to.be.a("function");
    expect(await isRefused(browserLocks, name)).to.equal(true);
    frame.remove();
    const release = await until("the lock", () => browserLocks.tryAcquire(name));
    release();
  });

  it("goes to exactly one of many that ask at once", async () => {
    const name = freshName();
    const frames = await Promise.all([openFrame(), openFrame(), openFrame()]);
    const modules = await Promise.all(frames.map((frame) => frame.load<Module>(PATH)));
    const answers = await Promise.all(modules.map(({ browserLocks: theirs }) => theirs.tryAcquire(name)));
    expect(answers.filter((release) => release !== null)).to.have.length(1);
    for (const frame of frames) frame.remove();
  });

  it("can be looked at from every document", async () => {
    const name = freshName();
    const frame = await openFrame();
    const { browserLocks: theirs } = await frame.load<Module>(PATH);
    expect(await theirs.isFree(name)).to.equal(true);
    const release = await browserLocks.tryAcquire(name);
    expect(await theirs.isFree(name)).to.equal(false);
    expect(await browserLocks.isFree(name)).to.equal(false);
    release?.();
    expect(await browserLocks.isFree(name)).to.equal(true);
    await until("the other document to see it free", () => theirs.isFree(name));
    frame.remove();
  });

  it("is never refused because another document looks at it", async () => {
    const name = freshName();
    const frame = await openFrame();
    const { browserLocks: theirs } = await frame.load<Module>(PATH);
    for (let round = 0; round < 50; round += 1) {
      const looks = Array.from({ length: 5 }, () => theirs.isFree(name));
      const release = await browserLocks.tryAcquire(name);
      expect(release, `round ${round}`).to.be.a("function");
      await Promise.all(looks);
      release?.();
    }
    frame.remove();
  });

  it("concerns its own name only", async () => {
    const release = await browserLocks.tryAcquire(freshName());
    const other = await browserLocks.tryAcquire(freshName());
    expect(other).to.be.a("function");
    release?.();
    other?.();
  });

  it("can be taken anew as soon as it is given back", async () => {
    const name = freshName();
    for (let round = 0; round < 200; round += 1) {
      const release = await browserLocks.tryAcquire(name);
      expect(release, `round ${round}`).to.be.a("function");
      release?.();
    }
  });

  it("may be given back twice", async () => {
    const name = freshName();
    const release = await browserLocks.tryAcquire(name);
    release?.();
    const next = await browserLocks.tryAcquire(name);
    release?.();
    expect(await isRefused(browserLocks, name), "the second call must not free the next holder's").to.equal(true);
    next?.();
  });

  it("is free where the page may not have locks, as in a sandboxed frame", async () => {
    const refuse = () => Promise.reject(new DOMException("no origin", "SecurityError"));
    Object.defineProperty(navigator, "locks", { value: { request: refuse, query: refuse }, configurable: true });
    try {
      expect(await browserLocks.tryAcquire("x")).to.be.a("function");
      expect(await browserLocks.isFree("x")).to.equal(true);
    } finally {
      Reflect.deleteProperty(navigator, "locks");
    }
  });

  it("is free where the browser has no locks: outside of secure contexts", async () => {
    Object.defineProperty(navigator, "locks", { value: undefined, configurable: true });
    try {
      expect(await browserLocks.tryAcquire("x")).to.be.a("function");
      expect(await browserLocks.tryAcquire("x")).to.be.a("function");
      expect(await browserLocks.isFree("x")).to.equal(true);
    } finally {
      Reflect.deleteProperty(navigator, "locks");
    }
  });
});
