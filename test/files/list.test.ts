import { expect, fixture, html } from "@open-wc/testing";
import type { FilesLoadEvent, LightfieldFiles } from "../../src/files/index.ts";
import { button, find, findAll, focused, text } from "../element/support/stage.ts";
import { expectConsole } from "../support/console.ts";
import { holdTime } from "../support/held-time.ts";
import { turn, until } from "../support/until.ts";
import { listed, manyFiles, ScriptedEndpoint } from "./support/scripted-endpoint.ts";
import { names, partTexts, rows, settled, stage } from "./support/stage.ts";

const HOUR = 3_600_000;
/** Longer than anything in the element waits by itself. */
const LONG_MS = 60_000;

describe("the list of files", () => {
  it("shows each file's name, status in words and by icon, size, and when it was added", async () => {
    const { element } = await stage((endpoint) => {
      endpoint.files = [
        listed("a.vtt"),
        listed("b.vtt", { status: "PENDING", ageMs: HOUR / 2 }),
        listed("c.vtt", { status: "CANCELLED", ageMs: 8 * 24 * HOUR }),
        listed("d.vtt", { status: "EXPIRED", ageMs: 9 * 24 * HOUR, sizeBytes: 900 }),
      ];
    });
    expect(rows(element)).to.deep.equal([
      "a.vtt | Uploaded | 84.2 kB",
      "b.vtt | Unfinished | 84.2 kB",
      "c.vtt | Cancelled | 84.2 kB",
      "d.vtt | Expired | 900 bytes",
    ]);
    const shapes = findAll(element, "[part=status] path:last-child").map((path) => path.getAttribute("d"));
    expect(new Set(shapes).size).to.equal(4);
    const times = findAll(element, "time");
    expect(times.slice(0, 2).map(({ textContent }) => textContent)).to.deep.equal(["now", "30 minutes ago"]);
    expect(times[1]?.getAttribute("datetime")).to.equal(new Date(element.files[1]?.createdAt ?? 0).toISOString());
    expect(times[1]?.title).to.contain(String(new Date(element.files[1]?.createdAt ?? 0).getFullYear()));
  });

  it("shows the newest first, whatever order the endpoint has", async () => {
    const { element } = await stage((endpoint) => {
      endpoint.files = [
        listed("old.vtt", { ageMs: HOUR }),
        listed("new.vtt"),
        listed("older.vtt", { ageMs: 2 * HOUR }),
      ];
    });
    expect(names(element)).to.deep.equal(["new.vtt", "old.vtt", "older.vtt"]);
  });

  it("shows names as text, and none that could imitate another", async () => {
    const { element } = await stage((endpoint) => {
      endpoint.files = [listed("<img src=x onerror=alert(1)>"), listed("a\u202Efdp.exe", { ageMs: HOUR })];
    });
    expect(names(element)).to.deep.equal(["<img src=x onerror=alert(1)>", "a\uFFFDfdp.exe"]);
    expect(findAll(element, "img")).to.have.length(0);
  });

  it("shows sizes, numbers and times in the language of the page", async () => {
    const { element } = await stage((endpoint, element) => {
      element.locale = "de";
      endpoint.files = [listed("a.vtt", { ageMs: 2 * 60_000 })];
    });
    expect(rows(element)[0]).to.contain("84,2");
    expect(text(element, "time")).to.equal("vor 2 Minuten");
  });

  it("takes sentences from the page", async () => {
    const { element } = await stage((endpoint, element) => {
      element.messages = { heading: "Transcripts", statuses: { COMPLETED: "Ready" } };
      endpoint.files = [listed("a.vtt")];
    });
    expect(text(element, ".summary-title")).to.equal("Transcripts");
    expect(rows(element)[0]).to.contain("| Ready |");
  });

  it("reports the shown files to the page", async () => {
    const { element } = await stage((endpoint) => {
      endpoint.files = manyFiles(30);
    });
    const told = new Promise<FilesLoadEvent>((resolve) => {
      document.body.addEventListener("files-load", resolve, { once: true });
    });
    button(element, "Next page").click();
    const { offset, totalCount, files } = (await told).detail;
    expect({ offset, totalCount, files: files.length }).to.deep.equal({ offset: 25, totalCount: 30, files: 5 });
    expect(element.files).to.equal(files);
    expect(element.totalCount).to.equal(30);
  });
});

