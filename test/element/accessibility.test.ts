import { expect } from "@open-wc/testing";
import type { LightfieldUploader } from "../../src/element/index.ts";
import { isReferenceEngine } from "./support/engine.ts";
import { button, findAll, stage, waitUntil } from "./support/stage.ts";

/** Resolves when everything is drawn and finite animations have ended. Bars of unknown progress stay animated. */
async function shown(element: LightfieldUploader): Promise<void> {
  await element.updateComplete;
  const animations = element.shadowRoot?.getAnimations() ?? [];
  const ending = animations.filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
  await Promise.all(ending.map(({ finished }) => finished));
  await element.updateComplete;
}

for (const scheme of isReferenceEngine ? ["light", "dark"] : ["light"]) {
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
      await shown(element);
      await expect(element).to.be.accessible();
    });

    if (!isReferenceEngine) return;
    it("finds nothing wrong with an empty uploader", async () => {
      const { element } = await stage();
      await expect(element).to.be.accessible();
    });

    it("finds nothing wrong with uploads that are paused, finishing, waiting or resumed", async () => {
      const { element, uploader, add } = await stage();
      const transfer = { step: "transfer", resumable: true } as const;
      uploader.patch(await add("paused.mp4"), { ...transfer, status: "paused", sentBytes: 500, confirmedBytes: 500 });
      uploader.patch(await add("finishing.mp4"), { ...transfer, status: "active", sentBytes: 1000 });
      const busy = { waitReason: "backoff", waitingUntil: Date.now() + 60_000 } as const;
      uploader.patch(await add("waiting.mp4"), { ...transfer, ...busy, status: "waiting" });
      uploader.patch(await add("continued.mp4"), { ...transfer, status: "active", origin: "continued" });
      uploader.patch(await add("changed.mp4"), { ...transfer, status: "active", origin: "changed" });
      await shown(element);
      await expect(element).to.be.accessible();
    });

    it("finds nothing wrong with interrupted uploads", async () => {
      const { element, uploader, add } = await stage();
      const figures = {
        mimeType: "video/mp4",
        sizeBytes: 400_000_000,
        confirmedBytes: 45_000_000,
        savedAt: Date.now(),
      };
      uploader.reopens = false;
      uploader.interrupt(
        { id: "1", name: "reopenable.mp4", ...figures, reopenable: true },
        { id: "2", name: "not-reopened.mp4", ...figures, reopenable: true },
        { id: "3", name: "add-again.mp4", ...figures, reopenable: false },
      );
      await waitUntil(() => findAll(element, "[part=interrupted-file]").length === 3);
      await shown(element);
      await expect(element).to.be.accessible();
      button(element, "Resume not-reopened.mp4").click();
      await waitUntil(() => findAll(element, "[part=resume-button]").length === 1);
      await add("other.vtt");
      await shown(element);
      await expect(element).to.be.accessible();
    });

    it("sets its role and name once: Firefox would build its accessible tree anew, and lose announcements", async () => {
      const { prototype } = ElementInternals;
      const names = ["role", "ariaLabel"] as const;
      const originals = names.map((name) => Object.getOwnPropertyDescriptor(prototype, name));
      const set: string[] = [];
      for (const [index, name] of names.entries()) {
        const original = originals[index] as PropertyDescriptor;
        Object.defineProperty(prototype, name, {
          ...original,
          set(value) {
            set.push(name);
            original.set?.call(this, value);
          },
        });
      }
      try {
        const { element, uploader, add } = await stage();
        const id = await add("interview.vtt");
        for (let sent = 0; sent < 500; sent += 100) {
          uploader.progress(id, sent);
          await element.updateComplete;
        }
      } finally {
        for (const [index, name] of names.entries()) {
          Object.defineProperty(prototype, name, originals[index] as PropertyDescriptor);
        }
      }
      expect(set).to.have.members(["role", "ariaLabel"]);
    });
  });
}
