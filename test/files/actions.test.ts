import { expect } from "@open-wc/testing";
import type { LightfieldFiles } from "../../src/files/index.ts";
import type { ListedFile } from "../../src/host/protocol.ts";
import { button, find, findAll, focused, text } from "../element/support/stage.ts";
import { expectConsole } from "../support/console.ts";
import { holdTime } from "../support/held-time.ts";
import { until } from "../support/until.ts";
import { listed, manyFiles } from "./support/scripted-endpoint.ts";
import { names, partTexts, rows, settled, stage } from "./support/stage.ts";

describe("opening a file", () => {
  const openTab = window.open;
  let tabs: { address: string; opener: unknown }[] = [];

  /** Browsers open no tab for clicks by script, so a replacement records what would have been opened. */
  function standIn(): void {
    tabs = [];
    window.open = (url) => {
      const tab = { address: String(url), opener: window as unknown };
      tabs.push(tab);
      return tab as unknown as Window;
    };
  }
  /** Not every browser lets a test download, so a replacement records what the link would have done. */
  function linksFollowed(): object[] {
    const followed: object[] = [];
    HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
      const { href, target, rel, download } = this;
      followed.push({ href, target, rel, download });
    };
    return followed;
  }

  afterEach(() => {
    window.open = openTab;
    Reflect.deleteProperty(HTMLAnchorElement.prototype, "click");
  });

  it("requests the URL and opens it in a tab that cannot access the page", async () => {
    const { element, endpoint } = await stage((endpoint) => {
      endpoint.files = [listed("a.vtt", { id: "fil_a", token: "t-a" })];
    });
    standIn();
    expect(endpoint.calls).to.deep.equal(["list 0"]);
    button(element, "Download a.vtt").click();
    await until("the tab", () => tabs[0]);
    expect(endpoint.calls).to.deep.equal(["list 0", "url fil_a t-a"]);
    expect(tabs).to.deep.equal([{ address: "https://storage.example/object", opener: null }]);
  });

  it("requests a new URL each time, because the last one expires", async () => {
    const { element, endpoint } = await stage((endpoint) => {
      endpoint.files = manyFiles(1);
    });
    standIn();
    for (const count of [1, 2]) {
      button(element, "Download call-1.vtt").click();
      await until("the tab", () => tabs[count - 1]);
    }
    expect(endpoint.calls.filter((call) => call.startsWith("url"))).to.have.length(2);
  });

  it("gets new tokens from a new list when the one of the old list has expired", async () => {
    const { element, endpoint } = await stage((endpoint) => {
      endpoint.files = [listed("a.vtt", { id: "fil_a", token: "t-old" })];
    });
    standIn();
    endpoint.refuse("url", 401, "The time is over.", "token_expired");
    endpoint.files = endpoint.files.map((file) => ({ ...file, token: "t-new" }));
    button(element, "Download a.vtt").click();
    await until("the tab", () => tabs[0]);
    expect(endpoint.calls).to.deep.equal(["list 0", "url fil_a t-old", "list 0", "url fil_a t-new"]);
    expect(partTexts(element, "error")).to.deep.equal([]);
  });

  /** An uploader beside the list tells of a file that the list has not yet. */
  async function announceUpload(element: LightfieldFiles, file: ListedFile): Promise<void> {
    const fresh = { ...file, createdAt: Date.now() };
    const uploader = Object.assign(document.createElement("div"), { endpoint: element.endpoint });
    document.body.append(uploader);
    uploader.dispatchEvent(
      new CustomEvent("upload-success", { bubbles: true, composed: true, detail: { upload: { remote: fresh } } }),
    );
    uploader.remove();
    await until("the file to be shown", () => names(element).includes(file.filename));
  }

  it("gets the token of a file that has just been uploaded from a new list first", async () => {
    const { element, endpoint } = await stage(() => {});
    standIn();
    const later = listed("new.vtt", { id: "fil_new", token: "t-new" });
    await announceUpload(element, later);
    endpoint.files = [later];
    button(element, "Download new.vtt").click();
    await until("the tab", () => tabs[0]);
    expect(endpoint.calls.filter((call) => call.startsWith("url"))).to.deep.equal(["url fil_new t-new"]);
  });

  it("waits with the list for a busy server, where only the list has the token of a file", async () => {
    const { element, endpoint } = await stage(() => {});
    standIn();
    const later = listed("new.vtt", { id: "fil_new", token: "t-new" });
    await announceUpload(element, later);
    endpoint.files = [later];
    endpoint.refuse("list", 429);
    const time = holdTime();
    try {
      void element.refresh();
      await until("the wait", () => element.matches(":state(waiting)"));
      button(element, "Download new.vtt").click();
      await until(
        "the press to count",
        () => button(element, "Download new.vtt").getAttribute("aria-disabled") === "true",
      );
      expect(endpoint.calls.filter((call) => call.startsWith("url"))).to.deep.equal([]);
      time.pass(60_000);
    } finally {
      time.release();
    }
    await until("the tab", () => tabs[0]);
    expect(endpoint.calls.filter((call) => call.startsWith("url"))).to.deep.equal(["url fil_new t-new"]);
  });

  it("does not wait with the list for the network", async () => {
    const { element, endpoint } = await stage(() => {});
    standIn();
    await announceUpload(element, listed("new.vtt", { id: "fil_new" }));
    Object.defineProperty(navigator, "onLine", { value: false, configurable: true });
    try {
      endpoint.cut("list");
      void element.refresh();
      await until("the wait", () => element.matches(":state(waiting)"));
      endpoint.cut("url");
      button(element, "Download new.vtt").click();
      await until("the failure", () => findAll(element, "[part~=error]").length > 0);
      expect(text(element, "[part~=error]")).to.contain("new.vtt could not be opened");
    } finally {
      Reflect.deleteProperty(navigator, "onLine");
    }
  });

  it("takes the token of a list that has come and is not drawn yet", async () => {
    const { element, endpoint } = await stage(() => {});
    standIn();
    const later = listed("new.vtt", { id: "fil_new", token: "t-new" });
    await announceUpload(element, later);
    await element.updateComplete;
    let draw = () => {};
    const drawn = new Promise<void>((resolve) => {
      draw = resolve;
    });
    const { scheduleUpdate }: { scheduleUpdate(): unknown } = element as never;
    Object.assign(element, { scheduleUpdate: () => drawn.then(() => scheduleUpdate.call(element)) });
    endpoint.files = [later];
    let hasCome = false;
    element.addEventListener("files-load", () => {
      hasCome = true;
    });
    void element.refresh();
    await until("the list", () => hasCome);
    button(element, "Download new.vtt").click();
    await until("the tab", () => tabs[0]);
    draw();
    expect(endpoint.calls.filter((call) => call.startsWith("url"))).to.deep.equal(["url fil_new t-new"]);
  });

  for (const query of ["response-content-disposition=attachment%3B%20filename%3Dx", "rscd=attachment"]) {
    it(`opens no tab for what is a download by its URL: ${query}`, async () => {
      const { element, endpoint } = await stage((endpoint) => {
        endpoint.files = manyFiles(1);
      });
      endpoint.fileUrl = `https://storage.example/object?${query}&sig=1`;
      standIn();
      const followed = linksFollowed();
      button(element, "Download call-1.vtt").click();
      await until("the download", () => followed.length > 0);
      expect(tabs).to.deep.equal([]);
      expect(followed).to.deep.equal([
        { href: endpoint.fileUrl, target: "_self", rel: "noopener", download: "call-1.vtt" },
      ]);
    });
  }

  it("runs once, however often the button is pressed", async () => {
    const { element, endpoint } = await stage((endpoint) => {
      endpoint.files = manyFiles(1);
    });
    standIn();
    const release = endpoint.hold("url");
    const download = button(element, "Download call-1.vtt");
    download.focus();
    download.click();
    download.click();
    await until("the call", () => download.getAttribute("aria-disabled") === "true");
    expect(focused(element) === download, "the focus is there").to.equal(true);
    release();
    await until("the tab", () => tabs[0]);
    await element.updateComplete;
    expect(tabs).to.have.length(1);
    expect(download.hasAttribute("aria-disabled")).to.equal(false);
  });

  it("opens nothing and shows the reason when there is no URL", async () => {
    const { element, spoken } = await stage((endpoint) => {
      endpoint.files = manyFiles(1);
      endpoint.refuse("url", 500);
    });
    standIn();
    button(element, "Download call-1.vtt").click();
    await until("the announcement", () => spoken.length > 0);
    expect(tabs).to.deep.equal([]);
    expect(text(element, "[part~=error]")).to.contain("call-1.vtt could not be opened");
    expect(spoken).to.deep.equal([
      "call-1.vtt could not be opened. The server had a problem. Please try again in a moment.",
    ]);
    button(element, "Dismiss this message").click();
    await element.updateComplete;
    expect(partTexts(element, "error")).to.deep.equal([]);
  });

  for (const url of ["javascript:alert(document.domain)", "data:text/html,hello"]) {
    it(`goes nowhere when the host says ${url}`, async () => {
      const { element } = await stage((endpoint) => {
        endpoint.files = manyFiles(1);
        endpoint.fileUrl = url;
      });
      standIn();
      const told = expectConsole(/./);
      button(element, "Download call-1.vtt").click();
      await until("the error", () => partTexts(element, "error").length > 0);
      expect(tabs).to.deep.equal([]);
      // The texts are loaded with the first line, so that the line of an earlier test may come now.
      const line = /^<lightfield-files> \[endpoint-reply\] “call-1\.vtt” was not opened: .*url is missing or wrong/;
      await until("the line", () => told.some((one) => line.test(one)));
      expect(text(element, "[part~=error]")).to.contain("The list is not working on this page");
    });
  }

  it("offers a link where the browser blocks the tab", async () => {
    const { element } = await stage((endpoint) => {
      endpoint.files = manyFiles(1);
    });
    window.open = () => null;
    button(element, "Download call-1.vtt").click();
    const link = await until("the link", () => findAll(element, "[part=open-link]")[0]);
    expect(link.getAttribute("href")).to.equal("https://storage.example/object");
    expect(link.getAttribute("rel")).to.equal("noopener");
  });

  it("opens in the frame that the page names, without a tab", async () => {
    const frame = document.createElement("iframe");
    frame.name = "reader";
    document.body.append(frame);
    const { element } = await stage((endpoint, element) => {
      endpoint.files = manyFiles(1);
      endpoint.fileUrl = `${location.origin}/__backend`;
      element.target = "reader";
    });
    standIn();
    button(element, "Download call-1.vtt").click();
    await until("the file in the frame", () => frame.contentDocument?.body?.textContent?.includes("hostEndpoint"));
    expect(tabs).to.have.length(0);
    frame.remove();
  });

  it("can be left to the page", async () => {
    const { element, endpoint } = await stage((endpoint) => {
      endpoint.files = manyFiles(1);
    });
    standIn();
    const seen: string[] = [];
    element.parentElement?.addEventListener("file-open", (event) => {
      event.preventDefault();
      seen.push(event.detail.file.filename);
    });
    button(element, "Download call-1.vtt").click();
    await until("the event", () => seen.length > 0);
    expect(seen).to.deep.equal(["call-1.vtt"]);
    expect(tabs).to.have.length(0);
    expect(endpoint.calls).to.deep.equal(["list 0"]);
  });

  it("is offered for completed files only", async () => {
    const { element } = await stage((endpoint) => {
      const statuses = ["PENDING", "COMPLETED", "CANCELLED", "EXPIRED"] as const;
      endpoint.files = statuses.map((status, index) => listed(`${status}.vtt`, { status, ageMs: index * 1000 }));
    });
    const labels = findAll(element, "tbody button").map((one) => one.getAttribute("part"));
    expect(labels).to.deep.equal(["cancel-button", "open-button"]);
  });
});

