import { expect } from "@open-wc/testing";
import type { Hint, Inspection, Preview } from "../../../src/engine/inspection.ts";
import { holdTime } from "../../support/held-time.ts";
import { button, find, findAll, type Stage, stage, text, waitUntil } from "../support/stage.ts";

/** Hints that come within this time are spoken together. */
const GATHER_MS = 300;
const PREVIEW: Preview = { speakers: ["Zoë", "李小龙", "عمر"], cues: 1204, durationMs: 42 * 60_000, complete: true };

async function see({ element, uploader }: Stage, id: string, seen: Partial<Inspection>): Promise<void> {
  const upload = uploader.patch(id, { inspection: { hint: null, preview: null, ...seen } });
  uploader.emit({ type: "inspected", upload });
  await element.updateComplete;
}

/** Stage with English figures, whatever the language of the browser. */
async function english(): Promise<Stage> {
  const set = await stage();
  set.element.locale = "en";
  return set;
}

const spoken = ({ element }: Stage) => text(element, ".spoken");

describe("the result of inspecting a transcript", () => {
  it("is shown in its row in one line: speakers, duration, cues", async () => {
    const set = await english();
    await see(set, await set.add("weekly.vtt"), { preview: PREVIEW });
    const figures = findAll(set.element, "[part=preview] .figure").map((figure) => figure.textContent);
    expect(figures).to.deep.equal(["3 speakers", "42 min", "1,204 captions"]);
  });

  it("marks estimates, and leaves out speakers without names", async () => {
    const set = await english();
    const id = await set.add("weekly.vtt");
    await see(set, id, { preview: { ...PREVIEW, complete: false } });
    expect(text(set.element, "[part=preview]")).to.equal("3 or more speakers42 minabout 1,204 captions");
    await see(set, id, { preview: { speakers: [], cues: 1, durationMs: 4000, complete: true } });
    expect(text(set.element, "[part=preview]")).to.equal("4 sec1 caption");
  });

  it("is not shown when there is none", async () => {
    const set = await stage();
    await see(set, await set.add("notes.docx"), {});
    expect(findAll(set.element, "[part=preview], [part=hint]")).to.deep.equal([]);
  });

  it("describes the button of the file to screen readers, and is announced once", async () => {
    const set = await stage();
    await see(set, await set.add("weekly.vtt"), { hint: { code: "renamed", named: "vtt", found: "srt" } });
    const hint = find(set.element, "[part=hint]");
    expect(hint.textContent).to.equal(
      "It is named .vtt, but its content looks like .srt. Rename it, or add the right file.",
    );
    expect(button(set.element, "Cancel weekly.vtt").getAttribute("aria-describedby")).to.equal(hint.id);
    await waitUntil(() => spoken(set).includes("weekly.vtt: It is named"));
  });

  it("is announced as a number when many files have hints", async () => {
    const set = await stage();
    // The first hint loads what announces them.
    await see(set, await set.add("first.vtt"), { hint: { code: "blank" } });
    await waitUntil(() => spoken(set).includes("first.vtt: "));
    const time = holdTime(GATHER_MS);
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) ids.push(await set.add(`${index}.vtt`));
    for (const id of ids) await see(set, id, { hint: { code: "blank" } });
    try {
      await waitUntil(async () => {
        time.pass(GATHER_MS);
        // Drawn before more time passes: the live region forgets what it said after some seconds.
        await set.element.updateComplete;
        return spoken(set).includes("Please check 5 files");
      });
    } finally {
      time.release();
    }
    expect(spoken(set)).not.to.include("blank space");
  });

  it("is hidden when the upload is cancelled, and stays when it completes", async () => {
    const set = await stage();
    const id = await set.add("weekly.vtt");
    await see(set, id, { hint: { code: "cut-off" }, preview: PREVIEW });
    set.uploader.succeed(id);
    await set.element.updateComplete;
    expect(findAll(set.element, "[part=hint]")).to.have.length(1);
    const other = await set.add("other.vtt");
    await see(set, other, { hint: { code: "cut-off" } });
    set.uploader.cancel(other);
    await set.element.updateComplete;
    expect(findAll(set.element, "[part=hint]")).to.have.length(1);
  });

  it("has a sentence for every hint, which the page can replace", async () => {
    const set = await stage();
    const id = await set.add("weekly.vtt");
    set.element.messages = { transcripts: { hints: { blank: "Leer." }, cues: (count) => `${count} Untertitel` } };
    const hints: Hint[] = [
      ...(["blank", "no-cues", "cut-off", "recording", "picture", "archive"] as const).map((code) => ({ code })),
      ...(["web-page", "shortcut", "locked", "not-text"] as const).map((code) => ({ code })),
      { code: "renamed", named: "docx", found: "pdf" },
      { code: "encoding", encoding: "legacy" },
    ];
    const sentences = new Set<string>();
    for (const hint of hints) {
      await see(set, id, { hint, preview: PREVIEW });
      sentences.add(text(set.element, "[part=hint]"));
    }
    expect(sentences.size).to.equal(hints.length);
    expect(sentences).to.include("Leer.");
    expect(text(set.element, "[part=preview]")).to.include("1204 Untertitel");
  });
});
