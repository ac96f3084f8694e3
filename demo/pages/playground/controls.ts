import { el } from "../panels/dom.ts";
import { attributeField } from "./attribute-field.ts";
import { GROUPS, groupOf } from "./choices.ts";
import type { Knowledge } from "./current-snippet.ts";
import { field } from "./field.ts";
import type { Described, ElementApi } from "./manifest.ts";
import { propertyField } from "./property-field.ts";
import type { State } from "./state.ts";
import type { Store } from "./store.ts";
import { surroundingsFields } from "./surroundings-fields.ts";
import { tokenField } from "./token-field.ts";

const FIRST = "The page around it";

/** Whether the page is narrow, so that groups start folded to avoid a long column. */
export function isNarrow(): boolean {
  return matchMedia("(max-width: 59.99rem)").matches;
}

/** Fields for all settings, in groups that can be folded. */
export function controls(api: ElementApi, store: Store, { sentences, supports }: Knowledge): HTMLElement[] {
  const attributeGroups = GROUPS.map((title) => {
    const attributes = api.attributes.filter(({ name }) => groupOf(name) === title);
    const names = attributes.map(({ name }) => name);
    const fields = attributes.map((attribute) => attributeField(attribute, store));
    return group(
      title,
      fields,
      store,
      ({ attributes: set }) => names.filter((name) => Object.hasOwn(set, name)).length,
    );
  });
  return [
    group(FIRST, surroundingsFields(store), store),
    ...attributeGroups,
    group(
      "Look",
      api.tokens.map((token) => tokenField(token, store, supports)),
      store,
      ({ tokens }) => Object.keys(tokens).length,
    ),
    group("Slots", checks("slots", api.slots, store), store, ({ slots }) => slots.length),
    group("Parts, outlined", checks("parts", api.parts, store), store, ({ parts }) => parts.length),
    group(
      "Properties",
      api.properties.map((property) => propertyField(property, store, sentences)),
      store,
      (state) => Object.keys(state.properties).length,
    ),
  ];
}

function checks(kind: "slots" | "parts", entries: readonly Described[], store: Store): HTMLElement[] {
  return entries.map(({ name, description }) => {
    const box = el("input", { type: "checkbox", [kind === "slots" ? "data-slot" : "data-part"]: name });
    box.addEventListener("change", () => store.choose(kind, name, box.checked));
    store.follow((state) => {
      box.checked = state[kind].includes(name);
    });
    return field(name, box, description);
  });
}

function group(
  title: string,
  fields: readonly HTMLElement[],
  store: Store,
  howMany: (state: State) => number = () => 0,
): HTMLElement {
  const count = el("span", { class: "count" });
  store.follow((state) => {
    const set = howMany(state);
    count.textContent = set > 0 ? `${set} set` : "";
  });
  const legend = el("legend", { class: "unseen" }, title);
  return el(
    "details",
    { class: "group", ...(isNarrow() && title !== FIRST ? {} : { open: "" }) },
    el("summary", {}, el("h3", {}, title), " ", count),
    el("fieldset", {}, legend, ...fields),
  );
}
