import { el } from "../panels/dom.ts";
import { freshId } from "./field.ts";

/** Search field that hides every setting whose name and description lack one of the words. */
export function finder(groups: readonly HTMLElement[]): HTMLElement {
  const input = el("input", {
    type: "search",
    id: freshId(),
    placeholder: "size, colour, form …",
    autocomplete: "off",
  });
  const none = el("p", { class: "note", role: "status" });
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    for (const group of groups) {
      const fields = [...group.querySelectorAll<HTMLElement>(".field")];
      for (const field of fields) {
        const text = (field.textContent ?? "").toLowerCase();
        field.hidden = !words.every((word) => text.includes(word));
      }
      const left = fields.filter((field) => !field.hidden).length;
      group.hidden = left === 0;
      if (words.length > 0 && group instanceof HTMLDetailsElement) group.open = true;
      found += left;
    }
    none.textContent = found === 0 ? "Nothing is called so." : "";
  });
  return el("div", { class: "finder" }, el("label", { for: input.id }, "Find a setting"), input, none);
}
