import { expect, oneEvent } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { button, findAll, focused, shadow, stage, text, waitUntil } from "../support/stage.ts";

const MB = 1_000_000;
const UNDER_WAY = { status: "active", step: "transfer", resumable: true } as const;

/** File that reports this size without having as many bytes. */
function fileOf(name: string, bytes: number): File {
  const file = new File(["x"], name);
  Object.defineProperty(file, "size", { value: bytes });
  return file;
}

function labels(element: Element): (string | undefined)[] {
  return findAll(element, ".summary button").map(({ textContent }) => textContent?.trim());
}

describe("pausing one upload", () => {
  it("turns its button into the one that resumes it, and keeps the focus on it", async () => {
    const { element, uploader, add } = await stage();
    const id = await add("interview.mp4");
    uploader.patch(id, UNDER_WAY);
    await waitUntil(() => findAll(element, "[part=pause-button]").length === 1);
    const pause = button(element, "Pause interview.mp4");
    pause.focus();
    await sendKeys({ press: "Enter" });
    await element.updateComplete;
    expect(button(element, "Resume interview.mp4")).to.equal(pause);
    expect(focused(element)).to.equal(pause);
    await sendKeys({ press: " " });
    await element.updateComplete;
    expect(button(element, "Pause interview.mp4")).to.equal(pause);
    expect(uploader.commands).to.deep.equal([`pause ${id}`, `resume ${id}`]);
  });

  it("shows the same progress in words as in the bar", async () => {
    const { element, uploader } = await stage();
    await element.addFiles([fileOf("recording.mp4", 400 * MB)]);
    const patch = { status: "paused", resumable: true, sentBytes: 45 * MB, confirmedBytes: 45 * MB } as const;
    uploader.patch("u1", patch);
    await waitUntil(() => findAll(element, "[data-status=paused]").length === 1);
    expect(text(element, "[part=meta]")).to.match(/^Paused ?45 MB of 400 MB$/);
    expect(shadow(element).querySelector("[role=progressbar]")?.getAttribute("aria-valuenow")).to.equal("11");
  });

  it("has no button where it would lose sent bytes; the method pauses all the same", async () => {
    const { element, uploader, add } = await stage();
    const id = await add("interview.vtt");
    uploader.patch(id, { ...UNDER_WAY, resumable: false, sentBytes: 300 });
    await waitUntil(() => findAll(element, "[data-status=active]").length === 1);
    expect(findAll(element, "[part=pause-button]")).to.deep.equal([]);
    const paused = oneEvent(element, "upload-pause");
    element.pause(id);
    expect((await paused).detail.upload.status).to.equal("paused");
    await element.updateComplete;
    expect(text(element, "[part=meta]"), "nothing of it is safe").to.match(/^Paused ?1 kB$/);
    const resumed = oneEvent(element, "upload-resume");
    button(element, "Resume interview.vtt").click();
    expect((await resumed).detail.upload.id).to.equal(id);
  });
});

describe("pausing all", () => {
  it("is offered when an upload is resumable, and pauses only what loses nothing, queued uploads first", async () => {
    const { element, uploader, add } = await stage();
    const put = await add("put.vtt");
    uploader.patch(put, { ...UNDER_WAY, resumable: false, sentBytes: 300 });
    const queued = await add("queued.mp4");
    await element.updateComplete;
    expect(labels(element)).to.deep.equal(["Cancel all"]);
    const tus = await add("tus.mp4");
    uploader.patch(tus, UNDER_WAY);
    const later = await add("later.mp4");
    button(element, "Pause all").click();
    expect(uploader.commands).to.deep.equal([`pause ${queued}`, `pause ${later}`, `pause ${tus}`]);
    expect(uploader.get(put).status).to.equal("active");
  });

  it("turns into resuming all under the same focus", async () => {
    const { element, uploader, add } = await stage();
    for (const name of ["one.mp4", "two.mp4"]) uploader.patch(await add(name), UNDER_WAY);
    await waitUntil(() => labels(element).includes("Pause all"));
    const all = button(element, "Pause all");
    all.focus();
    await sendKeys({ press: "Enter" });
    await element.updateComplete;
    expect(labels(element)).to.deep.equal(["Resume all", "Cancel all"]);
    expect(focused(element)).to.equal(button(element, "Resume all"));
    await sendKeys({ press: "Enter" });
    await element.updateComplete;
    expect(uploader.snapshot.counts.paused).to.equal(0);
    expect(focused(element)).to.equal(button(element, "Pause all"));
  });

  it("is offered beside resuming all when some are paused; the focus moves to the other when one disappears", async () => {
    const { element, uploader, add } = await stage();
    uploader.patch(await add("one.mp4"), UNDER_WAY);
    uploader.patch(await add("two.mp4"), { status: "paused", resumable: true });
    await waitUntil(() => labels(element).includes("Resume all"));
    expect(labels(element)).to.deep.equal(["Pause all", "Resume all", "Cancel all"]);
    button(element, "Resume all").focus();
    await sendKeys({ press: "Enter" });
    await element.updateComplete;
    expect(labels(element)).to.deep.equal(["Pause all", "Cancel all"]);
    expect(focused(element)).to.equal(button(element, "Pause all"));
  });

  it("is not triggered by the next key press after the list was cleared", async () => {
    const { element, uploader, add } = await stage();
    uploader.succeed(await add("done.mp4"));
    for (const name of ["one.mp4", "two.mp4"]) uploader.patch(await add(name), { ...UNDER_WAY, status: "paused" });
    await waitUntil(() => labels(element).includes("Clear finished"));
    button(element, "Clear finished").focus();
    await sendKeys({ press: "Enter" });
    await element.updateComplete;
    expect(focused(element)).to.equal(button(element, "Choose files"));
  });
});