describe("pages", () => {
  it("have 25 files, with their range among all", async () => {
    const { element } = await stage((endpoint) => {
      endpoint.files = manyFiles(137);
    });
    expect(text(element, "[part=range]")).to.equal("1–25 of 137");
    button(element, "Next page").click();
    await settled(element);
    expect(text(element, "[part=range]")).to.equal("26–50 of 137");
    expect(names(element)[0]).to.equal("call-26.vtt");
    button(element, "Previous page").click();
    await settled(element);
    expect(text(element, "[part=range]")).to.equal("1–25 of 137");
  });

  it("are as small as the page wants, and never larger than the API allows", async () => {
    const { element } = await stage((endpoint, element) => {
      endpoint.files = manyFiles(60);
      element.setAttribute("page-size", "10");
    });
    expect(text(element, "[part=range]")).to.equal("1–10 of 60");
    element.pageSize = 1000;
    await settled(element);
    expect(text(element, "[part=range]")).to.equal("1–25 of 60");
  });

  it("have buttons that show when there are no more, and keep the focus", async () => {
    const { element, endpoint } = await stage((endpoint) => {
      endpoint.files = manyFiles(30);
    });
    const next = button(element, "Next page");
    expect(button(element, "Previous page").getAttribute("aria-disabled")).to.equal("true");
    expect(next.hasAttribute("aria-disabled")).to.equal(false);
    next.focus();
    next.click();
    await settled(element);
    expect(next.getAttribute("aria-disabled")).to.equal("true");
    expect(focused(element) === next, "the focus is there").to.equal(true);
    next.click();
    await settled(element);
    expect(endpoint.calls).to.deep.equal(["list 0", "list 25"]);
  });

  it("have no buttons where there is one page", async () => {
    const { element } = await stage((endpoint) => {
      endpoint.files = manyFiles(25);
    });
    expect(text(element, "[part=range]")).to.equal("25 files");
    expect(partTexts(element, "next-button")).to.deep.equal([]);
  });

  it("follow the last of two quick clicks, however late the first response is", async () => {
    const { element, endpoint, spoken } = await stage((endpoint) => {
      endpoint.files = manyFiles(80);
    });
    const release = endpoint.hold("list");
    button(element, "Next page").click();
    button(element, "Next page").click();
    await settled(element);
    release();
    await element.updateComplete;
    expect(text(element, "[part=range]")).to.equal("51–75 of 80");
    expect(spoken).to.deep.equal(["Files: 51–75 of 80."]);
  });

  it("stay while the next one is being loaded", async () => {
    const { element, endpoint } = await stage((endpoint) => {
      endpoint.files = manyFiles(30);
    });
    endpoint.silence("list");
    button(element, "Next page").click();
    await element.updateComplete;
    expect(names(element)).to.have.length(25);
    expect(find(element, "table").getAttribute("aria-busy")).to.equal("true");
  });

  it("go back to the last remaining one when theirs is gone", async () => {
    const { element, endpoint } = await stage((endpoint) => {
      endpoint.files = manyFiles(51);
    });
    button(element, "Next page").click();
    await settled(element);
    button(element, "Next page").click();
    await settled(element);
    expect(text(element, "[part=range]")).to.equal("51–51 of 51");
    endpoint.files = endpoint.files.slice(0, 30);
    await element.refresh();
    expect(text(element, "[part=range]")).to.equal("26–30 of 30");
  });

  it("end at the first, with an inconsistent endpoint", async () => {
    const { element, endpoint } = await stage((endpoint) => {
      endpoint.files = manyFiles(60);
    });
    button(element, "Next page").click();
    await settled(element);
    for (const _ of [1, 2, 3]) endpoint.say("list", { object: "list", data: [], totalCount: 60 });
    await element.refresh();
    expect(endpoint.calls.slice(2)).to.deep.equal(["list 25", "list 0"]);
  });
});