describe("cancelling a pending file", () => {
  const pending = () => [
    listed("new.vtt"),
    listed("half.vtt", { id: "fil_half", token: "t-half", status: "PENDING", ageMs: 1000 }),
    listed("old.vtt", { ageMs: 2000 }),
  ];

  it("is shown, announced once, reported to the page, and leaves the focus on the file", async () => {
    const { element, endpoint, spoken } = await stage((endpoint) => {
      endpoint.files = pending();
    });
    const told: string[] = [];
    document.body.addEventListener(
      "file-cancel",
      ({ detail }) => told.push(`${detail.file.id} ${detail.file.status}`),
      {
        once: true,
      },
    );
    const cancel = button(element, "Cancel half.vtt");
    cancel.focus();
    cancel.click();
    await until("the status", () => rows(element)[1]?.includes("Cancelled"));
    await settled(element);
    expect(endpoint.calls).to.deep.equal(["list 0", "cancel fil_half t-half", "list 0"]);
    expect(told).to.deep.equal(["fil_half CANCELLED"]);
    expect(spoken).to.deep.equal(["half.vtt cancelled."]);
    expect(focused(element) === find(element, "[data-row=fil_half]"), "the focus is there").to.equal(true);
  });

  it("shows the previous page where the endpoint leaves out cancelled files and the page was the last", async () => {
    const { element, endpoint } = await stage((endpoint, element) => {
      element.pageSize = 5;
      endpoint.files = [...manyFiles(5), listed("half.vtt", { status: "PENDING", ageMs: 1e9 })];
    });
    button(element, "Next page").click();
    await settled(element);
    const cancel = button(element, "Cancel half.vtt");
    const list = endpoint.list.bind(endpoint);
    endpoint.list = async (page) => {
      endpoint.files = endpoint.files.filter(({ status }) => status !== "CANCELLED");
      return list(page);
    };
    cancel.focus();
    cancel.click();
    await until("the page before", () => rows(element).length === 5);
    expect(text(element, "[part=range]")).to.equal("5 files");
    expect(focused(element) !== null, "something has the focus").to.equal(true);
  });

  it("shows the reason when it is too late, and the current list", async () => {
    const { element, endpoint } = await stage((endpoint) => {
      endpoint.files = pending();
    });
    endpoint.refuse("cancel", 409);
    endpoint.files = endpoint.files.map((file) => ({ ...file, status: "COMPLETED" as const }));
    button(element, "Cancel half.vtt").click();
    await until("the status", () => rows(element)[1]?.includes("Uploaded"));
    expect(text(element, "[part~=error]")).to.contain("half.vtt could not be cancelled");
    expect(text(element, "[part~=error]")).to.contain("Its status has changed. Refresh the list.");
  });

  it("waits for a busy server and shows that", async () => {
    const { element, endpoint } = await stage((endpoint) => {
      endpoint.files = pending();
    });
    endpoint.refuse("cancel", 429);
    const time = holdTime();
    try {
      button(element, "Cancel half.vtt").click();
      await until("the wait", () => findAll(element, ".notice").length > 0);
      expect(text(element, ".notice")).to.match(/^The server is busy\./);
      time.pass(60_000);
    } finally {
      time.release();
    }
    await until("the status", () => rows(element)[1]?.includes("Cancelled"));
    await until("the end of the wait", () => findAll(element, ".notice").length === 0);
    expect(endpoint.calls.filter((call) => call.startsWith("cancel"))).to.have.length(2);
  });
});
