import { expect } from "@open-wc/testing";
import type { UploadSnapshot } from "../../../src/engine/snapshot.ts";
import { holdTime } from "../../support/held-time.ts";
import { button, find, findAll, type Stage, stage, text, waitUntil } from "../support/stage.ts";

/** Files that were uploaded before are announced together when they come within this time. */
const GATHER_MS = 300;
const UPLOADED_AT = Date.UTC(2026, 2, 12, 12);

async function english(): Promise<Stage> {
  const set = await stage();
  set.element.locale = "en";
  return set;
}

/** A file that waits because its content was uploaded before. */
async function duplicate(
  set: Stage,
  name = "weekly.vtt",
  earlier = name,
  sent: Partial<UploadSnapshot> = {},
): Promise<string> {
  const id = await set.add(name);
  const uploadedBefore = { id: "file 1", name: earlier, uploadedAt: UPLOADED_AT };
  const upload = set.uploader.patch(id, {
    status: "paused",
    uploadedBefore,
    canPause: false,
    canResume: true,
    ...sent,
  });
  set.uploader.emit({ type: "duplicate", upload });
  await waitUntil(() => findAll(set.element, `[data-row="${id}"] [part=hint]`).length > 0);
  return id;
}

describe("a file whose content was uploaded before", () => {
  it("says so with the date, and offers to upload it again or to remove it", async () => {
    const set = await english();
    const id = await duplicate(set);
    expect(text(set.element, "[part=status]")).to.equal("Already uploaded on March 12, 2026");
    expect(text(set.element, "[part=hint]")).to.equal("It has not changed since then.");
    const again = button(set.element, "weekly.vtt: Upload again");
    expect(again.textContent).to.equal("Upload again");
    expect(again.getAttribute("aria-describedby")).to.equal(find(set.element, "[part=hint]").id);
    again.click();
    button(set.element, "Remove weekly.vtt from the list").click();
    expect(set.uploader.commands).to.include.members([`resume ${id}`, `remove ${id}`]);
    expect(findAll(set.element, "[part=pause-button]")).to.deep.equal([]);
  });

  it("says so after a part of it was sent, too, when another tab was faster", async () => {
    const set = await english();
    await duplicate(set, "weekly.vtt", "weekly.vtt", { step: "transfer", sentBytes: 5, resumable: true });
    expect(text(set.element, "[part=status]")).to.equal("Already uploaded on March 12, 2026");
    button(set.element, "weekly.vtt: Upload again");
  });

  it("names the earlier file when it had another name, as text", async () => {
    const set = await english();
    await duplicate(set, "weekly (1).vtt", "<b>weekly</b>.vtt");
    expect(text(set.element, "[part=hint]")).to.equal("The same content was uploaded as <b>weekly</b>.vtt.");
  });

  it("is announced once, and as a number among many", async () => {
    const set = await english();
    await duplicate(set);
    const spoken = () => text(set.element, ".spoken");
    await waitUntil(() => spoken().includes("weekly.vtt: Already uploaded on March 12, 2026"));
    const time = holdTime(GATHER_MS);
    try {
      for (let index = 0; index < 5; index += 1) await duplicate(set, `${index}.vtt`);
      await waitUntil(async () => {
        time.pass(GATHER_MS);
        // Drawn before more time passes: the live region forgets what it said after some seconds.
        await set.element.updateComplete;
        return spoken().includes("5 files were already uploaded. Upload them again or remove them.");
      });
    } finally {
      time.release();
    }
  });

  it("is in the language of the element, and in the page's own words", async () => {
    const set = await english();
    set.element.locale = "de";
    await duplicate(set);
    await waitUntil(() => text(set.element, "[part=status]") === "Bereits am 12. März 2026 hochgeladen");
    set.element.messages = { seldom: { already: (date) => `Schon da: ${date}` } };
    await set.element.updateComplete;
    expect(text(set.element, "[part=status]")).to.equal("Schon da: 12. März 2026");
  });

  it("is left out when everything is resumed, and cleared with what is finished", async () => {
    const set = await english();
    const done = await set.add("done.vtt");
    set.uploader.succeed(done);
    const id = await duplicate(set);
    const labels = findAll(set.element, "[part=summary-actions] button").map(({ textContent }) => textContent?.trim());
    expect(labels).to.deep.equal(["Clear finished", "Cancel all"]);
    button(set.element, "Clear finished").click();
    expect(set.uploader.commands).to.include(`remove ${id}`);
  });
});

describe("a file of which the browser does not report how much is sent", () => {
  it("says so without a number, until the browser reports one", async () => {
    const set = await english();
    const id = await set.add("weekly.vtt");
    const sending = { status: "active", step: "transfer", canPause: true } as const;
    set.uploader.patch(id, { ...sending, isMeasured: false });
    await waitUntil(() => text(set.element, "[part=status]") === "Uploading…");
    const bar = () => find(set.element, "[role=progressbar]");
    expect([bar().getAttribute("aria-valuenow"), bar().getAttribute("aria-valuetext")]).to.deep.equal([null, null]);
    set.uploader.patch(id, { ...sending, isMeasured: true, sentBytes: 0 });
    await set.element.updateComplete;
    expect(text(set.element, "[part=status]")).to.match(/^0\s?%$/);
    expect(bar().getAttribute("aria-valuenow")).to.equal("0");
  });

  it("keeps the bytes that the server has confirmed", async () => {
    const set = await english();
    const id = await set.add("weekly.vtt");
    const { sizeBytes } = set.uploader.patch(id, { status: "active", step: "transfer" });
    set.uploader.patch(id, { isMeasured: false, sentBytes: sizeBytes / 2, confirmedBytes: sizeBytes / 2 });
    await waitUntil(() => text(set.element, "[part=status]") === "Uploading…");
    expect(find(set.element, "[role=progressbar]").getAttribute("aria-valuenow")).to.equal("50");
  });
});

describe("an upload that stopped because the user's session has ended", () => {
  it("asks to sign in again, and continues by a button of its own", async () => {
    const set = await english();
    const id = await set.add("weekly.vtt");
    set.uploader.fail(id, "signed-out");
    await set.element.updateComplete;
    await waitUntil(() => text(set.element, "[part=status]") === "Signed out");
    expect(text(set.element, "[part=error]")).to.equal(
      "Sign in again, for example in another tab, then continue here.",
    );
    button(set.element, "weekly.vtt: Continue").click();
    expect(set.uploader.commands).to.include(`retry ${id}`);
  });

  it("has the words of its button where the row is narrow, as the sign of a retry would not tell them", async () => {
    const set = await english();
    set.element.style.inlineSize = "288px";
    set.uploader.fail(await set.add("kickoff.vtt"), "network");
    set.uploader.fail(await set.add("weekly.vtt"), "signed-out");
    await waitUntil(() => findAll(set.element, "[part=status]")[1]?.textContent?.trim() === "Signed out");
    const isSeen = (name: string) => button(set.element, name).querySelector("span")?.checkVisibility();
    expect(isSeen("weekly.vtt: Continue")).to.equal(true);
    expect(button(set.element, "weekly.vtt: Continue").querySelector(".icon")).to.equal(null);
    expect(isSeen("Retry kickoff.vtt")).to.equal(false);
  });
});
