import { expect, fixture, html } from "@open-wc/testing";
import type { ConnectedUploader, CreateUploaderOptions } from "../../src/create-uploader.ts";
import { LightfieldUploader } from "../../src/element/index.ts";
import { SAVED_KEY } from "../../src/element/recovery/interrupted-search.ts";
import { SAVED_KEY as SAVED_BY_THE_STORE } from "../../src/lazy-ports.ts";
import { whenIdle } from "../../src/ui/when-idle.ts";
import { expectConsole } from "../support/console.ts";
import { turn } from "../support/until.ts";
import { ScriptedUploader } from "./support/scripted-uploader.ts";
import { stage, text, waitUntil } from "./support/stage.ts";

/** Element whose own uploader is a scripted one. */
class OwnUploader extends LightfieldUploader {
  readonly made: ScriptedUploader[] = [];

  protected override async createUploader(options: CreateUploaderOptions): Promise<ConnectedUploader> {
    const uploader = new ScriptedUploader(options);
    this.made.push(uploader);
    return uploader;
  }
}
customElements.define("own-uploader", OwnUploader);

/** Element that does not search for interrupted uploads, so that the test decides when the uploader is created. */
async function own(): Promise<OwnUploader> {
  return fixture<OwnUploader>(html`<own-uploader endpoint="/uploads" multiple no-recovery></own-uploader>`);
}

const vtt = () => new File(["WEBVTT"], "interview.vtt");

/** A removal counts after a microtask. */
const settled = () => turn();

describe("the element's own uploader", () => {
  it("is created when the first file is added, and not earlier", async () => {
    const element = await own();
    expect(element.made.length).to.equal(0);
    await element.addFiles([vtt()]);
    expect(element.made.length).to.equal(1);
    await element.addFiles([vtt()]);
    expect(element.made.length).to.equal(1);
    expect(element.uploads.length).to.equal(2);
  });

  it("gets settings from before and after its creation, even those of the same moment", async () => {
    const element = await own();
    await element.addFiles([vtt()]);
    element.accept = ".srt";
    element.addFiles([vtt()]);
    expect(element.uploads.length).to.equal(1);
    element.maxConcurrentUploads = 7;
    await element.updateComplete;
    expect(element.made[0]?.options.maxConcurrentUploads).to.equal(7);
    element.headers = { Authorization: "Bearer x" };
    await element.updateComplete;
    expect(element.made[0]?.commands).to.deep.equal(["reconnect"]);
  });

  it("runs commands that are called while it is being loaded", async () => {
    const element = await own();
    element.addFiles([vtt()]);
    element.cancel();
    await waitUntil(() => element.uploads[0]?.status === "cancelled");
  });

  it("keeps its uploads when the element is moved", async () => {
    const element = await own();
    await element.addFiles([vtt()]);
    const elsewhere = await fixture<HTMLElement>(html`<div></div>`);
    elsewhere.append(element);
    await settled();
    expect(element.uploads.length).to.equal(1);
    expect(element.made[0]?.disposed).to.equal(false);
  });

  it("cancels its uploads when the element is removed, and notifies the page", async () => {
    const element = await own();
    await element.addFiles([vtt()]);
    let cancelled = 0;
    element.addEventListener("upload-cancel", () => cancelled++);
    element.remove();
    await settled();
    expect(element.made[0]?.disposed).to.equal(true);
    expect(cancelled).to.equal(1);
    expect(element.uploads).to.deep.equal([]);
  });

  it("continues after a removal with keep-alive", async () => {
    const element = await own();
    element.keepAlive = true;
    await element.addFiles([vtt()]);
    element.remove();
    await settled();
    expect(element.made[0]?.disposed).to.equal(false);
    expect(element.uploads.length).to.equal(1);
    // Otherwise the browser would ask before it leaves this page of tests.
    element.cancel();
    await element.updateComplete;
  });

  it("works again after the element was removed and put back", async () => {
    const element = await own();
    const parent = element.parentElement;
    await element.addFiles([vtt()]);
    element.remove();
    await settled();
    parent?.append(element);
    await element.addFiles([vtt()]);
    expect(element.made.length).to.equal(2);
    expect(element.uploads.length).to.equal(1);
  });
});

