import { el } from "../panels/dom.ts";
import { CHOICES, SUGGESTIONS } from "./choices.ts";
import { field, showValue, suggestionsFor } from "./field.ts";
import type { Attribute } from "./manifest.ts";
import type { Store } from "./store.ts";

/** Form field for one attribute, chosen by the type of the attribute. */
export function attributeField(attribute: Attribute, store: Store): HTMLElement {
  if (attribute.kind === "boolean") return booleanField(attribute, store);
  const choices = Object.hasOwn(CHOICES, attribute.name) ? CHOICES[attribute.name] : undefined;
  return choices ? choiceField(attribute, choices, store) : textField(attribute, store);
}

function booleanField({ name, description }: Attribute, store: Store): HTMLElement {
  const box = el("input", { type: "checkbox", "data-attribute": name });
  box.addEventListener("change", () => store.set("attributes", name, box.checked ? "" : null));
  store.follow(({ attributes }) => {
    box.checked = Object.hasOwn(attributes, name);
  });
  return field(name, box, description);
}

function choiceField({ name, description }: Attribute, choices: readonly string[], store: Store): HTMLElement {
  const options = ["", ...choices].map((value) => el("option", { value }, value || "not set"));
  const select = el("select", { "data-attribute": name }, ...options);
  select.addEventListener("change", () => store.set("attributes", name, select.value || null));
  store.follow(({ attributes }) => {
    const value = attributes[name] ?? "";
    // The page's address may contain a value that is not among the options.
    if (![...select.options].some((option) => option.value === value)) select.append(el("option", { value }, value));
    showValue(select, value);
  });
  return field(name, select, description);
}

function textField({ name, description, kind, default: initial }: Attribute, store: Store): HTMLElement {
  const input = el("input", { "data-attribute": name, placeholder: initial, autocomplete: "off", spellcheck: "false" });
  if (kind === "number") Object.assign(input, { type: "number", min: "0", step: "1" });
  input.addEventListener("input", () => store.set("attributes", name, input.value || null));
  store.follow(({ attributes }) => showValue(input, attributes[name] ?? ""));
  const suggestions = Object.hasOwn(SUGGESTIONS, name) ? SUGGESTIONS[name] : undefined;
  return field(name, input, description, suggestions ? [suggestionsFor(input, suggestions)] : []);
}
