import { expect } from "@open-wc/testing";
import { stage } from "./support/stage.ts";

for (const scheme of ["light", "dark"]) {
  describe(`an accessibility checker, on a ${scheme} page`, () => {
    const page = document.documentElement.style;
    before(() => {
      page.cssText = `color-scheme: ${scheme}; background: ${scheme === "dark" ? "#14161b" : "#fff"}; color: ${
        scheme === "dark" ? "#e7e9ee" : "#1b1f29"
      }`;
    });
    after(() => {
      page.cssText = "";
    });

    it("finds nothing wrong with an empty uploader", async () => {
      const { element } = await stage();
      await expect(element).to.be.accessible();
    });

    it("finds nothing wrong with a list of files in every state and refused ones", async () => {
      const { element, uploader, add } = await stage({ accept: ".vtt" });
      await add("queued.vtt");
      uploader.progress(await add("active.vtt"), 500);
      const waiting = { status: "waiting", waitReason: "offline" } as const;
      uploader.patch(await add("waiting.vtt"), waiting);
      uploader.fail(await add("failed.vtt"), "network", { detail: "no" });
      uploader.succeed(await add("done.vtt"));
      element.cancel(await add("cancelled.vtt"));
      await add("photo.png");
      await Promise.all(element.shadowRoot?.getAnimations().map(({ finished }) => finished) ?? []);
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });
  });
}
