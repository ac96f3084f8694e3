import { expect, fixture, html } from "@open-wc/testing";
import { LightfieldUploader } from "../../../src/element/index.ts";
import { sentences as SELDOM_ENGLISH } from "../../../src/element/locales/en/seldom.ts";
import { isReferenceEngine } from "../support/engine.ts";
import { ENGLISH_WORDS, FILES_ENGLISH_WORDS } from "../support/languages.ts";
import { find, stage, waitUntil } from "../support/stage.ts";
import { WALKED_STATES, walkStates } from "../support/states-walk.ts";

const ACCENTED: Readonly<Record<string, string>> = { a: "á", e: "é", i: "í", o: "ó", u: "ú", n: "ñ", c: "ç" };

/** Puts every sentence into brackets, and accents on those without arguments: text outside brackets is not a message. */
function pseudo<T extends object>(words: T): T {
  const translated = Object.entries(words).map(([key, value]) => {
    if (typeof value === "string")
      return [key, `⟦${value.replace(/[aeiounc]/g, (letter) => ACCENTED[letter] ?? letter)}⟧`];
    if (typeof value === "object") return [key, pseudo(value)];
    return [key, (...args: unknown[]) => `⟦${value(...args)}⟧`];
  });
  return Object.fromEntries(translated);
}

const MESSAGES = pseudo({ ...ENGLISH_WORDS, seldom: SELDOM_ENGLISH });
const FILES_MESSAGES = pseudo(FILES_ENGLISH_WORDS);

const SPOKEN_ATTRIBUTES = ["aria-label", "aria-valuetext", "aria-description", "title", "placeholder", "alt"];

/** Rest of a text without sentences, file names, and figures with units by Intl. */
function strayWords(words: string): string {
  let rest = words;
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, " ");
  }
  return (
    rest
      .replace(/\d[\d.,]*[\s\u202F\u00A0]?(bytes?|kB|MB|GB|hr|min|sec)(\/s)?/g, " ")
      // Kinds of files, with "or" by Intl between them.
      .replace(/\b[A-Z]{3,4}\b((, )?(or )?(?=[A-Z]{3,4}\b))?/g, " ")
      .replace(/MD5 [0-9a-f]{32}/g, " ")
      .replace(/[^\p{L}]+/gu, " ")
      .trim()
  );
}

/** Elements with text of the user, as names and pasted text, or of Intl, as ages. */
const NOT_OURS = ".pasted-text, [part=name], .spoken bdi, .refused, .folder, time, style";

function straysIn(root: ShadowRoot): string[] {
  const strays: string[] = [];
  const told = (where: string, words: string): void => {
    const stray = strayWords(words);
    if (stray) strays.push(`${where}: ${words}`);
  };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode as Text;
    if (parentElement && !parentElement.closest(NOT_OURS))
      told(parentElement.className || parentElement.localName, data);
  }
  for (const element of root.querySelectorAll("*")) {
    if (element.closest(NOT_OURS)) continue;
    for (const name of SPOKEN_ATTRIBUTES) told(name, element.getAttribute(name) ?? "");
    // The value of an option is not its text.
    if (element.localName !== "option") told("value", element.getAttribute("value") ?? "");
  }
  return strays;
}

describe("no word", () => {
  it(`of either element comes from anywhere but the messages, in ${WALKED_STATES}`, async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const strays: string[] = [];
    let sentences = 0;
    const count = await walkStates(place, {
      prepare(element) {
        if (element instanceof LightfieldUploader) element.messages = MESSAGES;
        else element.messages = FILES_MESSAGES;
      },
      isSameEverywhere: true,
      look(element, state) {
        const root = element.shadowRoot;
        if (!root) return;
        sentences += root.textContent?.split("⟦").length ?? 0;
        strays.push(...straysIn(root).map((stray) => `${state}, ${stray}`));
      },
    });
    expect(strays).to.deep.equal([]);
    expect(count).to.be.greaterThan(isReferenceEngine ? 35 : 5);
    expect(sentences).to.be.greaterThan(isReferenceEngine ? 400 : 40);
  });

  it("is announced, passed to the page or shown by the form that is not a message", async () => {
    const { element, uploader, add } = await stage({ accept: ".vtt" });
    element.messages = MESSAGES;
    element.required = true;
    const said: string[] = [];
    const live = find(element, "[role=status]");
    new MutationObserver(() => said.push(live.textContent ?? "")).observe(live, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    element.addEventListener("file-reject", (event) => said.push(event.detail.message));
    const next = async (act: () => unknown): Promise<void> => {
      const before = said.length;
      await act();
      await waitUntil(() => said.length > before);
    };
    await element.updateComplete;
    said.push(element.validationMessage);
    let id = "";
    await next(async () => {
      id = await add("one.vtt");
    });
    said.push(element.validationMessage);
    await next(() => uploader.fail(id, "network"));
    await next(async () => {
      for (const name of ["2.vtt", "3.vtt", "4.vtt", "5.vtt"]) uploader.fail(await add(name), "server");
      uploader.finish();
    });
    await next(() => element.addFiles([new File(["x"], "photo.png")]));
    await next(() => element.addFiles(["1", "2", "3", "4"].map((name) => new File(["x"], `${name}.png`))));
    const waiting = await add("6.vtt");
    await next(() => uploader.patch(waiting, { status: "waiting", waitReason: "offline", origin: "continued" }));
    await next(() => uploader.begin(waiting));
    expect(said.length).to.be.greaterThan(8);
    expect(said.filter((words) => strayWords(words.replace(/[\w-]+\.(vtt|png)/g, "")))).to.deep.equal([]);
  });
});
