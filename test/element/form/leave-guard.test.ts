import { expect } from "@open-wc/testing";
import { stage } from "../support/stage.ts";

/** Whether the browser would ask before the page is left. */
function asks(): boolean {
  return !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
}

describe("leaving the page", () => {
  it("asks only while an upload is running", async () => {
    const { element, uploader, add } = await stage();
    expect(asks()).to.equal(false);
    const id = await add("one.vtt");
    expect(asks(), "it is in the queue").to.equal(true);
    uploader.begin(id);
    await element.updateComplete;
    expect(asks(), "it is under way").to.equal(true);
    uploader.patch(id, { status: "waiting", waitReason: "offline" });
    element.requestUpdate();
    await element.updateComplete;
    expect(asks(), "it waits for the network").to.equal(true);
    uploader.succeed(id);
    await element.updateComplete;
    expect(asks(), "it is uploaded").to.equal(false);
    uploader.fail(await add("two.vtt"), "network");
    await element.updateComplete;
    expect(asks(), "it failed").to.equal(false);
  });

  it("asks until no element has a running upload", async () => {
    const [one, other] = [await stage(), await stage()];
    const first = await one.add("one.vtt");
    const last = await other.add("two.vtt");
    one.uploader.succeed(first);
    await one.element.updateComplete;
    expect(asks()).to.equal(true);
    other.uploader.succeed(last);
    await other.element.updateComplete;
    expect(asks()).to.equal(false);
  });

  it("does not ask for uploads that were not started", async () => {
    const { element, uploader, add } = await stage();
    uploader.configure({ autoStart: false });
    element.noAuto = true;
    await add("one.vtt");
    expect(asks()).to.equal(false);
  });

  it("asks for a paused upload, unless its bytes are stored for the next visit", async () => {
    const { element, uploader, add } = await stage();
    const id = await add("one.vtt");
    uploader.begin(id);
    uploader.pause(id);
    await element.updateComplete;
    expect(asks(), "it begins anew").to.equal(true);
    uploader.patch(id, { status: "paused", resumable: true, confirmedBytes: 500 });
    element.requestUpdate();
    await element.updateComplete;
    expect(asks(), "it goes on from there").to.equal(false);
    element.noRecovery = true;
    await element.updateComplete;
    expect(asks(), "nothing is kept").to.equal(true);
    uploader.cancel(id);
    await element.updateComplete;
    expect(asks()).to.equal(false);
  });

  it("does not ask with no-leave-warning", async () => {
    const { element, add } = await stage();
    await add("one.vtt");
    element.noLeaveWarning = true;
    await element.updateComplete;
    expect(asks()).to.equal(false);
  });

  it("asks after the element was moved, and not after it was removed", async () => {
    const { element, add } = await stage();
    await add("one.vtt");
    const elsewhere = document.createElement("div");
    document.body.append(elsewhere);
    elsewhere.append(element);
    await element.updateComplete;
    expect(asks()).to.equal(true);
    elsewhere.remove();
    await new Promise((resolve) => setTimeout(resolve));
    expect(asks()).to.equal(false);
  });
});
