import { expect } from "@open-wc/testing";
import { button, find, plain, type Stage, stage, waitUntil } from "./support/stage.ts";

/** Everything that the live region says, from now on. */
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

describe("a screen reader", () => {
  it("hears of many files in one sentence", async () => {
    const on = await stage();
    const heard = listen(on);
    await on.element.addFiles(Array.from({ length: 20 }, (_, index) => new File(["x"], `${index}.vtt`)));
    await waitUntil(() => heard.length > 0);
    expect(heard).to.deep.equal(["20 files added."]);
  });

  it("hears the name of a single file, the reason of a failure, and the end, but no percentages", async () => {
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
      "interview.vtt was not uploaded. The connection was lost. Check your network and try again. 0 files uploaded, 1 not uploaded.",
    ]);
  });

  it("hears why a file was refused", async () => {
    const on = await stage({ accept: ".vtt" });
    const heard = listen(on);
    await on.add("photo.png");
    await waitUntil(() => heard.length > 0);
    expect(heard).to.deep.equal(["photo.png was not added. This kind of file is not accepted here. Accepted: VTT."]);
  });

  it("hears the same words again when the same thing happens again", async () => {
    const on = await stage({ accept: ".vtt" });
    const heard = listen(on);
    await on.add("photo.png");
    await waitUntil(() => heard.length === 1);
    await on.add("photo.png");
    await waitUntil(() => heard.length >= 2, "the region changes again");
  });

  it("hears once that the uploads wait for the network, and once when they go on", async () => {
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

  it("hears nothing of a connection that came back when the uploads were only called off", async () => {
    const on = await stage();
    const heard = listen(on);
    on.uploader.patch(await on.add("one.mp4"), { status: "waiting", waitReason: "offline" });
    await waitUntil(() => heard.length === 1);
    on.element.cancel();
    await on.element.updateComplete;
    await on.add("two.mp4");
    await waitUntil(() => heard.length === 2);
    expect(heard[1]).to.equal("two.mp4 added.");
  });

  it("hears once that an upload goes on where it was cut off, or that it does not", async () => {
    const on = await stage();
    const [one, two] = [await on.add("one.mp4"), await on.add("two.mp4")];
    const heard = listen(on);
    await waitUntil(() => heard.length === 1);
    on.uploader.patch(one, { origin: "continued" });
    on.uploader.patch(two, { origin: "changed" });
    for (let sent = 0; sent < 1000; sent += 100) for (const id of [one, two]) on.uploader.progress(id, sent);
    await waitUntil(() => heard.length === 2);
    expect(heard[1]).to.equal(
      "one.mp4: Continued where it was cut off two.mp4: This is not the same content as before, so it is uploaded from the beginning.",
    );
    on.uploader.progress(one, 1000);
    await on.add("three.mp4");
    await waitUntil(() => heard.length === 3);
    expect(heard[2]).to.equal("three.mp4 added.");
  });

  it("hears that all were paused or go on, but not what the button of a single one says already", async () => {
    const on = await stage();
    for (const name of ["one.mp4", "two.mp4"]) {
      on.uploader.patch(await on.add(name), { status: "active", step: "transfer", resumable: true });
    }
    const heard = listen(on);
    await waitUntil(() => heard.length === 1);
    button(on.element, "Pause one.mp4").click();
    await on.element.updateComplete;
    button(on.element, "Resume one.mp4").click();
    await on.add("three.mp4");
    await waitUntil(() => heard.length === 2);
    expect(heard[1]).to.equal("three.mp4 added.");
    button(on.element, "Pause all").click();
    await waitUntil(() => heard.length === 3);
    await on.element.updateComplete;
    button(on.element, "Resume all").click();
    await waitUntil(() => heard.length === 4);
    expect(heard.slice(2)).to.deep.equal(["Paused", "Resumed"]);
  });
});
