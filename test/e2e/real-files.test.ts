/** Files after public ones and bug reports, chosen from the disk: what a page says about each. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { LightfieldUploader } from "../../src/index.ts";
import { sourceFile } from "./source-files.ts";
import { openStage, type Stage } from "./support.ts";
import { until } from "./waiting.ts";

interface Case {
  readonly file: string;
  /** Code of the hint; "any" where a hint is as right as none. */
  readonly hint: string | null;
  readonly speakers: readonly string[];
  readonly cues: number;
}

const FOLDER = fileURLToPath(new URL("../transcripts/cases/", import.meta.url));

let stage: Stage;
before(async () => {
  stage = await openStage();
});
afterEach(() => stage.endTest());
after(() => stage.close());

test("each file gets the hint and the preview that are right, and no other", async () => {
  const cases = JSON.parse(await readFile(join(FOLDER, "index.json"), "utf8")) as Case[];
  const widget = await stage.open();
  const element = widget.page.locator("lightfield-uploader");
  await element.evaluate((node: LightfieldUploader) => {
    node.purpose = "meeting_transcript";
    node.noAuto = true;
  });
  await widget.pick(cases.map(({ file }) => join(FOLDER, file)));
  const inspected = () =>
    element.evaluate((node: LightfieldUploader) =>
      node.uploads.map(({ name, inspection }) => ({
        file: name,
        isInspected: inspection !== null,
        hint: inspection?.hint?.code ?? null,
        speakers: inspection?.preview?.speakers ?? [],
        cues: inspection?.preview?.cues ?? 0,
      })),
    );
  await until("all are inspected", async () => {
    const seen = await inspected();
    return seen.length === cases.length && seen.every(({ isInspected }) => isInspected);
  });
  const expected = new Map(cases.map((one) => [one.file, one]));
  for (const { file, hint, speakers, cues } of await inspected()) {
    const right = expected.get(file);
    assert.deepEqual(
      { file, hint: right?.hint === "any" ? "any" : hint, speakers, cues },
      { file, hint: right?.hint, speakers: right?.speakers, cues: right?.cues },
    );
  }
});

test("the picker for transcripts offers what the purpose takes, and what is chosen is taken", async () => {
  const widget = await stage.open();
  const element = widget.page.locator("lightfield-uploader");
  await element.evaluate((node: LightfieldUploader) => {
    node.purpose = "meeting_transcript";
  });
  const input = element.locator("input[type=file]");
  await until("the picker has a list", async () => Boolean(await input.getAttribute("accept")));
  const offered = (await input.getAttribute("accept"))?.split(",") ?? [];
  const wanted = ["doc", "rtf", "odt", "csv", "tsv", "html", "xml", "ttml", "log"];
  for (const extension of wanted) assert.ok(offered.includes(`.${extension}`), extension);
  const chosen = ["rtf", "csv", "tsv", "html", "xml", "ttml", "log"].map((extension) =>
    sourceFile(stage.sourceDir, `weekly.${extension}`, `Mira: Hi, from the ${extension}\n`),
  );
  await widget.pick(await Promise.all(chosen));
  const uploads = await widget.settled(chosen.length);
  assert.deepEqual([...new Set(uploads.map(({ status }) => status))], ["succeeded"]);
});

test("a token of the list that cannot match anything is named once, and the rest of the list holds", async () => {
  const widget = await stage.open();
  widget.complaints.expect(/"accept" contains "txt\/plain", which cannot match any file and is ignored/);
  const element = widget.page.locator("lightfield-uploader");
  const said = {
    " .VTT ;; txt/plain,": /a\.png was not added .*Accepted: VTT/,
    ".VTT, txt/plain": /2 files were not added/,
  };
  for (const [accept, sentence] of Object.entries(said)) {
    await element.evaluate(async (node: LightfieldUploader, list) => {
      node.accept = list;
      await node.updateComplete;
      node.addFiles([new File(["x"], "a.png", { type: "image/png" })]);
    }, accept);
    await widget.says(sentence);
  }
  await widget.drop([await sourceFile(stage.sourceDir, "a.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\nHi\n")]);
  await widget.settled(1);
});
