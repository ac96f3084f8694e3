import type { LightfieldUploader } from "lightfield-uploader";
import { slottedHtml } from "./choices.ts";
import { isInForm, type Knowledge, propertiesIn, themeHref } from "./current-snippet.ts";
import type { ElementApi } from "./manifest.ts";
import { literal } from "./markup.ts";
import type { FileClass } from "./samples.ts";
import { PART_OUTLINE } from "./snippet.ts";
import type { State } from "./state.ts";
import { tokensIn } from "./token-value.ts";

type StageWindow = Window & typeof globalThis;

/** Page in the frame, with one element that always has the current settings. */
export class Stage {
  readonly #api: ElementApi;
  readonly #knowledge: Knowledge;
  readonly #window: StageWindow;
  readonly #form: HTMLFormElement;
  readonly #sheet: CSSStyleSheet;
  #element: LightfieldUploader;
  /** Initial values of the properties, and the values that were set last, as code. */
  #initial = new Map<string, unknown>();
  #set = new Map<string, string>();
  #slots = "";

  constructor(window: StageWindow, api: ElementApi, knowledge: Knowledge) {
    this.#window = window;
    this.#api = api;
    this.#knowledge = knowledge;
    this.#form = found(window.document.querySelector("form"));
    this.#sheet = new window.CSSStyleSheet();
    window.document.adoptedStyleSheets = [this.#sheet];
    this.#element = this.#make();
  }

  get element(): LightfieldUploader {
    return this.#element;
  }

  /** Class `File` of the stage's window: the element accepts only files of its own window. */
  get FileOfStage(): FileClass {
    return this.#window.File;
  }

  /** Names of the custom states that the element is in. */
  get states(): string[] {
    if (!CSS.supports("selector(:state(x))")) return [];
    return this.#api.states.map(({ name }) => name).filter((name) => this.#element.matches(`:state(${name})`));
  }

  hear(listener: (event: Event) => void): void {
    for (const { name } of this.#api.events) {
      this.#window.document.addEventListener(name, (event) => {
        if (event.target === this.#element) listener(event);
      });
    }
  }

  /** Calls the listener with the fields of a submitted form. The form is not sent. */
  hearSubmit(listener: (fields: readonly string[]) => void): void {
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      const fields = [...new this.#window.FormData(this.#form)].map(([name, value]) => `${name}=${value}`);
      listener(fields);
    });
  }

  hearTheme(listener: (isThere: boolean) => void): void {
    const link = found(this.#window.document.querySelector<HTMLLinkElement>("#theme"));
    link.addEventListener("load", () => listener(true));
    link.addEventListener("error", () => listener(false));
  }

  /** Replaces the element with a new one. */
  renew(state: State): void {
    this.#element.cancel();
    this.#element.remove();
    this.#element = this.#make();
    this.show(state);
  }

  show(state: State): void {
    this.#showSurroundings(state);
    this.#showStyles(state);
    for (const { name } of this.#api.attributes) {
      const value = state.attributes[name] ?? null;
      if (value === this.#element.getAttribute(name)) continue;
      if (value === null) this.#element.removeAttribute(name);
      else this.#element.setAttribute(name, value);
    }
    this.#showProperties(state);
    this.#showSlots(state);
    if (!this.#element.isConnected) this.#form.prepend(this.#element);
    found(this.#form.querySelector<HTMLElement>(".send")).hidden = !isInForm(state);
  }

  #make(): LightfieldUploader {
    const element = this.#window.document.createElement("lightfield-uploader");
    this.#initial = new Map(this.#api.properties.map(({ name }) => [name, Reflect.get(element, name)]));
    this.#set = new Map();
    this.#slots = "";
    return element;
  }

  #showSurroundings({ stage }: State): void {
    const root = this.#window.document.documentElement;
    root.lang = stage.language;
    root.dir = stage.direction;
    root.style.colorScheme = stage.scheme === "system" ? "" : stage.scheme;
    root.style.fontSize = stage.text === "100" ? "" : `${stage.text}%`;
    const link = found(this.#window.document.querySelector<HTMLLinkElement>("#theme"));
    const href = themeHref(stage.theme);
    if (href === link.getAttribute("href")) return;
    if (href === null) link.removeAttribute("href");
    else link.href = href;
  }

  /** Applies custom properties and outlines. The adopted sheet follows the theme, as the styles in the snippet do. */
  #showStyles({ tokens, parts }: State): void {
    const { tag } = this.#api;
    this.#sheet.replaceSync(`${tag} {}${parts.map((part) => `${tag}::part(${part}) {}`).join("")}`);
    const [own, ...ofParts] = [...this.#sheet.cssRules].map((rule) => rule as CSSStyleRule);
    for (const [name, value] of tokensIn(tokens, this.#api.tokens, this.#knowledge.supports)) {
      own?.style.setProperty(name, value);
    }
    for (const rule of ofParts) rule.style.setProperty(...PART_OUTLINE);
  }

  #showProperties(state: State): void {
    const values = new Map(propertiesIn(state, this.#api, this.#knowledge.sentences));
    for (const { name } of this.#api.properties) {
      const code = values.has(name) ? literal(values.get(name)) : "";
      if (code === (this.#set.get(name) ?? "")) continue;
      this.#set.set(name, code);
      Reflect.set(this.#element, name, values.has(name) ? values.get(name) : this.#initial.get(name));
    }
  }

  #showSlots({ slots }: State): void {
    const wanted = slots.map(slottedHtml).join("");
    if (wanted === this.#slots) return;
    this.#slots = wanted;
    // Safe as HTML: the content of the slots is fixed, never user input.
    const range = this.#window.document.createRange();
    range.selectNodeContents(this.#form);
    this.#element.replaceChildren(range.createContextualFragment(wanted));
  }
}

/** Resolves when the page in the frame has run its scripts. */
export async function stageWindow(frame: HTMLIFrameElement): Promise<StageWindow> {
  const isThere = () => frame.contentWindow?.customElements.get("lightfield-uploader") !== undefined;
  if (!isThere()) await new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  if (!isThere()) throw new Error("The stage has no <lightfield-uploader>: was the package built?");
  return frame.contentWindow as StageWindow;
}

function found<T>(value: T | null): T {
  if (value === null) throw new Error("The stage's page lacks an element that this script needs.");
  return value;
}
