import { el } from "../panels/dom.ts";
import { SUGGESTIONS } from "./choices.ts";
import { field, problemOf, showValue, suggestionsFor } from "./field.ts";
import type { Token } from "./manifest.ts";
import type { Store } from "./store.ts";
import { isColor, type Supports, tokenProblem } from "./token-value.ts";

/** Text field for one custom property, with a colour picker, a slider or suggestions where they apply. */
export function tokenField(token: Token, store: Store, supports: Supports): HTMLElement {
  const { name, description } = token;
  const input = el("input", { "data-token": name, autocomplete: "off", spellcheck: "false" });
  input.placeholder = token.default || "mixed";
  const set = (value: string) => store.set("tokens", name, value || null);
  input.addEventListener("input", () => set(input.value));

  const helpers: HTMLElement[] = [];
  if (isColor(token, supports)) helpers.push(colorPicker(token, store, set));
  const length = /^([\d.]+)(px|rem|em)$/.exec(token.default);
  if (length) helpers.push(lengthSlider(token, { initial: Number(length[1]), unit: length[2] ?? "px" }, store, set));
  const suggestions = Object.hasOwn(SUGGESTIONS, name) ? SUGGESTIONS[name] : undefined;
  if (suggestions) helpers.push(suggestionsFor(input, suggestions));

  const node = field(name, input, description, helpers);
  const tell = problemOf(input);
  store.follow(({ tokens }) => {
    const value = tokens[name] ?? "";
    showValue(input, value);
    tell(value && tokenProblem(token, value, supports));
  });
  return node;
}

function colorPicker({ name, default: initial }: Token, store: Store, set: (value: string) => void): HTMLElement {
  const picker = el("input", { type: "color", "aria-label": `Pick ${name}` });
  picker.addEventListener("input", () => set(picker.value));
  store.follow(({ tokens }) => showValue(picker, hexOf(tokens[name] || initial || "gray")));
  return picker;
}

interface Length {
  readonly initial: number;
  readonly unit: string;
}

function lengthSlider(
  { name }: Token,
  { initial, unit }: Length,
  store: Store,
  set: (value: string) => void,
): HTMLElement {
  const slider = el("input", { type: "range", min: "0", "aria-label": `Slide ${name}` });
  slider.max = String(initial < 20 ? initial * 4 : initial * 2);
  // Text sizes need fine steps: one sixteenth of a rem is one pixel.
  slider.step = String(unit !== "px" && initial < 4 ? 1 / 16 : 1);
  slider.addEventListener("input", () => set(`${slider.value}${unit}`));
  store.follow(({ tokens }) => {
    const value = Number.parseFloat(tokens[name] ?? "");
    slider.value = String(Number.isNaN(value) ? initial : value);
  });
  return slider;
}

/** Colour as "#rrggbb", which the picker needs. A colour that cannot be converted becomes gray. */
function hexOf(color: string): string {
  const probe = el("span", { hidden: "" });
  probe.style.color = color;
  document.body.append(probe);
  const channels = /^rgba?\((\d+), (\d+), (\d+)/.exec(getComputedStyle(probe).color)?.slice(1, 4) ?? [
    "128",
    "128",
    "128",
  ];
  probe.remove();
  return `#${channels.map((channel) => Number(channel).toString(16).padStart(2, "0")).join("")}`;
}
