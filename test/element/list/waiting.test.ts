import { expect } from "@open-wc/testing";
import { UploadError } from "../../../src/engine/errors.ts";
import { type HeldTime, holdTime } from "../../support/held-time.ts";
import { findAll, plain, stage, text, waitUntil } from "../support/stage.ts";

const WAITING = { status: "waiting", step: "transfer", waitReason: "backoff", resumable: true } as const;

describe("an upload that waits", () => {
  let time: HeldTime;
  beforeEach(() => {
    time = holdTime(1000);
  });
  afterEach(() => time.release());

  it("says that the connection was interrupted, and counts the seconds down to the next try", async () => {
    const { element, uploader, add } = await stage();
    uploader.patch(await add("interview.vtt"), { ...WAITING, waitingUntil: Date.now() + 60_000 });
    await waitUntil(() => findAll(element, "[data-status=waiting]").length === 1);
    expect(text(element, "[part=status]")).to.equal("The connection was interrupted. Trying again in 60 sec.");
    await element.updateComplete;
    time.pass(1000);
    await waitUntil(() => text(element, "[part=status]").endsWith("Trying again in 59 sec."));
  });

  it("says that the server is busy and how long it asked to wait, and offers no way around that", async () => {
    const { element, uploader, add } = await stage();
    const error = new UploadError("rate-limited", "429", { retryAfterMs: 90_000 });
    uploader.patch(await add("interview.vtt"), { ...WAITING, error, waitingUntil: Date.now() + 90_000 });
    await waitUntil(() => findAll(element, "[data-status=waiting]").length === 1);
    expect(text(element, "[part=status]")).to.equal("The server is busy. Trying again in 90 sec.");
    const parts = findAll(element, ".row button").map((one) => one.getAttribute("part"));
    expect(parts).to.deep.equal(["pause-button", "cancel-button"]);
  });

  it("says that the browser is offline, and when the upload resumes", async () => {
    const { element, uploader, add } = await stage();
    uploader.patch(await add("interview.vtt"), { ...WAITING, waitReason: "offline" });
    await waitUntil(() => findAll(element, "[data-status=waiting]").length === 1);
    expect(text(element, "[part=status]")).to.equal(
      "You are offline. Uploading continues as soon as you are back online.",
    );
  });

  it("says that it is finishing, and no percentage, when all is sent and the server has not answered", async () => {
    const { element, uploader, add } = await stage();
    uploader.progress(await add("interview.vtt"), 1000);
    await waitUntil(() => findAll(element, "[data-status=active]").length === 1);
    expect(text(element, "[part=meta]")).to.match(/^Finishing… ?1 kB$/);
  });

  it("writes bytes in the plural", async () => {
    const { element, uploader, add } = await stage();
    const id = await add("note.txt", "x".repeat(12));
    expect(text(element, "[part=meta]")).to.match(/^Queued ?12 bytes$/);
    uploader.patch(id, { status: "active", step: "transfer", sentBytes: 4, bytesPerSecond: 12 });
    await waitUntil(() => findAll(element, "[data-status=active]").length === 1);
    expect(text(element, "[part=meta]")).to.match(/4 bytes of 12 bytes ?12 bytes per second ?1 sec left$/);
  });
});

describe("an upload that an earlier visit started", () => {
  it("says that it was continued, until it is over", async () => {
    const { element, uploader, add } = await stage();
    const id = await add("recording.mp4");
    uploader.patch(id, { status: "active", step: "transfer", origin: "continued", sentBytes: 500 });
    await waitUntil(() => findAll(element, "[data-status=active]").length === 1);
    expect(text(element, "[part=meta]")).to.contain("Continued from where it stopped");
    uploader.succeed(id);
    await element.updateComplete;
    expect(text(element, "[part=meta]")).to.match(/^Uploaded and verified ?1 kB$/);
  });

  it("says that it restarts because the content has changed", async () => {
    const { element, uploader, add } = await stage();
    uploader.patch(await add("recording.mp4"), { status: "active", step: "transfer", origin: "changed" });
    await waitUntil(() => findAll(element, "[data-status=active]").length === 1);
    expect(plain(findAll(element, "[part=file]")[0]?.textContent ?? "")).to.contain(
      "The file has changed since last time, so it is being uploaded from the beginning.",
    );
  });
});
