import { expect } from "@open-wc/testing";
import type { LightfieldFiles } from "../../../src/files/index.ts";
import { button, find, findAll, focused, text } from "../../element/support/stage.ts";
import { holdTime } from "../../support/held-time.ts";
import { searchFor } from "../../support/screenshots/files-states.ts";
import { until } from "../../support/until.ts";
import { listed, manyFiles, type ScriptedEndpoint } from "../support/scripted-endpoint.ts";
import { names, type Stage, settled, stage } from "../support/stage.ts";

const MINUTE = 60_000;
/** Longer than anything in the element waits by itself. */
const LONG_MS = 60_000;

const field = (element: LightfieldFiles) => find<HTMLInputElement>(element, "[part=search-field]");
/** "" while there is none. */
const noteOf = (element: LightfieldFiles) =>
  findAll(element, "[part=search-note]").length > 0 ? text(element, "[part=search-note]") : "";
const orders = (element: LightfieldFiles) => find<HTMLSelectElement>(element, "[part=sort-field]");

/** Element with the search field, and these files. */
async function searchable(script: (endpoint: ScriptedEndpoint, element: LightfieldFiles) => void): Promise<Stage> {
  const found = await stage(script);
  await until("the search field", () => findAll(found.element, "[part=search-field]").length);
  return found;
}

async function search(element: LightfieldFiles, query: string): Promise<void> {
  await searchFor(element, query);
  await element.updateComplete;
}

async function sort(element: LightfieldFiles, order: string): Promise<void> {
  const select = orders(element);
  select.value = order;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  await element.updateComplete;
}

/** Waits until every page that the search loads is there. */
const complete = (element: LightfieldFiles, note: string) =>
  until(
    `"${note}"`,
    () =>
      findAll(element, "[part=search-note]")
        .map((one) => one.textContent?.trim() ?? "")
        .join() === note,
  );

const nine = () => [
  listed("Müller.vtt"),
  listed("Budget 10.pdf", { ageMs: MINUTE, sizeBytes: 5_000_000 }),
  listed("Budget 9.pdf", { ageMs: 2 * MINUTE, sizeBytes: 900 }),
  ...manyFiles(6).map((file, index) => ({
    ...file,
    createdAt: new Date(Date.now() - (3 + index) * MINUTE).toISOString(),
  })),
];

