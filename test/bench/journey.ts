/**
 * Bytes and files that a page loads (scripts, gzip) until it is idle, and until one file is uploaded.
 *
 *     npm run bench -- --suite journey [--peers]     a few seconds
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { installPeers, type PageName } from "./bundles.ts";
import { isChosen, OPTIONS, report } from "./report.ts";
import { type Loaded, Stage } from "./stage.ts";

const ALL: readonly {
  readonly name: string;
  readonly page: PageName;
  readonly file: "plain" | "transcript";
  readonly isPeer?: boolean;
}[] = [
  { name: "element, plain file", page: "element", file: "plain" },
  { name: "element, transcript", page: "element", file: "transcript" },
  { name: "mux-uploader", page: "mux", file: "plain", isPeer: true },
  { name: "Vaadin", page: "vaadin", file: "plain", isPeer: true },
  { name: "Uppy dashboard", page: "uppy", file: "plain", isPeer: true },
  { name: "FilePond", page: "filepond", file: "plain", isPeer: true },
];

const contenders = ALL.filter(({ page, isPeer }) => (!isPeer || OPTIONS.peers) && isChosen(page));
if (OPTIONS.peers) installPeers();
const stage = await Stage.open([...new Set(contenders.map(({ page }) => page))]);
try {
  // A type that its name tells: other files are inspected for their type.
  const plain = join(stage.folder, "photo.png");
  await writeFile(plain, new Uint8Array(20_000).fill(7));
  const transcript = join(stage.folder, "call.vtt");
  await writeFile(transcript, `WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ada>Good morning.\n`.repeat(20));
  const rows = [];
  for (const { name, page: pageName, file } of contenders) {
    stage.takeLoaded();
    const page = await stage.openPage(pageName);
    await page.setInputFiles("#files", file === "plain" ? plain : transcript);
    if (file === "transcript")
      await page.evaluate(() =>
        document.querySelector("lightfield-uploader")?.setAttribute("purpose", "meeting_transcript"),
      );
    await page.evaluate("window.ready");
    const whileIdle = stage.takeLoaded();
    await page.evaluate((job) => window.run(job), {
      sinkUrl: stage.sinkUrl,
      atOnce: 3,
      bytesPerSecond: 0,
      signsType: true,
      tus: null,
      endpoint: null,
    });
    const later = stage.takeLoaded();
    await page.context().close();
    rows.push({
      contender: name,
      "idle, bytes": bytesOf(whileIdle),
      "idle, files": whileIdle.length,
      "after one file, bytes": bytesOf([...whileIdle, ...later]),
      files: whileIdle.length + later.length,
      names: [...whileIdle, ...later].map(({ path, gzipBytes }) => `${path.slice(1)} ${gzipBytes}`).join(", "),
    });
  }
  await report("journey: scripts of a bundled page, gzip", rows);
} finally {
  await stage.close();
}

function bytesOf(loaded: readonly Loaded[]): number {
  return loaded.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
}
