import { expect } from "@open-wc/testing";
import { UploadError } from "../../../src/engine/errors.ts";
import { button, find, plain, type Stage, stage, waitUntil } from "../support/stage.ts";

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

describe("the live region for screen readers", () => {
  it("announces many files in one sentence", async () => {
    const on = await stage();
    const heard = listen(on);
    await on.element.addFiles(Array.from({ length: 20 }, (_, index) => new File(["x"], `${index}.vtt`)));
    await waitUntil(() => heard.length > 0);
    expect(heard).to.deep.equal(["20 files added."]);
  });

  it("announces the name of a single file, the reason of a failure, and the end, but no percentages", async () => {
    const on = await stage();
    const heard = listen(on);
    const id = await on.add("interview.vtt");
    await waitUntil(() => heard.length === 1);
    on.uploader.begin(id);
    for (let sent = 0; sent < 1000; sent += 100) on.uploader.progress(id, sent);
    on.uploader.fail(id, "network");
    on.uploader.finish();
    await waitUntil(() => heard.length === 2);
    expect(heard).to.deep.equal([
      "interview.vtt added.",
      "interview.vtt was not uploaded. The connection was lost. Check your network and try again.",
    ]);
  });

  it("announces that a file is verified, and how many of several are", async () => {
    const on = await stage();
    const heard = listen(on);
    const [one, two] = [await on.add("one.vtt"), await on.add("two.vtt")];
    await waitUntil(() => heard.length === 1);
    on.uploader.succeed(one);
    await waitUntil(() => heard.length === 2);
    on.uploader.succeed(two, null);
    on.uploader.finish();
    await waitUntil(() => heard.length === 3);
    expect(heard).to.deep.equal(["2 files added.", "one.vtt: Verified.", "two.vtt: Uploaded. 2 files uploaded."]);
  });

  it("announces the progress of a long list less and less often, and the outcome once", async () => {
    const on = await stage();
    const heard = listen(on);
    await on.element.addFiles(Array.from({ length: 20 }, (_, index) => new File(["x"], `${index}.vtt`)));
    await waitUntil(() => heard.length === 1);
    for (const [index, { id }] of on.element.uploads.entries()) {
      if (index === 7) on.uploader.fail(id, "network");
      else on.uploader.succeed(id);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    on.uploader.finish();
    await waitUntil(() => heard.at(-1)?.startsWith("19 files"), "the end is told");
    expect(heard[0]).to.equal("20 files added.");
    expect(heard[1]).to.match(/^[1-6] of 20 files uploaded\.$/);
    expect(heard.at(-1)).to.equal("19 files uploaded, 1 not uploaded.");
    expect(heard.length).to.be.at.most(5);
    expect(new Set(heard).size).to.equal(heard.length);
  });

  it("announces that a failed upload is retried", async () => {
    const on = await stage();
    const id = await on.add("interview.vtt");
    on.uploader.fail(id, "network");
    const heard = listen(on);
    await waitUntil(() => heard.length === 1);
    button(on.element, "Retry interview.vtt").click();
    await waitUntil(() => heard.length === 2);
    expect(heard[1]).to.equal("interview.vtt: Queued.");
  });

  it("announces that an upload was cancelled, and no number of uploaded files when there is none", async () => {
    const on = await stage();
    await on.add("interview.vtt");
    const heard = listen(on);
    await waitUntil(() => heard.length === 1);
    button(on.element, "Cancel interview.vtt").click();
    on.uploader.finish();
    await waitUntil(() => heard.length === 2);
    expect(heard[1]).to.equal("interview.vtt: Cancelled.");
  });

  it("announces nothing about a removed file, because the focus moves to the next one", async () => {
    const on = await stage();
    const id = await on.add("interview.vtt");
    on.uploader.fail(id, "network");
    const heard = listen(on);
    await waitUntil(() => heard.length === 1);
    // The engine does the same with a failed upload.
    on.element.cancel(id);
    on.uploader.emit({ type: "cancelled", upload: on.uploader.get(id) });
    on.element.remove(id);
    await on.add("other.vtt");
    await waitUntil(() => heard.length === 2);
    expect(heard[1]).to.equal("other.vtt added.");
  });

  it("announces once that the server is busy, however often it is", async () => {
    const on = await stage();
    const heard = listen(on);
    const id = await on.add("interview.vtt");
    await waitUntil(() => heard.length === 1);
    const error = new UploadError("rate-limited", "429");
    for (let time = 0; time < 3; time++) {
      const upload = on.uploader.patch(id, { status: "waiting", waitReason: "backoff", error });
      on.uploader.emit({ type: "waiting", upload, error });
      await new Promise((resolve) => setTimeout(resolve, 600));
    }
    expect(heard.slice(1)).to.deep.equal(["The server is busy. Trying again soon."]);
  });

  it("announces that uploads are not set up when files wait for that", async () => {
    const on = await stage();
    on.element.uploader = null;
    const heard = listen(on);
    await on.element.addFiles([new File(["x"], "one.vtt")]);
    await waitUntil(() => heard.length === 1);
    expect(heard[0]).to.equal(
      "one.vtt added. Uploads are not set up on this page yet. Your files stay on this list until they are.",
    );
  });

  it("announces why a file was refused", async () => {
    const on = await stage({ accept: ".vtt" });
    const heard = listen(on);
    await on.add("photo.png");
    await waitUntil(() => heard.length > 0);
    expect(heard).to.deep.equal(["photo.png was not added. This kind of file is not accepted here. Accepted: VTT."]);
  });

  it("announces the same sentence again when the same thing happens again", async () => {
    const on = await stage({ accept: ".vtt" });
    const heard = listen(on);
    await on.add("photo.png");
    await waitUntil(() => heard.length === 1);
    await on.add("photo.png");
    await waitUntil(() => heard.length >= 2, "the region changes again");
  });

  it("announces once that uploads wait for the network, and once that they resume", async () => {
    const on = await stage();
    const ids = [await on.add("one.mp4"), await on.add("two.mp4")];
    const heard = listen(on);
    await waitUntil(() => heard.length === 1, "the files were added");
    const offline = { status: "waiting", waitReason: "offline" } as const;
    for (const id of ids) on.uploader.patch(id, offline);
    await waitUntil(() => heard.length === 2);
    expect(heard[1]).to.equal("You are offline. This goes on as soon as you are back.");
    for (const id of ids) on.uploader.patch(id, { status: "active", waitReason: null });
    await waitUntil(() => heard.length === 3);
    expect(heard[2]).to.equal("You are online again.");
  });

  it("does not announce that the network is back when the uploads were cancelled", async () => {
    const on = await stage();
    const heard = listen(on);
    on.uploader.patch(await on.add("one.mp4"), { status: "waiting", waitReason: "offline" });
    await waitUntil(() => heard.length === 1);
    on.element.cancel();
    await on.element.updateComplete;
    await on.add("two.mp4");
    await waitUntil(() => heard.length === 2);
    expect(heard[1]).to.equal("two.mp4 added. one.mp4: Cancelled.");
  });

  it("announces once that an upload resumes where it was cut off, or that it restarts", async () => {
    const on = await stage();
    const [one, two] = [await on.add("one.mp4"), await on.add("two.mp4")];
    const heard = listen(on);
    await waitUntil(() => heard.length === 1);
    on.uploader.patch(one, { origin: "continued" });
    on.uploader.patch(two, { origin: "changed" });
    for (let sent = 0; sent < 1000; sent += 100) for (const id of [one, two]) on.uploader.progress(id, sent);
    await waitUntil(() => heard.length === 2);
    expect(heard[1]).to.equal(
      "one.mp4: Continued where it was cut off. two.mp4: This is not the same content as before, so it is uploaded from the beginning.",
    );
    on.uploader.progress(one, 1000);
    await on.add("three.mp4");
    await waitUntil(() => heard.length === 3);
    expect(heard[2]).to.equal("three.mp4 added.");
  });

  it("announces that uploads were paused or resumed", async () => {
    const on = await stage();
    const names = ["one.mp4", "two.mp4"];
    for (const name of names) {
      on.uploader.patch(await on.add(name), { status: "active", step: "transfer", resumable: true });
    }
    const heard = listen(on);
    await waitUntil(() => heard.length === 1);
    button(on.element, "Pause one.mp4").click();
    await waitUntil(() => heard.length === 2);
    button(on.element, "Resume one.mp4").click();
    await waitUntil(() => heard.length === 3);
    expect(heard.slice(1)).to.deep.equal(["one.mp4: Paused.", "one.mp4: Resumed."]);
  });

  it("announces many paused or resumed uploads without their names", async () => {
    const on = await stage();
    for (const name of ["one.mp4", "two.mp4", "three.mp4", "four.mp4"]) {
      on.uploader.patch(await on.add(name), { status: "active", step: "transfer", resumable: true });
    }
    const heard = listen(on);
    await waitUntil(() => heard.length === 1);
    button(on.element, "Pause all").click();
    await waitUntil(() => heard.length === 2);
    button(on.element, "Resume all").click();
    await waitUntil(() => heard.length === 3);
    expect(heard.slice(1)).to.deep.equal(["Paused.", "Resumed."]);
  });
});
