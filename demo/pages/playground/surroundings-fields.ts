import { el } from "../panels/dom.ts";
import { LANGUAGES } from "./choices.ts";
import { choice, freshId, showValue } from "./field.ts";
import { NARROWEST, WIDEST } from "./state.ts";
import type { Store } from "./store.ts";

/** Fields for the theme and for the page around the element. */
export function surroundingsFields(store: Store): HTMLElement[] {
  const theme = choice(
    "Theme",
    [
      ["none", "None"],
      ["plain", "Plain"],
      ["rounded", "Rounded"],
      ["high-contrast", "High contrast"],
    ],
    (value) => store.surround({ theme: value }),
  );
  const scheme = choice(
    "Colour scheme",
    [
      ["system", "System"],
      ["light", "Light"],
      ["dark", "Dark"],
    ],
    (value) => store.surround({ scheme: value }),
  );
  const direction = choice(
    "Direction",
    [
      ["ltr", "Left to right"],
      ["rtl", "Right to left"],
    ],
    (value) => store.surround({ direction: value }),
  );
  const text = choice(
    "Text size",
    [
      ["100", "100 %"],
      ["200", "200 %"],
    ],
    (value) => store.surround({ text: value }),
  );
  store.follow(({ stage }) => {
    theme.show(stage.theme);
    scheme.show(stage.scheme);
    direction.show(stage.direction);
    text.show(stage.text);
  });
  theme.node.append(el("p", { class: "note", role: "status", id: "theme-note" }));
  return [theme.node, widthField(store), scheme.node, text.node, languageField(store), direction.node];
}

function widthField(store: Store): HTMLElement {
  const slider = el("input", { type: "range", id: "width", min: String(NARROWEST), max: String(WIDEST), step: "10" });
  slider.addEventListener("input", () => store.surround({ width: Number(slider.value) }));
  const fit = el("button", { type: "button" }, "Fill", el("span", { class: "unseen" }, " the stage"));
  fit.addEventListener("click", () => store.surround({ width: null }));
  const shown = el("output", { for: "width" });
  store.follow(({ stage: { width } }) => {
    shown.textContent = width === null ? "all available" : `${width} px`;
    fit.setAttribute("aria-pressed", String(width === null));
    if (width !== null) slider.value = String(width);
  });
  const label = el("label", { for: "width" }, "Width of its container");
  return el(
    "div",
    { class: "field" },
    el("div", { class: "ends" }, label, shown),
    el("div", { class: "row" }, slider, fit),
  );
}

function languageField(store: Store): HTMLElement {
  const select = el("select", { id: freshId() }, ...LANGUAGES.map(languageOption));
  select.dataset.stage = "language";
  select.addEventListener("change", () => store.surround({ language: select.value }));
  store.follow(({ stage: { language } }) => {
    if (!LANGUAGES.includes(language) && select.querySelector(`[value="${CSS.escape(language)}"]`) === null) {
      select.append(el("option", { value: language }, language));
    }
    showValue(select, language);
  });
  return el("div", { class: "field" }, el("label", { for: select.id }, "Language of the page"), select);
}

/** Option for a language, labelled with its name in that language. */
function languageOption(tag: string): HTMLOptionElement {
  const name = new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;
  return el("option", { value: tag, lang: tag }, `${name} · ${tag}`);
}
