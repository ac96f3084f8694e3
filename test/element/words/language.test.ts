import { expect, fixture, html } from "@open-wc/testing";
import "../../../src/files/define.ts";
import { LitElement } from "lit";
import { property } from "lit/decorators.js";
import { LOCALES } from "../../../src/element/words/locales.ts";
import { type Language, Sentences } from "../../../src/ui/sentences.ts";
import { expectConsole } from "../../support/console.ts";
import { button, find, stage, text, waitUntil } from "../support/stage.ts";

const root = document.documentElement;
const germanFiles = "Hochgeladene Dateien";

/** Waits for the element and for the languages that it loads. */
const browse = async (element: Element & { updateComplete: Promise<boolean> }) => {
  await element.updateComplete;
  return text(element, "[part=browse-button]");
};

const { lang } = root;
beforeEach(() => {
  root.lang = "en";
});
afterEach(() => {
  root.lang = lang;
});

describe("the language of the element", () => {
  it("is the document's, and follows it live", async () => {
    root.lang = "de";
    const { element, add } = await stage();
    expect(await browse(element)).to.equal("Dateien auswählen");
    const id = await add("interview.vtt");
    expect(id).not.to.equal("");
    expect(text(element, "[part=status]")).to.equal("Wartet");
    root.lang = "fr";
    await waitUntil(() => text(element, "[part=browse-button]") === "Choisir des fichiers");
    await waitUntil(() => text(element, "[part=status]") === "En attente");
    expect(button(element, "Annuler l’envoi de interview.vtt")).to.exist;
    root.lang = "en";
    await waitUntil(() => text(element, "[part=status]") === "Queued");
    expect(text(element, "[part=browse-button]")).to.equal("Choose files");
  });

  it("is that of the closest lang, through shadow roots, and of the locale before that", async () => {
    root.lang = "fr";
    const section = await fixture<HTMLElement>(html`<section lang="de"><div></div></section>`);
    const inner = section.querySelector("div")?.attachShadow({ mode: "open" });
    const element = document.createElement("lightfield-uploader");
    inner?.append(element);
    expect(await browse(element)).to.equal("Datei auswählen");
    element.locale = "it";
    expect(await browse(element)).to.equal("Scegli un file");
    element.removeAttribute("locale");
    element.locale = "";
    section.lang = "es";
    await waitUntil(() => text(element, "[part=browse-button]") === "Elegir un archivo");
  });

  it("is looked up again when the element is moved", async () => {
    const places = await fixture<HTMLElement>(html`<div><p lang="de"></p><p lang="pl"></p></div>`);
    const [german, polish] = places.children;
    const element = document.createElement("lightfield-uploader");
    german?.append(element);
    expect(await browse(element)).to.equal("Datei auswählen");
    polish?.append(element);
    expect(await browse(element)).to.equal("Wybierz plik");
  });

  it("is the closest available one, else English", async () => {
    const { element } = await stage({}, []);
    const expected = {
      "de-AT": "Datei auswählen",
      "DE-ch": "Datei auswählen",
      "es-419": "Elegir un archivo",
      "zh-TW": "選擇檔案",
      "zh-HK": "選擇檔案",
      "zh-Hant": "選擇檔案",
      "zh-CN": "选择文件",
      "zh-SG": "选择文件",
      zh: "选择文件",
      "pt-PT": "Escolher um arquivo",
      pt: "Escolher um arquivo",
      iw: "בחירת קובץ",
      "he-IL": "בחירת קובץ",
      "en-GB": "Choose a file",
      sv: "Choose a file",
      "no such thing": "Choose a file",
    };
    for (const [locale, words] of Object.entries(expected)) {
      element.locale = locale;
      expect(await browse(element), locale).to.equal(words);
    }
  });

  it("is exposed to screen readers, and sets the direction for right-to-left languages", async () => {
    const { element } = await stage();
    element.locale = "ar-EG";
    await element.updateComplete;
    const shell = find(element, ".root");
    expect(shell.lang).to.equal("ar-EG");
    expect(getComputedStyle(shell).direction).to.equal("rtl");
    element.locale = "sv";
    await element.updateComplete;
    expect(shell.lang).to.equal("en");
    expect(getComputedStyle(shell).direction).to.equal("ltr");
  });

  it("writes numbers as its sentences do: none in Swedish between English words", async () => {
    const { element, add } = await stage();
    await add("one.vtt", "x".repeat(1536));
    element.locale = "de-CH";
    await element.updateComplete;
    expect(text(element, "[part=meta]")).to.contain("1.5 kB");
    element.locale = "sv";
    await element.updateComplete;
    expect(text(element, "[part=meta]")).to.contain("1.5 kB");
    element.messages = { queued: "I kö" };
    await element.updateComplete;
    expect(text(element, "[part=meta]")).to.contain("1,5 kB");
  });

  it("applies to the list as well", async () => {
    root.lang = "de";
    const list = await fixture<HTMLElement & { updateComplete: Promise<boolean> }>(
      html`<lightfield-files .endpoint=${emptyEndpoint}></lightfield-files>`,
    );
    await list.updateComplete;
    expect(text(list, ".summary-title")).to.equal(germanFiles);
    root.lang = "zh-HK";
    await waitUntil(() => text(list, ".summary-title") === "已上傳的檔案");
  });

  it("applies to the reasons of refusals, for users and for the page", async () => {
    root.lang = "de";
    const { element, add } = await stage({ accept: ".vtt" });
    let message = "";
    element.addEventListener("file-reject", (event) => {
      message = event.detail.message;
    });
    await add("photo.png");
    expect(message).to.equal("Dieser Dateityp wird hier nicht akzeptiert. Erlaubt: VTT.");
    expect(text(element, ".notice")).to.contain(message);
  });
});

