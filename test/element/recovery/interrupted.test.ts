import { expect } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import type { InterruptedUpload } from "../../../src/engine/snapshot.ts";
import { button, find, findAll, focused, plain, type Stage, stage, text, waitUntil } from "../support/stage.ts";

const MB = 1_000_000;

function interrupted(name: string, rest: Partial<InterruptedUpload> = {}): InterruptedUpload {
  const figures = { sizeBytes: 400 * MB, confirmedBytes: 45 * MB, savedAt: Date.now() - 30 * 60_000 };
  return { id: name, name, mimeType: "video/mp4", ...figures, reopenable: true, ...rest };
}

async function stageOf(...uploads: readonly InterruptedUpload[]): Promise<Stage> {
  const on = await stage();
  on.uploader.interrupt(...uploads);
  await waitUntil(() => findAll(on.element, "[part=interrupted]").length === 1);
  return on;
}

/** Visible text of each interrupted upload. */
function entries(element: Element): string[] {
  return findAll(element, "[part=interrupted-file]").map((one) => {
    const seen = one.cloneNode(true) as Element;
    for (const spoken of seen.querySelectorAll(".spoken")) spoken.remove();
    return plain(seen.textContent ?? "");
  });
}

describe("an upload that an earlier visit left unfinished", () => {
  it("is shown before any file is on the list, with its name, its stored part and its age", async () => {
    const { element } = await stageOf(interrupted("recording.mp4"));
    expect(entries(element)).to.deep.equal([
      "recording.mp4 45 MB of 400 MB already uploaded30 minutes ago Resume Discard",
    ]);
    const named = find(element, "[role=group]").getAttribute("aria-labelledby");
    expect(text(element, `#${named}`)).to.equal("Unfinished uploads from an earlier visit");
    expect(find<HTMLTimeElement>(element, "time").title).to.not.equal("");
    expect(element.matches(":state(empty)")).to.equal(true);
  });

  it("claims no stored part for a file of which nothing was sent", async () => {
    const { element } = await stageOf(interrupted("recording.mp4", { confirmedBytes: 0, savedAt: Date.now() }));
    expect(entries(element)[0]).to.contain("recording.mp4 400 MBnow");
  });

  it("shows markup in a name as text", async () => {
    const { element } = await stageOf(interrupted("<img src=x onerror=window.hacked=1>.mp4"));
    expect(findAll(element, "img")).to.deep.equal([]);
    expect(entries(element)[0]).to.contain("<img src=x");
  });

  it("is resumed by a click, within which the engine is called so that the browser may ask the user", async () => {
    const { element, uploader } = await stageOf(interrupted("one.mp4"), interrupted("two.mp4"));
    button(element, "Resume one.mp4").click();
    expect(uploader.commands).to.deep.equal(["resumeInterrupted one.mp4"]);
    await waitUntil(() => entries(element).length === 1);
    expect(entries(element)[0]).to.contain("two.mp4");
  });

  it("asks for the file where the browser could not open it again, and hides the button", async () => {
    const { element, uploader } = await stageOf(interrupted("recording.mp4"));
    uploader.reopens = false;
    button(element, "Resume recording.mp4").focus();
    await sendKeys({ press: "Enter" });
    await waitUntil(() => findAll(element, "[part=resume-button]").length === 0);
    const words =
      "Your browser could not reopen the file. Please add it again; the upload will continue where it stopped.";
    expect(entries(element)[0]).to.contain(words);
    expect(focused(element)).to.equal(button(element, "recording.mp4: Choose it again"));
    await waitUntil(() => text(element, "[role=status]") === words, "a screen reader hears it");
  });

  it("asks for the same file where the browser kept no file handle", async () => {
    const { element } = await stageOf(interrupted("recording.mp4", { reopenable: false }));
    expect(entries(element)).to.deep.equal([
      "recording.mp4 45 MB of 400 MB already uploaded30 minutes ago Add the same file again to continue. Choose it again Discard",
    ]);
  });

  it("is discarded with a button; the focus moves to the next one, and at the end to the browse button", async () => {
    const { element, uploader, add } = await stageOf(interrupted("one.mp4"), interrupted("two.mp4"));
    await add("other.vtt");
    button(element, "Discard one.mp4").focus();
    await sendKeys({ press: "Enter" });
    await waitUntil(() => entries(element).length === 1);
    expect(focused(element)).to.equal(button(element, "Resume two.mp4"));
    button(element, "Discard two.mp4").focus();
    await sendKeys({ press: "Enter" });
    await waitUntil(() => entries(element).length === 0);
    expect(focused(element), "and not to a button of the list").to.equal(button(element, "Choose files"));
    expect(uploader.commands).to.deep.equal(["discardInterrupted one.mp4", "discardInterrupted two.mp4"]);
  });

  it("cannot be resumed while the element accepts no files", async () => {
    const { element, uploader } = await stageOf(interrupted("recording.mp4"));
    element.disabled = true;
    await element.updateComplete;
    const resume = button(element, "Resume recording.mp4");
    expect(resume.getAttribute("aria-disabled")).to.equal("true");
    resume.click();
    expect(uploader.commands).to.deep.equal([]);
  });

  it("can be resumed in place of the one file that is over, and not of one that is running", async () => {
    const { element, uploader, add } = await stageOf(interrupted("recording.mp4"));
    element.multiple = false;
    uploader.options = { maxFiles: 1 };
    const id = await add("other.mp4");
    const resume = button(element, "Resume recording.mp4");
    expect(resume.getAttribute("aria-disabled")).to.equal("true");
    uploader.succeed(id);
    await waitUntil(() => !resume.hasAttribute("aria-disabled"));
    resume.click();
    expect(uploader.commands).to.deep.equal(["resumeInterrupted recording.mp4"]);
  });

  it("is removed from the section when it is resumed, also by adding the file", async () => {
    const { element, uploader } = await stageOf(interrupted("recording.mp4"));
    uploader.interrupt();
    await waitUntil(() => findAll(element, "[part=interrupted]").length === 0);
  });
});
