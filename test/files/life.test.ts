import { expect, fixture, html } from "@open-wc/testing";
import { UploadSuccessEvent, UploadsCompleteEvent } from "../../src/element/events.ts";
import type { QueueSnapshot, UploadSnapshot } from "../../src/engine/snapshot.ts";
import type { LightfieldFiles } from "../../src/files/index.ts";
import { button, focused, text } from "../element/support/stage.ts";
import { type HeldTime, holdTime } from "../support/held-time.ts";
import { turn, until } from "../support/until.ts";
import { listed, manyFiles, ScriptedEndpoint } from "./support/scripted-endpoint.ts";
import { names, settled, stage } from "./support/stage.ts";

const succeeded = () => new UploadSuccessEvent({ upload: {} as UploadSnapshot });
const complete = () => new UploadsCompleteEvent({} as QueueSnapshot);
/** At most this long after an upload, the list is asked for again. */
const PACE_MS = 1000;
/** Longer than anything in the element waits by itself. */
const LONG_MS = 60_000;

let time: HeldTime;
beforeEach(() => {
  time = holdTime();
});
afterEach(() => time.release());

describe("the list of files beside uploaders of the page", () => {
  it("shows uploaded files, with one refresh for a whole queue", async () => {
    const { element, endpoint, spoken } = await stage((endpoint) => {
      endpoint.files = manyFiles(1);
    });
    const uploader = document.createElement("div");
    element.parentElement?.append(uploader);
    endpoint.files = [listed("new.vtt"), ...endpoint.files];
    for (let count = 0; count < 20; count += 1) uploader.dispatchEvent(succeeded());
    uploader.dispatchEvent(complete());
    time.pass(PACE_MS);
    await until("the new file", () => names(element).includes("new.vtt"));
    time.pass(LONG_MS);
    await settled(element);
    await until("the announcement", () => spoken.length > 0);
    expect(endpoint.calls).to.deep.equal(["list 0", "list 0"]);
    // The live region is emptied some seconds after a sentence.
    expect(spoken.filter((sentence) => sentence !== "")).to.deep.equal(["Files: 2 files."]);
  });

  it("shows uploaded files while a long queue is still running", async () => {
    const { element, endpoint } = await stage();
    endpoint.files = manyFiles(1);
    document.body.dispatchEvent(succeeded());
    time.pass(PACE_MS);
    await until("the new file", () => names(element).length === 1);
  });

  it("keeps the focus on the focused file", async () => {
    const { element, endpoint } = await stage((endpoint) => {
      endpoint.files = manyFiles(3);
    });
    const download = button(element, "Download call-2.vtt");
    download.focus();
    endpoint.files = [listed("new.vtt"), ...endpoint.files];
    document.body.dispatchEvent(complete());
    time.pass(PACE_MS);
    await until("the new file", () => names(element).includes("new.vtt"));
    expect(focused(element) === download, "the focus is there").to.equal(true);
  });

  it("stops following them when it is removed from the page", async () => {
    const { element, endpoint } = await stage();
    element.remove();
    document.body.dispatchEvent(complete());
    time.pass(LONG_MS);
    await turn();
    expect(endpoint.calls).to.deep.equal(["list 0"]);
  });
});

describe("a list of files that is moved", () => {
  it("within the page loads nothing again", async () => {
    const { element, endpoint } = await stage();
    const place = await fixture(html`<div></div>`);
    place.append(element);
    await settled(element);
    expect(endpoint.calls).to.deep.equal(["list 0"]);
  });

  it("out of the page and back shows the current files", async () => {
    const { element, endpoint } = await stage();
    const parent = element.parentElement;
    element.remove();
    await turn();
    time.pass(LONG_MS);
    endpoint.files = manyFiles(2);
    parent?.append(element);
    await until("the files", () => names(element).length === 2);
  });
});

describe("settings of a list of files", () => {
  it("have the same result before and after it is attached", async () => {
    const endpoint = new ScriptedEndpoint(manyFiles(12));
    const element = await fixture<LightfieldFiles>(html`<lightfield-files></lightfield-files>`);
    element.endpoint = endpoint;
    element.pageSize = 5;
    await settled(element);
    expect(text(element, "[part=range]")).to.equal("1–5 of 12");
    expect(endpoint.calls).to.deep.equal(["list 0"]);
  });

  it("that a page creates again at each render do not load the list again", async () => {
    const { element, endpoint } = await stage((_endpoint, element) => {
      element.headers = () => ({});
    });
    for (const _ of [1, 2, 3]) {
      element.headers = () => ({});
      element.endpoint = Object.create(endpoint) as ScriptedEndpoint;
      await settled(element);
    }
    expect(endpoint.calls).to.deep.equal(["list 0"]);
  });

  it("that were missing load it when they are set", async () => {
    const { element, endpoint } = await stage((endpoint) => {
      endpoint.refuse("list", 401);
      endpoint.files = manyFiles(1);
    });
    expect(text(element, "[part~=error]")).to.contain("You are not signed in.");
    element.headers = { authorization: "Bearer session" };
    await settled(element);
    expect(names(element)).to.deep.equal(["call-1.vtt"]);
    expect(endpoint.calls).to.have.length(2);
  });
});

describe("a wait", () => {
  it("for a busy server is shown, respected, and ends with the list", async () => {
    const { element, endpoint, spoken } = await stage((endpoint) => {
      endpoint.files = manyFiles(1);
    });
    endpoint.files = manyFiles(2);
    endpoint.refuse("list", 429);
    button(element, "Refresh the list").click();
    await until("the wait", () => element.matches(":state(waiting)"));
    await element.updateComplete;
    expect(text(element, ".notice")).to.match(/^The server is busy\. Trying again/);
    time.pass(LONG_MS);
    await until("the list", () => names(element).length === 2);
    await until("the end of the wait", () => !element.matches(":state(waiting)"));
    await until("the announcement of the list", () => spoken.at(-1)?.startsWith("Files:"));
    expect(spoken.filter((sentence) => sentence.startsWith("The server is busy."))).to.have.length(1);
    expect(spoken.at(-1)).to.equal("Files: 2 files.");
  });

  describe("for the network", () => {
    const online = Object.getOwnPropertyDescriptor(Navigator.prototype, "onLine");
    const pretend = (value: boolean) => {
      Object.defineProperty(navigator, "onLine", { value, configurable: true });
      dispatchEvent(new Event(value ? "online" : "offline"));
    };
    afterEach(() => {
      Reflect.deleteProperty(navigator, "onLine");
      expect(navigator.onLine).to.equal(online?.get?.call(navigator));
    });

    it("is shown and ends when the network is back", async () => {
      pretend(false);
      const { element } = await stage((endpoint) => {
        endpoint.files = manyFiles(1);
        endpoint.cut("list");
      });
      expect(text(element, ".notice")).to.equal("You are offline. The list will load as soon as you are back online.");
      pretend(true);
      await until("the list", () => names(element).length === 1);
    });
  });
});