describe("the search field", () => {
  it("is there from nine files on, without a shift of the rows when its code comes", async () => {
    const { element } = await stage((endpoint) => {
      endpoint.files = nine();
    });
    const top = () => find(element, "[data-row]").getBoundingClientRect().top;
    const before = top();
    await until("the search field", () => findAll(element, "[part=search-field]").length);
    await element.updateComplete;
    expect(top()).to.equal(before);
  });

  it("is not there for eight files", async () => {
    const { element } = await stage((endpoint) => {
      endpoint.files = nine().slice(1);
    });
    expect(findAll(element, ".tools")).to.have.length(0);
  });

  it("shows the files whose names contain every word, whatever their case and accents", async () => {
    const { element } = await searchable((endpoint) => {
      endpoint.files = nine();
    });
    await search(element, "MULL");
    expect(names(element)).to.deep.equal(["Müller.vtt"]);
    expect(text(element, "[part=range]")).to.equal("1 file");
    expect(element.files.map(({ filename }) => filename)).to.deep.equal(["Müller.vtt"]);
    expect(element.totalCount).to.equal(9);
    await search(element, "10 budget");
    expect(names(element)).to.deep.equal(["Budget 10.pdf"]);
  });

  it("says that nothing was found, as text and to screen readers", async () => {
    const time = holdTime(200);
    try {
      const { element, spoken } = await searchable((endpoint) => {
        endpoint.files = nine();
      });
      await search(element, "<b>x");
      expect(text(element, "[part=empty]")).to.equal("No file name contains “<b>x”.");
      expect(findAll(element, "b")).to.have.length(0);
      await search(element, "budget");
      time.pass(1000);
      await until("the announcement", () => spoken.includes("Files: 2 files."));
      await search(element, "bud");
      await search(element, "zzz");
      time.pass(1000);
      await element.updateComplete;
      await until("the announcement", () => spoken.includes("No file name contains “zzz”."));
      // What was typed in between is not told.
      expect(spoken.filter(Boolean)).to.deep.equal(["Files: 2 files.", "No file name contains “zzz”."]);
    } finally {
      time.release();
    }
  });

  it("is emptied by Escape and by its button, which give the whole list and keep the focus in the field", async () => {
    const { element } = await searchable((endpoint) => {
      endpoint.files = nine();
    });
    let escaped = 0;
    element.parentElement?.addEventListener("keydown", () => escaped++);
    const press = () =>
      field(element).dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true }));
    await search(element, "budget");
    field(element).focus();
    press();
    await element.updateComplete;
    expect(field(element).value).to.equal("");
    expect(names(element)).to.have.length(9);
    expect(escaped, "a dialog around stays open").to.equal(0);
    press();
    expect(escaped, "an empty field leaves the key to the page").to.equal(1);
    await search(element, "budget");
    button(element, "Clear the search").click();
    await element.updateComplete;
    expect(names(element)).to.have.length(9);
    expect(focused(element) === field(element), "the focus is in the field").to.equal(true);
  });

  it("tells the page nothing of what is typed and chosen", async () => {
    const { element } = await searchable((endpoint) => {
      endpoint.files = nine();
    });
    const told: string[] = [];
    for (const type of ["input", "change"]) element.addEventListener(type, () => told.push(type));
    await search(element, "budget");
    await sort(element, "name");
    expect(told).to.deep.equal([]);
  });

  it("stays while something is searched, though fewer files remain", async () => {
    const { element, endpoint } = await searchable((endpoint) => {
      endpoint.files = nine();
    });
    await search(element, "budget");
    endpoint.files = endpoint.files.slice(0, 3);
    await element.refresh();
    expect(names(element)).to.have.length(2);
    await search(element, "");
    expect(findAll(element, ".tools")).to.have.length(0);
  });

  it("is empty again for another endpoint", async () => {
    const { element, endpoint } = await searchable((endpoint) => {
      endpoint.files = nine();
    });
    await search(element, "budget");
    element.endpoint = "/another";
    element.endpoint = endpoint;
    element.pageSize = 20;
    await settled(element);
    expect(names(element)).to.have.length(9);
  });
});

describe("the order", () => {
  it("is by age at first, and by name or size if the user wants that", async () => {
    const { element } = await searchable((endpoint) => {
      endpoint.files = nine();
    });
    expect(orders(element).value).to.equal("newest");
    await sort(element, "name");
    expect(names(element).slice(0, 3)).to.deep.equal(["Budget 9.pdf", "Budget 10.pdf", "call-1.vtt"]);
    await sort(element, "largest");
    expect(names(element)[0]).to.equal("Budget 10.pdf");
    await sort(element, "smallest");
    expect(names(element)[0]).to.equal("Budget 9.pdf");
    await sort(element, "oldest");
    expect(names(element).at(-1)).to.equal("Müller.vtt");
    await sort(element, "newest");
    expect(names(element)[0]).to.equal("Müller.vtt");
  });
});

