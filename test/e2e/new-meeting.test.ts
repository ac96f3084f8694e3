import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { sourceFile } from "./source-files.ts";
import type { Stage } from "./support.ts";
import { NO_RATE_LIMIT, openStage } from "./support.ts";
import { until } from "./waiting.ts";

const ZOOM = "GMT20261120-150000_Recording.transcript.vtt";
const CAPTIONS = `WEBVTT

00:00:01.000 --> 00:00:04.000
Mira Stahl: Let us begin.

00:20:00.000 --> 00:20:04.000
Ana Ribeiro: Three items today.

00:46:30.000 --> 00:47:00.000
田中 花子: ありがとうございました。
`;

let stage: Stage;
before(async () => {
  stage = await openStage({ emulator: NO_RATE_LIMIT });
});
afterEach(() => stage.endTest());
after(() => stage.close());

async function open(language: "en" | "ar") {
  const context = await stage.newContext({ timezoneId: "Europe/Berlin", viewport: { width: 390, height: 844 } });
  const widget = await stage.open("/new-meeting.html", context);
  if (language !== "en") {
    await widget.page.evaluate((tag) => {
      document.documentElement.lang = tag;
      document.documentElement.dir = "rtl";
    }, language);
  }
  return widget;
}

test("a recording's transcript becomes a meeting, with its title corrected, by keyboard alone", async () => {
  const widget = await open("en");
  const { page } = widget;
  const before = stage.emulator.meetings().length;
  await widget.drop([await sourceFile(stage.sourceDir, ZOOM, CAPTIONS)]);
  // Zoom's time is UTC, which is an hour earlier than the user's.
  await page.getByText(/^Meeting: .*November 20.* 4:00 – 4:47\sPM, Mira Stahl and 2 others$/).waitFor();
  await page.getByText("Times are in your time zone (Central European Standard Time).").waitFor();
  await page.getByText("Give the meeting a title.").waitFor();
  // Nothing is sent before the user says so.
  assert.equal(stage.emulator.requests.entries.length, 0);
  assert.deepEqual(await widget.uploads(), []);

  const title = page.getByLabel("Title");
  await title.focus();
  await page.keyboard.press("Enter");
  await until("the missing title to be marked", async () => (await title.getAttribute("aria-invalid")) === "true");
  assert.equal(await title.evaluate((input) => (input.getRootNode() as ShadowRoot).activeElement === input), true);
  assert.deepEqual(await widget.uploads(), []);
  await page.keyboard.type("Kick-off Nordwind");
  await page.keyboard.press("Enter");

  const [upload] = await widget.settled(1);
  assert.equal(upload?.status, "succeeded");
  const created = stage.emulator.meetings().slice(before);
  assert.equal(created.length, 1);
  assert.equal(created[0]?.transcriptId, upload?.fileId);
  const { $title, $startDate, $endDate, $description } = created[0]?.fields ?? {};
  assert.deepEqual(
    [$title, $startDate, $endDate, $description],
    [
      "Kick-off Nordwind",
      "2026-11-20T15:00:00.000Z",
      "2026-11-20T15:47:00.000Z",
      "Speakers: Mira Stahl, Ana Ribeiro, 田中 花子",
    ],
  );
});

test("a date in two ways and a time without a zone are asked about, in Arabic", async () => {
  const widget = await open("ar");
  const { page } = widget;
  await widget.drop([await sourceFile(stage.sourceDir, "Standup 03-04-2026 15.00.vtt", CAPTIONS)]);
  await page.getByText("أي تاريخ هو المقصود؟").waitFor();
  await page.getByText(/^لا يذكر الملف المنطقة الزمنية/).waitFor();
  const before = stage.emulator.meetings().length;
  const upload = page.getByRole("button", { name: "رفع", exact: true });
  await upload.focus();
  await page.keyboard.press("Enter");
  assert.deepEqual(await widget.uploads(), []);
  const [april] = await page.locator("lightfield-uploader").locator('[part~="meeting-date-button"]').all();
  await april?.focus();
  await page.keyboard.press("Enter");
  await page.getByText(/^الاجتماع: .*Mira Stahl وشخصان آخران$/).waitFor();
  await upload.focus();
  await page.keyboard.press("Enter");
  const [sent] = await widget.settled(1);
  assert.equal(sent?.status, "succeeded");
  const created = stage.emulator.meetings().slice(before);
  assert.deepEqual(
    created.map(({ fields }) => [fields.$title, fields.$startDate]),
    [["Standup", "2026-04-03T13:00:00.000Z"]],
  );
});

test("a file that is discarded is not sent, and a date in the future is refused", async () => {
  const widget = await open("en");
  const { page } = widget;
  const nextYear = new Date().getFullYear() + 1;
  await widget.drop([await sourceFile(stage.sourceDir, `Kickoff ${nextYear}-05-05 15.00.vtt`, CAPTIONS)]);
  await page.getByText("This time is still to come. Enter when the meeting took place.").waitFor();
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  assert.deepEqual(await widget.uploads(), []);
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByText("Details of the meeting").waitFor({ state: "detached" });
  assert.equal(stage.emulator.requests.entries.length, 0);
});