describe("the search for uploads that an earlier visit left unfinished", () => {
  beforeEach(() => localStorage.setItem(SAVED_KEY, "1"));
  afterEach(() => localStorage.removeItem(SAVED_KEY));

  const searches = ({ made }: OwnUploader) =>
    made.flatMap(({ commands }) => commands).filter((one) => one === "findInterrupted").length;
  const searching = async () => fixture<OwnUploader>(html`<own-uploader endpoint="/uploads"></own-uploader>`);
  /**
   * Waits until an element that came later has looked. Searches happen in turn, when the page is idle, so any that an
   * earlier change caused has begun by then.
   */
  const searchesAreOver = async () => {
    const later = await searching();
    await waitUntil(() => searches(later) === 1, "the search of a later element");
    later.remove();
    await settled();
  };

  it("runs once automatically, for this endpoint", async () => {
    const element = await searching();
    await waitUntil(() => searches(element) === 1);
    const { recovery, scope } = element.made[0]?.options ?? {};
    expect([recovery, scope]).to.deep.equal([true, new URL("/uploads", location.href).href]);
    element.accept = ".vtt";
    await element.updateComplete;
    await searchesAreOver();
    await element.addFiles([vtt()]);
    expect([element.made.length, searches(element)]).to.deep.equal([1, 1]);
  });

  it("runs again for another endpoint, purpose or context, but not for an equal new object", async () => {
    const element = await searching();
    await waitUntil(() => searches(element) === 1);
    element.endpoint = "/elsewhere";
    await waitUntil(() => searches(element) === 2);
    expect(element.made[0]?.options.scope).to.equal(new URL("/elsewhere", location.href).href);
    element.context = { meeting: 1 };
    await waitUntil(() => searches(element) === 3);
    element.context = { meeting: 1 };
    await element.updateComplete;
    await searchesAreOver();
    expect(searches(element)).to.equal(3);
    element.purpose = "meeting_transcript";
    await waitUntil(() => searches(element) === 4);
  });

  it("runs again after a removal, but not after a move", async () => {
    const element = await searching();
    await waitUntil(() => searches(element) === 1);
    const elsewhere = await fixture<HTMLElement>(html`<div></div>`);
    elsewhere.append(element);
    await settled();
    await searchesAreOver();
    expect(searches(element)).to.equal(1);
    element.remove();
    await settled();
    elsewhere.append(element);
    await waitUntil(() => searches(element) === 2);
    expect(element.made.length).to.equal(2);
  });

  it("looks at the key that the store of checkpoints sets", () => {
    expect(SAVED_KEY).to.equal(SAVED_BY_THE_STORE);
  });

  it("does not run, nor load the engine, where no visit has saved a checkpoint", async () => {
    localStorage.removeItem(SAVED_KEY);
    const element = await searching();
    // The list has been loaded, and has looked when the page was idle.
    await waitUntil(() => (element.shadowRoot?.adoptedStyleSheets.length ?? 0) > 3);
    await element.updateComplete;
    await new Promise<void>(whenIdle);
    localStorage.setItem(SAVED_KEY, "1");
    await searchesAreOver();
    expect(element.made.length).to.equal(0);
  });

  it("waits for the endpoint", async () => {
    const element = await fixture<OwnUploader>(html`<own-uploader></own-uploader>`);
    await searchesAreOver();
    expect(element.made.length).to.equal(0);
    element.endpoint = "/uploads";
    await waitUntil(() => searches(element) === 1);
  });

  it("does not run with no-recovery, which also stores nothing", async () => {
    const element = await own();
    await searchesAreOver();
    expect(element.made.length).to.equal(0);
    await element.addFiles([vtt()]);
    expect(element.made[0]?.options.recovery).to.equal(false);
  });

  it("does not run for an uploader that the page supplies", async () => {
    const element = await searching();
    const uploader = new ScriptedUploader();
    element.uploader = uploader;
    await searchesAreOver();
    expect(element.made.length + uploader.commands.length).to.equal(0);
  });
});

