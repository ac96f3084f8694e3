import "../../src/define.ts";
import { expect, fixture, html } from "@open-wc/testing";
import { createFilesApi } from "../../src/core.ts";
import type { LightfieldFiles } from "../../src/files/index.ts";
import "../../src/files/define.ts";
import { forgetUploads } from "../browser/checkpoints.ts";
import { button, findAll, text } from "../element/support/stage.ts";
import { backend, control, until } from "../support/backend-client.ts";
import { holdTime } from "../support/held-time.ts";
import { turn } from "../support/until.ts";
import { names, rows, settled } from "./support/stage.ts";

const CONTENT = "WEBVTT\n\n00:00.000 --> 00:01.000\nhello\n";
const CONTENT_MD5 = "1337ba50347fa7f1c5a099b4ccab9b58";

const listRequests = async () =>
  ((await control("GET", "/__emulator/requests")) as { phase: string }[]).filter(({ phase }) => phase === "list");

describe("the list of files in front of a local Lightfield", () => {
  let endpoint = "";
  beforeEach(async () => {
    await control("POST", "/__emulator/clear", {});
    await forgetUploads();
    endpoint = (await backend()).hostEndpoint;
  });

  const api = () => createFilesApi({ endpoint });

  /** Creates a session without sending bytes. */
  async function begin(filename: string) {
    const file = { filename, mimeType: "text/vtt", sizeBytes: CONTENT.length, idempotencyKey: crypto.randomUUID() };
    const created = await api().create(file);
    if (!created.ok) throw created.error;
    return created.value;
  }

  async function upload(filename: string) {
    const session = await begin(filename);
    const { url, headers } = session.transfer;
    await fetch(url, { method: "PUT", headers: { ...headers }, body: CONTENT });
    const completed = await api().complete(session, CONTENT_MD5);
    if (!completed.ok) throw completed.error;
    return session;
  }

  async function open(): Promise<LightfieldFiles> {
    const element = await fixture<LightfieldFiles>(html`<lightfield-files endpoint=${endpoint}></lightfield-files>`);
    await settled(element);
    return element;
  }

  it("shows the files, newest first, with their status", async () => {
    await upload("first.vtt");
    await begin("second.vtt");
    const element = await open();
    expect(rows(element)).to.deep.equal([
      `second.vtt | Unfinished | ${CONTENT.length} bytes`,
      `first.vtt | Uploaded | ${CONTENT.length} bytes`,
    ]);
  });

  it("shows every file once, page by page", async () => {
    for (let count = 1; count <= 27; count += 1) await begin(`${count}.vtt`);
    const element = await open();
    const seen = names(element);
    expect(text(element, "[part=range]")).to.equal("1–25 of 27");
    button(element, "Next page").click();
    await settled(element);
    expect(text(element, "[part=range]")).to.equal("26–27 of 27");
    seen.push(...names(element));
    expect(seen).to.have.length(27);
    expect(new Set(seen).size).to.equal(27);
  });

  it("follows an uploader beside it", async () => {
    const element = await open();
    expect(element.matches(":state(empty)")).to.equal(true);
    const uploader = document.createElement("lightfield-uploader");
    uploader.setAttribute("endpoint", endpoint);
    element.parentElement?.append(uploader);
    await uploader.addFiles([new File([CONTENT], "dropped.vtt")]);
    await until("the file", () => rows(element)[0]?.startsWith("dropped.vtt | Uploaded"));
    uploader.remove();
  });

  it("cancels a pending file with the token that the list gave", async () => {
    await begin("half.vtt");
    const element = await open();
    button(element, "Cancel half.vtt").click();
    await until("the status", () => rows(element)[0]?.includes("Cancelled"));
    await settled(element);
    const stored = (await control("GET", "/__emulator/files")) as { status: string }[];
    expect(stored.map(({ status }) => status)).to.deep.equal(["CANCELLED"]);
  });

  it("opens a file at a URL that returns its bytes, and at a new one when that has expired", async () => {
    await upload("call.vtt");
    const element = await open();
    // Clicks by script open no tab, and not every browser lets a test download, so only the URL is checked.
    const openTab = window.open;
    const addresses: string[] = [];
    window.open = () => null;
    HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
      addresses.push(this.href);
    };
    try {
      button(element, "Download call.vtt").click();
      const first = await until("the URL", () => addresses[0]);
      expect(await (await fetch(first)).text()).to.equal(CONTENT);
      await control("POST", "/__emulator/advance", { ms: 24 * 3_600_000 });
      // The storage refuses without CORS headers, so the page sees only a network error.
      const expired = await fetch(first).then(
        () => false,
        () => true,
      );
      expect(expired).to.equal(true);
      await until("the button to be free", () => !findAll(element, "[aria-disabled=true]").length);
      button(element, "Download call.vtt").click();
      const second = await until("the next URL", () => addresses[1]);
      expect(await (await fetch(second)).text()).to.equal(CONTENT);
    } finally {
      window.open = openTab;
      Reflect.deleteProperty(HTMLAnchorElement.prototype, "click");
    }
  });

  it("says how long a busy server asked to wait, and waits whatever button is pressed", async () => {
    // Longer than the endpoint waits itself.
    await control("POST", "/__emulator/faults", [{ at: "list", do: "status", status: 429, retryAfterSeconds: 45 }]);
    const time = holdTime();
    const realFetch = window.fetch;
    let asked = 0;
    window.fetch = (...request) => {
      if (String(request[0]).includes("limit=")) asked += 1;
      return realFetch(...request);
    };
    try {
      const element = await open();
      expect(element.matches(":state(waiting)")).to.equal(true);
      expect(text(element, ".notice")).to.match(/^The server is busy\. Trying again in 4[56] sec\.$/);
      for (const _ of [1, 2, 3]) button(element, "Refresh the list").click();
      void element.refresh();
      document.body.dispatchEvent(new CustomEvent("uploads-complete", { bubbles: true }));
      // After an upload, the list waits for a moment before it asks.
      time.pass(1_000);
      await turn();
      time.pass(43_999);
      await turn();
      expect(asked).to.equal(1);
      expect(await listRequests()).to.have.length(1);
      time.pass(1_000);
      await until("the next try", () => asked > 1);
      expect(asked).to.equal(2);
    } finally {
      window.fetch = realFetch;
      time.release();
    }
  });

  it("calls a busy server again when the time is over, not earlier", async () => {
    await begin("call.vtt");
    const realFetch = window.fetch;
    const time = holdTime();
    let asked = 0;
    // Once, since the endpoint itself waits for most of what its own Lightfield asks for.
    window.fetch = async (...request) => {
      if (!String(request[0]).includes("limit=")) return realFetch(...request);
      asked += 1;
      if (asked > 1) return realFetch(...request);
      return Response.json({ error: { message: "Slow down." } }, { status: 429, headers: { "retry-after": "1" } });
    };
    try {
      const element = await open();
      time.pass(999);
      await turn();
      expect(asked).to.equal(1);
      time.pass(1_001);
      await until("the list", () => names(element).length === 1);
    } finally {
      window.fetch = realFetch;
      time.release();
    }
  });

  it("is for users who may read: the token of one file opens no other", async () => {
    const [mine, other] = [await upload("mine.vtt"), await upload("other.vtt")];
    const refused = await api().url({ id: mine.id, token: other.token });
    expect(!refused.ok && refused.error.code).to.equal("forbidden");
    const page = await api().list();
    const listed = page.ok ? page.value.files.find(({ id }) => id === mine.id) : undefined;
    expect(listed?.token).to.be.a("string");
    expect((await api().url({ id: mine.id, token: listed?.token ?? null })).ok).to.equal(true);
  });
});
