import { expect } from "@open-wc/testing";
import { backend, sinkTarget, until } from "./backend-client.ts";

describe("the sink that transport tests send to", () => {
  it("remembers how many bytes came and their MD5", async () => {
    const target = await sinkTarget();
    const response = await fetch(target.url, { method: "PUT", body: new Blob(["hello"]) });
    expect(response.status).to.equal(200);
    const [arrival] = await target.arrivals();
    expect(arrival?.bytes).to.equal(5);
    expect(arrival?.md5).to.equal("5d41402abc4b2a76b9719d911017c592");
  });

  it("answers with the status and the Retry-After that it is told to, so often as it is told to", async () => {
    const target = await sinkTarget({ status: 503, retryAfter: 2, times: 1 });
    const first = await fetch(target.url, { method: "PUT", body: "x" });
    expect([first.status, first.headers.get("retry-after")]).to.deep.equal([503, "2"]);
    expect((await fetch(target.url, { method: "PUT", body: "x" })).status).to.equal(200);
  });

  it("refuses the preflight when CORS is off, so that the body never comes", async () => {
    const target = await sinkTarget({ cors: "none" });
    const error = await fetch(target.url, { method: "PUT", body: "x" }).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TypeError);
    expect((await target.log()).map(({ method }) => method)).to.deep.equal(["OPTIONS"]);
  });

  it("hides its answer from the page when only the preflight passes", async () => {
    const target = await sinkTarget({ cors: "preflight", status: 403 });
    const error = await fetch(target.url, { method: "PUT", body: "x" }).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TypeError);
    expect((await target.arrivals()).at(-1)?.status).to.equal(403);
  });

  it("cuts the connection after the given number of bytes", async () => {
    const target = await sinkTarget({ cutAfter: 100_000 });
    const body = new Blob([new Uint8Array(5_000_000)]);
    const error = await fetch(target.url, { method: "PUT", body }).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TypeError);
    const [arrival] = await target.arrivals();
    expect(arrival?.state).to.equal("cut");
    expect(arrival?.bytes).to.be.within(100_000, 1_000_000);
  });

  it("notices when the page gives up", async () => {
    const target = await sinkTarget({ noAnswer: 1 });
    const controller = new AbortController();
    const answer = fetch(target.url, { method: "PUT", body: "x", signal: controller.signal }).catch(() => "stopped");
    await until("the body to arrive", async () => (await target.arrivals())[0]?.state === "received");
    controller.abort();
    expect(await answer).to.equal("stopped");
  });

  it("has an address at which nobody listens", async () => {
    const { closed } = await backend();
    const error = await fetch(closed).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TypeError);
  });
});
