import { el } from "../panels/dom.ts";
import { EXAMPLES } from "./choices.ts";
import { field, problemOf, showValue } from "./field.ts";
import type { Described } from "./manifest.ts";
import { readProperty, type Sentences } from "./property-text.ts";
import type { Store } from "./store.ts";

/** Text area for one property without an attribute. Its value is JSON; a button inserts an example. */
export function propertyField({ name, description }: Described, store: Store, sentences: Sentences): HTMLElement {
  const area = el("textarea", { "data-property": name, rows: "2", spellcheck: "false" });
  area.addEventListener("input", () => store.set("properties", name, area.value || null));
  const example = Object.hasOwn(EXAMPLES, name) ? EXAMPLES[name] : undefined;
  const node = field(name, area, `${description} Enter JSON.`);
  if (example) {
    const button = el(
      "button",
      { type: "button", class: "plain" },
      "An example",
      el("span", { class: "unseen" }, ` for ${name}`),
    );
    button.addEventListener("click", () => store.set("properties", name, example));
    node.append(button);
  }
  const tell = problemOf(area);
  store.follow(({ properties }) => {
    const text = properties[name] ?? "";
    showValue(area, text);
    const typed = readProperty(name, text, sentences);
    tell(typed && "problem" in typed ? typed.problem : null);
  });
  return node;
}
