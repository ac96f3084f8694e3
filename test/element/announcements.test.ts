import { expect } from "@open-wc/testing";
import { find, plain, type Stage, stage, waitUntil } from "./support/stage.ts";

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
});