describe("the real engine", () => {
  it("is loaded with the first file, and its failures are explained in the list", async () => {
    expectConsole(/\[refused\] “interview\.vtt” was not uploaded: .*No such purpose\./);
    const refusal = async () => ({
      status: 422,
      error: { type: "unprocessable_content", message: "No such purpose." },
    });
    const element = await fixture<LightfieldUploader>(html`<lightfield-uploader></lightfield-uploader>`);
    element.endpoint = { create: refusal, complete: refusal, cancel: refusal, retrieve: refusal };
    await element.addFiles([vtt()]);
    expect(element.uploads.length).to.equal(1);
    await waitUntil(() => element.uploads[0]?.status === "failed", "the refusal");
    await element.updateComplete;
    expect(text(element, "[part=error]")).to.contain("The server says: “No such purpose.”");
    element.retry();
    expect(element.uploads[0]?.status).to.not.equal("failed");
  });
});

describe("an uploader that the page supplies", () => {
  it("is kept when the element is removed, and the element stops listening to it", async () => {
    const { element, uploader, add } = await stage();
    await add("one.vtt");
    const parent = element.parentElement;
    element.remove();
    await settled();
    expect(uploader.disposed).to.equal(false);
    expect(uploader.listenerCount).to.equal(0);
    parent?.append(element);
    expect(uploader.listenerCount).to.equal(2);
    expect(element.uploads.length).to.equal(1);
  });
});

describe("a page without an endpoint", () => {
  it("keeps files until there is an endpoint, informs the user and warns the developer once", async () => {
    const warnings = expectConsole(/"endpoint"/);
    const element = await own();
    element.endpoint = null;
    await element.addFiles([vtt()]);
    await element.addFiles([vtt()]);
    await element.updateComplete;
    expect(element.uploads.length).to.equal(2);
    expect(text(element, ".notice")).to.contain("Uploads are not set up on this page yet.");
    await waitUntil(() => warnings.length > 0, "the warning");
    expect(warnings.length).to.equal(1);
    expect(element.made[0]?.options.autoStart).to.equal(false);
    element.endpoint = "/uploads";
    await element.updateComplete;
    expect(element.made[0]?.options.autoStart).to.equal(true);
  });

  it("tells the developer once what no user can fix", async () => {
    const warnings = expectConsole(/CORS/);
    const { uploader, add } = await stage();
    const message = "Storage refuses this origin: allow it in the bucket's CORS rules, or relay the bytes.";
    uploader.fail(await add("one.vtt"), "storage-unreachable", { message });
    uploader.fail(await add("two.vtt"), "storage-unreachable", { message });
    await waitUntil(() => warnings.length > 0, "the warning");
    expect(warnings).to.deep.equal([
      `<lightfield-uploader> [storage-unreachable] “one.vtt” was not uploaded: ${message} → lightfield-uploader/docs/errors#storage-unreachable`,
    ]);
  });
});

describe("a boolean attribute", () => {
  it("is off when it is written as false, as React 18 and Vue write it", async () => {
    const element = await fixture<OwnUploader>(
      html`<own-uploader multiple="false" no-drop="false" no-paste=""></own-uploader>`,
    );
    expect([element.multiple, element.noDrop, element.noPaste]).to.deep.equal([false, false, true]);
    element.setAttribute("multiple", "");
    element.removeAttribute("no-paste");
    expect([element.multiple, element.noPaste]).to.deep.equal([true, false]);
  });
});
