import { expect } from "@open-wc/testing";
import { UploadError } from "../../../src/engine/errors.ts";
import { expectConsole } from "../../support/console.ts";
import { type HeldTime, holdTime } from "../../support/held-time.ts";
import { turn, until } from "../../support/until.ts";
import { button, find, findAll, plain, type Stage, stage, text } from "../support/stage.ts";

/** What is announced together is gathered for this time; the limits of other timers in the element are shorter. */
const GATHER_MS = 500;

let time: HeldTime;
beforeEach(() => {
  time = holdTime(GATHER_MS);
});
afterEach(() => time.release());

/** Texts of the live region from now on. */
function listen({ element }: Stage): string[] {
  const region = find(element, "[role=status]");
  const heard: string[] = [];
  new MutationObserver(() => heard.push(plain(region.textContent ?? ""))).observe(region, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  return heard;
}

/** Drawn, and what follows from that told. */
async function settled(element: Stage["element"]): Promise<void> {
  await turn();
  await element.updateComplete;
  await turn();
}

/** Waits until so many announcements were made. What has happened so far is all gathered before any time passes. */
async function hear({ element }: Stage, heard: readonly string[], count: number): Promise<void> {
  await settled(element);
  await until(`announcement number ${count}`, () => {
    if (heard.length < count) time.pass(GATHER_MS);
    return heard.length >= count;
  });
}

describe("the live region for screen readers", () => {
  it("announces many files in one sentence", async () => {
    const on = await stage();
    const heard = listen(on);
    await on.element.addFiles(Array.from({ length: 20 }, (_, index) => new File(["x"], `${index}.vtt`)));
    await hear(on, heard, 1);
    expect(heard).to.deep.equal(["20 files added."]);
  });

  it("announces the name of a single file, the reason of a failure, and the end, but no percentages", async () => {
    const on = await stage();
    const heard = listen(on);
    const id = await on.add("interview.vtt");
    await hear(on, heard, 1);
    on.uploader.begin(id);
    for (let sent = 0; sent < 1000; sent += 100) on.uploader.progress(id, sent);
    on.uploader.fail(id, "network");
    on.uploader.finish();
    await hear(on, heard, 2);
    expect(heard).to.deep.equal([
      "interview.vtt added.",
      "interview.vtt was not uploaded. The connection was lost. Check your internet connection and try again.",
    ]);
  });

  it("announces in the words of the row that the user has to sign in again", async () => {
    const on = await stage();
    on.element.locale = "en";
    const id = await on.add("interview.vtt");
    const heard = listen(on);
    on.uploader.fail(id, "signed-out");
    await hear(on, heard, 1);
    await until("the row", () => on.element.shadowRoot?.querySelector("[part=error]"));
    const words = text(on.element, "[part=error]");
    expect(words).to.match(/^Sign in again, .* then continue here\.$/);
    expect(heard[0]).to.include(`interview.vtt was not uploaded. ${words}`);
  });

  it("announces that a file is verified, and no sum of files that were each named", async () => {
    const on = await stage();
    const heard = listen(on);
    const [one, two] = [await on.add("one.vtt"), await on.add("two.vtt")];
    await hear(on, heard, 1);
    on.uploader.succeed(one);
    await hear(on, heard, 2);
    on.uploader.succeed(two, null);
    on.uploader.finish();
    await hear(on, heard, 3);
    expect(heard).to.deep.equal(["2 files added.", "one.vtt: Uploaded and verified.", "two.vtt: Uploaded."]);
    const three = await on.add("three.vtt");
    await hear(on, heard, 4);
    on.uploader.fail(three, "network");
    on.uploader.finish();
    await hear(on, heard, 5);
    expect(heard[4]).to.match(/^three\.vtt was not uploaded\. .* try again\.$/);
  });

  it("announces the sum when more files end together than are named", async () => {
    const on = await stage();
    const heard = listen(on);
    const ids = [];
    for (const name of ["one", "two", "three", "four"]) ids.push(await on.add(`${name}.vtt`));
    await hear(on, heard, 1);
    for (const id of ids) on.uploader.succeed(id);
    on.uploader.finish();
    await hear(on, heard, 2);
    expect(heard).to.deep.equal(["4 files added.", "4 files uploaded."]);
  });

  it("announces once that half of a long upload is done, and nothing at half of a short one", async () => {
    for (const [seconds, expected] of [
      [19, []],
      [21, ["Half of it is uploaded."]],
    ] as const) {
      const on = await stage();
      const heard = listen(on);
      const id = await on.add(`${seconds}.mp4`);
      await hear(on, heard, 1);
      on.uploader.begin(id);
      await settled(on.element);
      for (let step = 1; step <= 9; step++) {
        time.pass((seconds * 1000) / 5);
        on.uploader.progress(id, step * 100);
        await settled(on.element);
      }
      on.uploader.succeed(id);
      on.uploader.finish();
      // The region empties itself in between.
      const said = () => heard.filter(Boolean);
      await until("the end is announced", () => {
        time.pass(GATHER_MS);
        return said().length >= 2 + expected.length;
      });
      expect(said()).to.deep.equal([`${seconds}.mp4 added.`, ...expected, `${seconds}.mp4: Uploaded and verified.`]);
    }
  });

  it("announces the progress of a long list less and less often, and the outcome once", async () => {
    const on = await stage();
    const heard = listen(on);
    await on.element.addFiles(Array.from({ length: 20 }, (_, index) => new File(["x"], `${index}.vtt`)));
    await hear(on, heard, 1);
    for (const [index, { id }] of on.element.uploads.entries()) {
      if (index === 7) on.uploader.fail(id, "network");
      else on.uploader.succeed(id);
      await settled(on.element);
      time.pass(100);
    }
    on.uploader.finish();
    await hear(on, heard, 4);
    expect(heard).to.deep.equal([
      "20 files added.",
      "5 of 20 files uploaded.",
      "7.vtt was not uploaded. The connection was lost. Check your internet connection and try again. 14 of 20 files uploaded.",
      "19 files uploaded, 1 not uploaded.",
    ]);
  });

  it("announces that a failed upload is retried", async () => {
    const on = await stage();
    const id = await on.add("interview.vtt");
    on.uploader.fail(id, "network");
    const heard = listen(on);
    await hear(on, heard, 1);
    button(on.element, "Retry interview.vtt").click();
    await hear(on, heard, 2);
    expect(heard[1]).to.equal("interview.vtt: Queued.");
  });

  it("announces that an upload was cancelled, and no number of uploaded files when there is none", async () => {
    const on = await stage();
    await on.add("interview.vtt");
    const heard = listen(on);
    await hear(on, heard, 1);
    button(on.element, "Cancel interview.vtt").click();
    on.uploader.finish();
    await hear(on, heard, 2);
    expect(heard[1]).to.equal("interview.vtt: Cancelled.");
  });

  it("announces nothing about a removed file, because the focus moves to the next one", async () => {
    const on = await stage();
    const id = await on.add("interview.vtt");
    on.uploader.fail(id, "network");
    const heard = listen(on);
    await hear(on, heard, 1);
    // As the engine does with one that failed.
    on.element.cancel(id);
    on.uploader.emit({ type: "cancelled", upload: on.uploader.get(id) });
    on.element.remove(id);
    await on.add("other.vtt");
    await hear(on, heard, 2);
    expect(heard[1]).to.equal("other.vtt added.");
  });

  it("announces what Remove, Clear and Dismiss did, the button that takes it back, and what has returned", async () => {
    const on = await stage({ accept: ".vtt" });
    for (const name of ["one", "two", "three"]) on.uploader.succeed(await on.add(`${name}.vtt`));
    on.uploader.finish();
    await on.add("photo.png");
    const heard = listen(on);
    await hear(on, heard, 1);
    button(on.element, "Remove one.vtt from the list").click();
    await until("the button", () => findAll(on.element, "[part=undo-button]").length === 1);
    await hear(on, heard, 2);
    button(on.element, "Undo").click();
    await hear(on, heard, 3);
    button(on.element, "Clear finished").click();
    await hear(on, heard, 4);
    button(on.element, "Dismiss this message").click();
    await hear(on, heard, 5);
    expect(heard.slice(1)).to.deep.equal([
      "one.vtt is off this list. It stays uploaded. Undo",
      "one.vtt added.",
      "3 files are off this list. Undo",
      "Message closed.",
    ]);
  });

  it("empties itself after some seconds, so that nobody finds old news in it", async () => {
    const on = await stage();
    const heard = listen(on);
    await on.add("one.vtt");
    await hear(on, heard, 1);
    expect(find(on.element, "[role=status]").textContent).to.contain("one.vtt added.");
    time.pass(11_000);
    await settled(on.element);
    expect(find(on.element, "[role=status]").textContent).to.equal("");
    expect(heard).to.deep.equal(["one.vtt added.", ""]);
  });

  it("announces once that the server is busy, however often it is", async () => {
    const on = await stage();
    const heard = listen(on);
    const id = await on.add("interview.vtt");
    await hear(on, heard, 1);
    const error = new UploadError("rate-limited", "429");
    for (let times = 0; times < 3; times++) {
      const upload = on.uploader.patch(id, { status: "waiting", waitReason: "backoff", error });
      on.uploader.emit({ type: "waiting", upload, error });
      await settled(on.element);
      time.pass(GATHER_MS + 100);
      await settled(on.element);
    }
    expect(heard.slice(1)).to.deep.equal(["The server is busy. Trying again soon."]);
  });

  it("announces that uploads are not set up when files wait for that", async () => {
    const on = await stage();
    expectConsole(/Set the "endpoint" attribute/);
    on.element.uploader = null;
    const heard = listen(on);
    await on.element.addFiles([new File(["x"], "one.vtt")]);
    await hear(on, heard, 1);
    expect(heard[0]).to.equal(
      "one.vtt added. Uploads are not set up on this page yet. Your files stay on this list until they are.",
    );
  });

  it("announces why a file was refused", async () => {
    const on = await stage({ accept: ".vtt" });
    const heard = listen(on);
    await on.add("photo.png");
    await hear(on, heard, 1);
    expect(heard).to.deep.equal(["photo.png was not added. This kind of file is not accepted here. Accepted: VTT."]);
  });

  it("announces the same sentence again when the same thing happens again", async () => {
    const on = await stage({ accept: ".vtt" });
    const heard = listen(on);
    await on.add("photo.png");
    await hear(on, heard, 1);
    await on.add("photo.png");
    await hear(on, heard, 2);
    expect(heard[1]).to.equal(heard[0]);
  });

  it("announces once that uploads wait for the network, and once that they resume", async () => {
    const on = await stage();
    const ids = [await on.add("one.mp4"), await on.add("two.mp4")];
    const heard = listen(on);
    await hear(on, heard, 1);
    const offline = { status: "waiting", waitReason: "offline" } as const;
    for (const id of ids) on.uploader.patch(id, offline);
    await hear(on, heard, 2);
    expect(heard[1]).to.equal("You are offline. Uploading continues as soon as you are back online.");
    for (const id of ids) on.uploader.patch(id, { status: "active", waitReason: null });
    await hear(on, heard, 3);
    expect(heard[2]).to.equal("You are online again.");
  });

  it("does not announce that the network is back when the uploads were cancelled", async () => {
    const on = await stage();
    const heard = listen(on);
    on.uploader.patch(await on.add("one.mp4"), { status: "waiting", waitReason: "offline" });
    await hear(on, heard, 1);
    on.element.cancel();
    await on.element.updateComplete;
    await on.add("two.mp4");
    await hear(on, heard, 2);
    expect(heard[1]).to.equal("two.mp4 added. one.mp4: Cancelled.");
  });

  it("announces once that an upload resumes where it was cut off, or that it restarts", async () => {
    const on = await stage();
    const [one, two] = [await on.add("one.mp4"), await on.add("two.mp4")];
    const heard = listen(on);
    await hear(on, heard, 1);
    on.uploader.patch(one, { origin: "continued" });
    on.uploader.patch(two, { origin: "changed" });
    for (let sent = 0; sent < 1000; sent += 100) for (const id of [one, two]) on.uploader.progress(id, sent);
    await hear(on, heard, 2);
    expect(heard[1]).to.equal(
      "one.mp4: Continued from where it stopped. two.mp4: The file has changed since last time, so it is being uploaded from the beginning.",
    );
    on.uploader.progress(one, 1000);
    await on.add("three.mp4");
    await hear(on, heard, 3);
    expect(heard[2]).to.equal("three.mp4 added.");
  });

  it("announces that uploads were paused or resumed", async () => {
    const on = await stage();
    const names = ["one.mp4", "two.mp4"];
    for (const name of names) {
      on.uploader.patch(await on.add(name), { status: "active", step: "transfer", resumable: true });
    }
    const heard = listen(on);
    await hear(on, heard, 1);
    button(on.element, "Pause one.mp4").click();
    await hear(on, heard, 2);
    button(on.element, "Resume one.mp4").click();
    await hear(on, heard, 3);
    expect(heard.slice(1)).to.deep.equal(["one.mp4: Paused.", "one.mp4: Resumed."]);
  });

  it("announces many paused or resumed uploads without their names", async () => {
    const on = await stage();
    for (const name of ["one.mp4", "two.mp4", "three.mp4", "four.mp4"]) {
      on.uploader.patch(await on.add(name), { status: "active", step: "transfer", resumable: true });
    }
    const heard = listen(on);
    await hear(on, heard, 1);
    button(on.element, "Pause all").click();
    await hear(on, heard, 2);
    button(on.element, "Resume all").click();
    await hear(on, heard, 3);
    expect(heard.slice(1)).to.deep.equal(["Paused.", "Resumed."]);
  });
});