describe("a list from a search index", () => {
  it("has a next page while pages are full, though the endpoint counts too few files", async () => {
    const { element, endpoint } = await stage((endpoint) => {
      endpoint.files = manyFiles(30);
      endpoint.say("list", { object: "list", data: endpoint.files.slice(0, 25), totalCount: 24 });
    });
    expect(endpoint.calls).to.deep.equal(["list 0", "list 25"]);
    expect(text(element, "[part=range]")).to.equal("1–25 of 26");
    button(element, "Next page").click();
    await settled(element);
    expect(text(element, "[part=range]")).to.equal("26–30 of 30");
  });

  it("ends with a short page, though the endpoint counts too many files", async () => {
    const { element } = await stage((endpoint) => {
      endpoint.files = manyFiles(30);
    });
    const endpoint = element.endpoint as unknown as ScriptedEndpoint;
    endpoint.say("list", { object: "list", data: endpoint.files.slice(25), totalCount: 51 });
    button(element, "Next page").click();
    await settled(element);
    expect(text(element, "[part=range]")).to.equal("26–30 of 30");
    expect(button(element, "Next page").getAttribute("aria-disabled")).to.equal("true");
  });

  it("shows a file at once that was uploaded to the same endpoint, until the list has it", async () => {
    const { element, endpoint } = await stage((endpoint) => {
      endpoint.files = [listed("old.vtt")];
    });
    const fresh = { ...listed("new.vtt"), createdAt: Date.now() };
    const uploader = Object.assign(document.createElement("div"), { endpoint: element.endpoint });
    const uploaded = () =>
      uploader.dispatchEvent(
        new CustomEvent("upload-success", { bubbles: true, composed: true, detail: { upload: { remote: fresh } } }),
      );
    document.body.append(uploader);
    uploaded();
    await until("the file to be shown", () => names(element).includes("new.vtt"));
    expect(names(element)).to.deep.equal(["new.vtt", "old.vtt"]);
    await element.refresh();
    expect(names(element)).to.deep.equal(["new.vtt", "old.vtt"]);
    endpoint.files = [listed("old.vtt"), { ...listed("new.vtt"), id: fresh.id }];
    await element.refresh();
    expect([...names(element)].sort()).to.deep.equal(["new.vtt", "old.vtt"]);
    uploader.endpoint = "/other";
    Object.assign(fresh, { id: "fil_other" });
    uploaded();
    await element.updateComplete;
    expect(names(element)).to.have.length(2);
    uploader.remove();
  });
});