describe("the observer of lang attributes", () => {
  it("is shared by all elements, and stops with the last of them", async () => {
    const watched: Node[] = [];
    let given = 0;
    const { observe, disconnect } = MutationObserver.prototype;
    MutationObserver.prototype.observe = function (target, options) {
      if (options?.attributeFilter?.includes("lang")) watched.push(target);
      observe.call(this, target, options);
    };
    MutationObserver.prototype.disconnect = function () {
      given++;
      disconnect.call(this);
    };
    try {
      const one = document.createElement("lightfield-uploader");
      const other = document.createElement("lightfield-files");
      document.body.append(one, other);
      expect(watched).to.deep.equal([root]);
      one.remove();
      expect(given).to.equal(0);
      other.remove();
      expect(given).to.equal(1);
      root.lang = "de";
      document.body.append(one);
      expect(watched).to.deep.equal([root, root]);
      expect(await browse(one)).to.equal("Datei auswählen");
      one.remove();
      expect(given).to.equal(2);
    } finally {
      Object.assign(MutationObserver.prototype, { observe, disconnect });
    }
  });
});

interface Greeting {
  readonly hello: string;
}
type Spoken = Language<Greeting>;

const english: Spoken = { sentences: { hello: "Hello" } };
/** Resolve the pending loads of languages. */
const arrivals: (() => void)[] = [];
const languages = {
  de: () => new Promise<Spoken>((resolve) => arrivals.push(() => resolve({ sentences: { hello: "Hallo" } }))),
  // There is no such file, so the import rejects.
  fr: async (): Promise<Spoken> => import(new URL("/no-such-language.js", location.href).href),
};

class GreetingHost extends LitElement {
  @property() locale = "";
  @property({ attribute: false }) messages: Partial<Greeting> | null = null;
  readonly sentences = new Sentences<Greeting>(this, english, languages);
  bye = "";

  protected override render(): unknown {
    const { words, isSilent } = this.sentences;
    return html`<p ?hidden=${isSilent}>${words.messages.hello} ${this.bye}</p>`;
  }
}
customElements.define("greeting-host", GreetingHost);

const shown = (host: GreetingHost): string => {
  const line = find(host, "p");
  return line.hidden ? "" : text(host, "p");
};

describe("a language that is being loaded", () => {
  it("hides the text until it is loaded, so that no English flashes up", async () => {
    const host = await fixture<GreetingHost>(html`<greeting-host locale="de"></greeting-host>`);
    expect(shown(host)).to.equal("");
    arrivals.pop()?.();
    await host.sentences.loaded;
    await host.updateComplete;
    expect(shown(host)).to.equal("Hallo");
  });

  it("keeps the previous language until then", async () => {
    const host = await fixture<GreetingHost>(html`<greeting-host locale="en"></greeting-host>`);
    host.locale = "de";
    await host.updateComplete;
    expect(shown(host)).to.equal("Hello");
    arrivals.pop()?.();
    await host.sentences.loaded;
    await host.updateComplete;
    expect(shown(host)).to.equal("Hallo");
  });

  it("is ignored when the page wants another in the meantime", async () => {
    const host = await fixture<GreetingHost>(html`<greeting-host locale="de"></greeting-host>`);
    const answer = arrivals.pop();
    host.locale = "en";
    await host.updateComplete;
    answer?.();
    await host.sentences.loaded;
    await host.updateComplete;
    expect(shown(host)).to.equal("Hello");
    expect(host.sentences.words.formats.language).to.equal("en");
  });

  it("leaves English when it cannot be loaded, and is logged once", async () => {
    const warnings = expectConsole(/could not be fetched/);
    for (const _ of ["one element", "another"]) {
      const host = await fixture<GreetingHost>(html`<greeting-host locale="fr"></greeting-host>`);
      host.sentences.alsoLoad(async () => {
        host.bye = "Goodbye";
        host.requestUpdate();
      });
      await host.sentences.loaded;
      await host.updateComplete;
      expect(shown(host)).to.equal("Hello Goodbye");
      expect(host.sentences.words.formats.language).to.equal("en");
    }
    await waitUntil(() => warnings.length > 0);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(
      /^<greeting-host> \[language-missing\] "fr": The sentences of this language could not be fetched\./,
    );
  });
});

describe("the languages", () => {
  it("are these beside English", () => {
    expect(Object.keys(LOCALES).sort()).to.deep.equal(
      "ar de es fr he hi it ja ko nl pl pt ru tr uk zh-Hans zh-Hant".split(" "),
    );
  });
});

const emptyEndpoint = {
  list: async () => ({ object: "list", data: [], totalCount: 0 }),
};
