import { expect } from "@open-wc/testing";
import type { LightfieldFiles } from "../../src/files/index.ts";
import { isReferenceEngine } from "../element/support/engine.ts";
import { button, find, findAll } from "../element/support/stage.ts";
import { expectConsole } from "../support/console.ts";
import { searchFor } from "../support/screenshots/files-states.ts";
import { until } from "../support/until.ts";
import { listed, manyFiles, type ScriptedEndpoint } from "./support/scripted-endpoint.ts";
import { settled, stage } from "./support/stage.ts";

const statuses = ["PENDING", "COMPLETED", "CANCELLED", "EXPIRED"] as const;
const oneOfEach = () => statuses.map((status, index) => listed(`${status}.vtt`, { status, ageMs: index * 100_000 }));

interface State {
  script(endpoint: ScriptedEndpoint, element: LightfieldFiles): void;
  /** The button to press after the first list. */
  readonly press?: string;
  /** What to search for. */
  readonly query?: string;
  /** What developers read of it. */
  readonly hint?: RegExp;
}

const STATES: Readonly<Record<string, State>> = {
  "files in every status": {
    script: (endpoint) => {
      endpoint.files = oneOfEach();
    },
  },
  "a page among others": {
    script: (endpoint) => {
      endpoint.files = manyFiles(60);
    },
    press: "Next page",
  },
  "a search": {
    script: (endpoint) => {
      endpoint.files = manyFiles(120);
    },
    query: "call",
  },
  "a search that finds nothing": {
    script: (endpoint) => {
      endpoint.files = manyFiles(12);
    },
    query: "budget",
  },
  "no files": { script: () => {} },
  "files that could not be loaded": { script: (endpoint) => endpoint.refuse("list", 503) },
  "files that may not be read": {
    script: (endpoint) => endpoint.refuse("list", 403),
    hint: /\[reads-forbidden\]/,
  },
  "a file that could not be opened": {
    script: (endpoint) => {
      endpoint.files = oneOfEach();
      endpoint.refuse("cancel", 500);
    },
    press: "Cancel PENDING.vtt",
  },
  "a list that is not set up": {
    script: (_endpoint, element) => {
      element.endpoint = null;
    },
    hint: /\[endpoint-missing\]/,
  },
};

/** A checker's verdict is the same in every engine: the others look at one page, of everything that has a colour. */
const PAGES = isReferenceEngine
  ? ["light", "dark"].flatMap((scheme) => [320, 900].map((width) => ({ scheme, width, states: Object.keys(STATES) })))
  : [{ scheme: "light", width: 320, states: ["files in every status"] }];

for (const { scheme, width, states } of PAGES) {
  describe(`an accessibility checker, on a ${scheme} page ${width} pixels wide, finds nothing wrong with`, () => {
    const page = document.documentElement.style;
    before(() => {
      page.cssText = `color-scheme: ${scheme}; background: ${scheme === "dark" ? "#14161b" : "#fff"}; color: ${
        scheme === "dark" ? "#e7e9ee" : "#1b1f29"
      }`;
    });
    after(() => {
      page.cssText = "";
    });

    for (const [what, { script, press, query, hint }] of Object.entries(STATES)) {
      if (!states.includes(what)) continue;
      it(what, async () => {
        const told = hint && expectConsole(hint);
        const { element } = await stage((endpoint, element) => {
          element.style.inlineSize = `${width}px`;
          script(endpoint, element);
        });
        if (press) button(element, press).click();
        if (query) await searchFor(element, query);
        await settled(element);
        if (press?.startsWith("Cancel")) await until("the error", () => findAll(element, "[part~=error]").length > 0);
        if (told) await until("the hint", () => told.length > 0);
        await expect(element).to.be.accessible();
      });
    }
  });
}

describe("at 320 pixels and in a wide place", () => {
  for (const width of [320, 900]) {
    it(`a list of ${width} pixels is a table of named rows, with targets of 24 pixels at least`, async () => {
      const { element } = await stage((endpoint, element) => {
        element.style.inlineSize = `${width}px`;
        endpoint.files = [
          ...oneOfEach(),
          listed(`${"a very long name of a file ".repeat(6)}.docx`, { ageMs: 1e9, status: "PENDING" }),
        ];
      });
      const table = find(element, "table");
      expect(table.getAttribute("role")).to.equal("table");
      expect(find(element, "caption").textContent).to.equal("Uploaded files");
      expect(findAll(element, "[role=columnheader]").map(({ textContent }) => textContent)).to.deep.equal([
        "Name",
        "Status",
        "Size",
        "Added",
        "Actions",
      ]);
      expect(findAll(element, "[role=rowheader][scope=row]")).to.have.length(5);
      for (const target of findAll(element, "button")) {
        const { width, height } = target.getBoundingClientRect();
        expect(Math.min(width, height), target.title).to.be.at.least(24);
      }
      // Nothing overflows the element, whatever the file names are.
      const edge = element.getBoundingClientRect().right;
      for (const one of findAll(element, "tbody *:not(.name *, .spoken *)")) {
        expect(one.getBoundingClientRect().right, one.className).to.be.at.most(edge + 0.5);
      }
    });
  }
});
