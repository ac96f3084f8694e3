/** What happens to the bytes, and what is known of it, in different ways in different engines. */
import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { md5Of, randomFile } from "../source-files.ts";
import { until } from "../waiting.ts";
import type { Answer, Site } from "./site.ts";
import type { EngineStage } from "./stage.ts";

const MIB = 1024 * 1024;
/** The calls below the endpoint: `complete` above all. */
const BELOW = /^\/api\/uploads\/[^/]+(\/|$)/;
const SIGN_IN = "<!doctype html><title>Sign in</title><form><input type=password></form>";

/** Ways in which sites answer a user whose session has ended. */
const ENDED: Readonly<Record<string, (site: Site, elsewhere: string) => void>> = {
  "401": (site) => site.answer(BELOW, json(401, {})),
  "a web page": (site) => site.answer(BELOW, page()),
  "a redirect to the sign-in page": (site) => {
    site.answer(BELOW, { status: 302, headers: { location: "/sign-in" } });
    site.answer(/^\/sign-in/, page());
  },
  "a redirect to another site": (site, elsewhere) =>
    site.answer(BELOW, { status: 302, headers: { location: `${elsewhere}/sign-in` } }),
};

export const SENDING: Readonly<Record<string, (stage: EngineStage) => Promise<void>>> = {
  "tells nothing untrue under a service worker that passes requests on, and cancels at Lightfield": async (stage) => {
    const { open, openBlank, site, sourceDir, emulator } = stage;
    site.answer(/^\/blank$/, { status: 200, headers: { "content-type": "text/html" }, body: "<!doctype html>" });
    const blank = await openBlank();
    await blank.evaluate(async () => {
      await navigator.serviceWorker.register("/passing-worker.js");
      await navigator.serviceWorker.ready;
    }, undefined);
    try {
      const widget = await open();
      assert.ok(await widget.page.evaluate(() => navigator.serviceWorker.controller !== null, undefined));
      const passed = await randomFile(sourceDir, "passed.bin", 3 * MIB);
      await widget.page.choose([passed]);
      const [done] = await widget.reaches("succeeded");
      assert.equal(done?.md5, await md5Of(passed));

      emulator.faults.add({ at: "transfer", do: "stall", afterBytes: MIB });
      await widget.page.choose([await randomFile(sourceDir, "stopped.bin", 8 * MIB)]);
      await widget.says(/Uploading…/);
      assert.equal(await widget.progress("aria-valuenow"), null);
      assert.doesNotMatch(await widget.text(), /\d\s?%/);
      await widget.press("cancel-button");
      await widget.reaches("succeeded", "cancelled");
      await until("the session is cancelled", () =>
        emulator.files().some(({ requestedName, status }) => requestedName === "stopped.bin" && status === "CANCELLED"),
      );
    } finally {
      await blank.evaluate(async () => {
        await (await navigator.serviceWorker.getRegistration())?.unregister();
      }, undefined);
    }
  },

  ...Object.fromEntries(
    Object.entries(ENDED).map(([how, end]) => [
      `asks to sign in again after ${how}, and sends nothing again`,
      async ({ open, site, sourceDir, emulator, asked }: EngineStage) => {
        const widget = await open();
        end(site, new URL(emulator.storageUrl).origin);
        await widget.page.choose([await randomFile(sourceDir, "meeting.bin", 300_000)]);
        const [failed] = await widget.reaches("failed");
        assert.match(failed?.error ?? "", /^signed-out: /);
        await widget.says(/Signed out.*Sign in again, for example in another tab, then continue here/);
        site.reset();
        await widget.press("retry-button");
        await widget.reaches("succeeded");
        assert.deepEqual([asked("create"), asked("transfer")], [1, 1]);
      },
    ]),
  ),

  "takes the end of a wait from the server's clock, whatever the clock of the device": async (stage) => {
    const { open, site, sourceDir } = stage;
    const now = Date.now() + 3_600_000;
    const utc = (ms: number) => new Date(ms).toUTCString();
    const headers = { "content-type": "application/json", date: utc(now), "retry-after": utc(now + 2_000) };
    site.answer(/^\/api\/uploads$/, { status: 503, headers, body: "{}" });
    const widget = await open();
    await widget.page.choose([await randomFile(sourceDir, "clock.bin", 1_000)]);
    await widget.reaches("waiting");
    site.reset();
    await widget.reaches("succeeded");
  },

  "names an endpoint that redirects": async ({ open, site, sourceDir }) => {
    const widget = await open();
    site.answer(/^\/moved$/, { status: 301, headers: { location: "/en/moved" } });
    site.answer(/^\/en\/moved$/, json(200, {}));
    await widget.set({ endpoint: "/moved" });
    await widget.page.choose([await randomFile(sourceDir, "redirected.bin", 1_000)]);
    await widget.reaches("failed");
    await widget.logs(/POST \/moved was redirected to .*\/en\/moved: set `endpoint`/);
  },

  "names a connect-src that leaves out the storage, before anything is sent": async (stage) => {
    const { open, site, sourceDir, asked } = stage;
    site.addHeaders({ "content-security-policy": "connect-src 'self'" });
    const widget = await open();
    await widget.page.choose([await randomFile(sourceDir, "blocked.bin", 300_000)]);
    const [failed] = await widget.reaches("failed");
    assert.match(failed?.error ?? "", /^storage-unreachable: /);
    await widget.logs(/does not let it send files.*connect-src/);
    assert.equal(asked("transfer"), 0);
  },

  "names the limit of a server in between that answers 413": async ({ open, sourceDir, emulator }) => {
    emulator.faults.add({ at: "transfer", do: "status", status: 413 });
    const widget = await open();
    await widget.page.choose([await randomFile(sourceDir, "large.bin", 300_000)]);
    await widget.reaches("failed");
    await widget.says(/This file is too large to be uploaded here/);
    await widget.logs(/413.*client_max_body_size/s);
  },

  "says of a file that is gone that it cannot be read, without a session": async ({ open, sourceDir, asked }) => {
    const widget = await open();
    await widget.set({ noAuto: true });
    const gone = await randomFile(sourceDir, "gone.bin", 300_000);
    await widget.page.choose([gone]);
    await widget.reaches("queued");
    await rm(gone);
    await widget.press("start-button");
    const [failed] = await widget.reaches("failed");
    assert.match(failed?.error ?? "", /^file-unreadable: /);
    await widget.says(/The file can no longer be read/);
    assert.equal(asked("complete"), 0);
  },
};

const json = (status: number, body: object): Answer => ({
  status,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

const page = (): Answer => ({ status: 200, headers: { "content-type": "text/html" }, body: SIGN_IN });