describe("a search in several pages", () => {
  it("has its own pages, from the first on", async () => {
    const { element } = await searchable((endpoint) => {
      endpoint.files = manyFiles(60);
    });
    button(element, "Next page").click();
    await settled(element);
    await search(element, "call");
    await until("all files", () => text(element, "[part=range]") === "1–25 of 60");
    button(element, "Next page").click();
    await element.updateComplete;
    expect(text(element, "[part=range]")).to.equal("26–50 of 60");
    expect(names(element)[0]).to.equal("call-26.vtt");
    button(element, "Next page").click();
    await element.updateComplete;
    expect(button(element, "Next page").getAttribute("aria-disabled")).to.equal("true");
    await search(element, "call-3");
    expect(names(element)).to.have.length(11);
  });

  it("covers the first hundred files, says so, and covers all if the user wants that", async () => {
    const { element, endpoint } = await searchable((endpoint) => {
      endpoint.files = manyFiles(230);
    });
    endpoint.calls.length = 0;
    await search(element, "call-2");
    await complete(element, "Only 100 of 230 files are included.Include all");
    expect(endpoint.calls).to.deep.equal(["list 0", "list 25", "list 50", "list 75"]);
    expect(text(element, "[part=range]")).to.equal("11 files");
    const release = endpoint.hold("list");
    const more = button(element, "Include all");
    more.focus();
    more.click();
    await until("the loading", () => more.getAttribute("aria-disabled") === "true");
    expect(text(element, "[part=search-note]")).to.equal("Loading… 100 of 230 filesInclude all");
    expect(focused(element) === more, "the focus is there").to.equal(true);
    release();
    await complete(element, "");
    expect(text(element, "[part=range]")).to.equal("1–25 of 42");
  });

  it("adds a thousand files at a time to a search in many", async () => {
    const { element, endpoint } = await searchable((endpoint) => {
      endpoint.files = manyFiles(2400);
    });
    await search(element, "call-24");
    await complete(element, "Only 100 of 2,400 files are included.Include more");
    endpoint.calls.length = 0;
    button(element, "Include more").click();
    await complete(element, "Only 1,100 of 2,400 files are included.Include more");
    expect(endpoint.calls[0]).to.equal("list 100");
    expect(endpoint.calls).to.have.length(40);
    button(element, "Include more").click();
    await complete(element, "Only 2,100 of 2,400 files are included.Include all");
    button(element, "Include all").click();
    await complete(element, "");
    expect(text(element, "[part=range]")).to.equal("12 files");
  });

  it("tells how far it is, and changes the result when it is complete", async () => {
    const { element, endpoint } = await searchable((endpoint) => {
      endpoint.files = manyFiles(60);
    });
    await search(element, "call-1");
    await complete(element, "");
    const release = endpoint.hold("list");
    await search(element, "call-5");
    button(element, "Refresh the list").click();
    await until("the call", () => endpoint.calls.at(-1) === "list 0");
    release();
    await complete(element, "");
    expect(names(element)).to.have.length(11);
  });

  it("keeps what came before an error, and goes on when the user wants that", async () => {
    const { element, endpoint } = await searchable((endpoint) => {
      endpoint.files = manyFiles(60);
    });
    endpoint.say("list", { object: "list", data: endpoint.files.slice(0, 25), totalCount: 60 });
    endpoint.refuse("list", 500);
    await search(element, "call");
    await complete(
      element,
      "The files could not be loaded. The server had a problem. Please try again in a moment.Retry",
    );
    expect(text(element, "[part=range]")).to.equal("25 files");
    button(element, "Retry").click();
    await complete(element, "");
    expect(text(element, "[part=range]")).to.equal("1–25 of 60");
  });

  it("waits as long as a busy server wants", async () => {
    const { element, endpoint } = await searchable((endpoint) => {
      endpoint.files = manyFiles(60);
    });
    // Every timer, because the wait is of a random length.
    const time = holdTime();
    try {
      endpoint.refuse("list", 429);
      await search(element, "call-59");
      await until("the wait", () => noteOf(element).startsWith("The server is busy."));
      time.pass(LONG_MS);
      await complete(element, "");
      expect(names(element)).to.deep.equal(["call-59.vtt"]);
    } finally {
      time.release();
    }
  });

  it("shows a file that was cancelled in it as cancelled", async () => {
    const { element } = await searchable((endpoint) => {
      endpoint.files = manyFiles(60).map((file, index) =>
        index === 40 ? { ...file, status: "PENDING" as const } : file,
      );
    });
    await search(element, "call-41");
    await complete(element, "");
    button(element, "Cancel call-41.vtt").click();
    await until("the status", () => text(element, "[part=status]") === "Cancelled");
  });

  it("ends when the element is removed", async () => {
    const { element, endpoint } = await searchable((endpoint) => {
      endpoint.files = manyFiles(60);
    });
    const release = endpoint.hold("list");
    await search(element, "call");
    await until("the call", () => endpoint.calls.length === 2);
    element.remove();
    await Promise.resolve();
    release();
    await element.updateComplete;
    expect(endpoint.calls).to.have.length(2);
  });
});

describe("the words of the search", () => {
  it("are those of the page's language, and the page's own", async () => {
    const { element } = await searchable((endpoint, element) => {
      endpoint.files = nine();
      element.locale = "de";
      element.messages = { search: { field: "Mitschnitt suchen" } };
    });
    expect(field(element).placeholder).to.equal("Mitschnitt suchen");
    expect(orders(element).getAttribute("aria-label")).to.equal("Sortierung");
    element.locale = "en";
    await until("English", () => orders(element).getAttribute("aria-label") === "Sort");
  });
});