describe("in place of a list", () => {
  it("is a placeholder until the list is loaded", async () => {
    const element = await fixture<LightfieldFiles>(html`<lightfield-files></lightfield-files>`);
    const endpoint = new ScriptedEndpoint(manyFiles(3));
    const release = endpoint.hold("list");
    element.endpoint = endpoint;
    await element.updateComplete;
    expect(element.matches(":state(loading)")).to.equal(true);
    expect(text(element, "[part=range]")).to.equal("Loading…");
    const rowHeight = find(element, ".skeleton > *").offsetHeight;
    const headerHeight = find(element, ".summary").offsetHeight;
    release();
    await settled(element);
    expect(findAll(element, ".skeleton")).to.have.length(0);
    expect(find(element, ".summary").offsetHeight).to.equal(headerHeight);
    expect(find(element, "[data-row]").offsetHeight).to.be.closeTo(rowHeight, 2);
  });

  it("is a sentence, or the page's own content, where there are no files", async () => {
    const { element } = await stage();
    expect(text(element, "[part=empty]")).to.equal("No files yet. What you upload appears here.");
    expect(element.matches(":state(empty)")).to.equal(true);
    expect(find<HTMLSlotElement>(element, "slot[name=empty]").assignedElements()).to.have.length(0);
  });

  it("is a sentence, and a hint for the developer, without an endpoint", async () => {
    const told = expectConsole(/^<lightfield-files> \[endpoint-missing\] .*Set the "endpoint" attribute/);
    const time = holdTime();
    try {
      const { element } = await stage((_endpoint, element) => {
        element.endpoint = null;
      });
      const place = element.parentElement;
      expect(text(element, ".notice")).to.equal("The list of files is not set up on this page yet.");
      expect(told).to.deep.equal([]);
      time.pass(LONG_MS);
      await until("the hint", () => told.length > 0);
      element.remove();
      place?.append(element);
      time.pass(LONG_MS);
      await turn();
      expect(told).to.have.length(1);
    } finally {
      time.release();
    }
  });

  it("is a sentence for the user, and a hint for the developer, where reading is not allowed", async () => {
    const told = expectConsole(/\[reads-forbidden\].*`reads: \{ ids \}`/);
    const { element } = await stage((endpoint) => endpoint.refuse("list", 403));
    expect(text(element, "[part~=error]")).to.contain("You are not allowed to see this here.");
    expect(element.matches(":state(has-errors)")).to.equal(true);
    await until("the hint", () => told.length > 0);
    expect(told).to.have.length(1);
  });

  it("is the reason and a button to retry, with the previous page", async () => {
    const { element, endpoint, spoken } = await stage((endpoint) => {
      endpoint.files = manyFiles(3);
    });
    endpoint.refuse("list", 503);
    button(element, "Refresh the list").click();
    await until("the error", () => element.matches(":state(has-errors)"));
    await element.updateComplete;
    expect(text(element, "[part~=error]")).to.contain("The server had a problem.");
    expect(names(element)).to.have.length(3);
    await until("the announcement", () => spoken.length > 0);
    expect(spoken).to.deep.equal([
      "The files could not be loaded. The server had a problem. Please try again in a moment.",
    ]);
    const retry = button(element, "Retry");
    retry.focus();
    retry.click();
    await settled(element);
    expect(element.matches(":state(has-errors)")).to.equal(false);
    expect(focused(element) === button(element, "Refresh the list"), "the focus is there").to.equal(true);
  });

  it("keeps the shown page when the next one cannot be loaded", async () => {
    const { element, endpoint } = await stage((endpoint) => {
      endpoint.files = manyFiles(30);
    });
    endpoint.refuse("list", 500);
    button(element, "Next page").click();
    await settled(element);
    expect(text(element, "[part=range]")).to.equal("1–25 of 30");
    button(element, "Next page").click();
    await settled(element);
    expect(text(element, "[part=range]")).to.equal("26–30 of 30");
  });

  it("is text only, whatever the server says", async () => {
    const { element } = await stage((endpoint) => endpoint.refuse("list", 400, "<b>no</b>"));
    expect(text(element, "[part~=error]")).to.contain("The server says: “<b>no</b>”");
    expect(findAll(element, "b")).to.have.length(0);
  });
});

describe("files of the same name", () => {
  it("are told apart by their exact times, also by the names of their buttons", async () => {
    const { element } = await stage((endpoint) => {
      endpoint.files = [
        listed("sync.vtt", { createdAt: "2026-03-01T10:00:05.000Z" }),
        listed("sync.vtt", { createdAt: "2026-03-01T10:00:47.000Z" }),
        listed("other.vtt"),
      ];
    });
    const times = findAll(element, "time").map(({ textContent }) => textContent ?? "");
    expect(times[0]).to.equal("now");
    expect(times[1]).to.match(/Mar 1, 2026, \d+:00:47/);
    expect(times[2]).to.match(/Mar 1, 2026, \d+:00:05/);
    const labels = findAll(element, "[part=open-button]").map((one) => one.getAttribute("aria-label"));
    expect(new Set(labels).size).to.equal(3);
    expect(labels[1]).to.contain("sync.vtt").and.contain(times[1]);
  });
});
