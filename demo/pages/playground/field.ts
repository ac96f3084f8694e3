import { el } from "../panels/dom.ts";

let lastId = 0;

export function freshId(): string {
  lastId += 1;
  return `field-${lastId}`;
}

/** Description from the manifest, with text between backticks as `code` elements. */
export function prose(text: string): (Node | string)[] {
  return text.split("`").map((piece, index) => (index % 2 === 1 ? el("code", {}, piece) : piece));
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Form control with its label and description. `extra` elements are placed beside the control. */
export function field(
  name: string,
  control: Control,
  description: string,
  extra: readonly HTMLElement[] = [],
): HTMLElement {
  control.id = freshId();
  const note = el("p", { class: "note", id: freshId() }, ...prose(description));
  control.setAttribute("aria-describedby", note.id);
  const label = el("label", { for: control.id }, el("code", {}, name));
  if (control.type === "checkbox") return el("div", { class: "field check" }, control, label, note);
  return el("div", { class: "field" }, label, el("div", { class: "row" }, control, ...extra), note);
}

/** Adds a line for error messages below a field, and returns a function that sets it; null clears it. */
export function problemOf(control: Control): (problem: string | null) => void {
  const place = el("p", { class: "problem", id: freshId(), role: "status" });
  control.setAttribute("aria-describedby", `${control.getAttribute("aria-describedby") ?? ""} ${place.id}`.trim());
  control.closest(".field")?.append(place);
  return (problem) => {
    place.textContent = problem ?? "";
    control.toggleAttribute("aria-invalid", false);
    if (problem) control.setAttribute("aria-invalid", "true");
  };
}

export function suggestionsFor(control: HTMLInputElement, values: readonly string[]): HTMLDataListElement {
  const list = el("datalist", { id: freshId() }, ...values.map((value) => el("option", { value })));
  control.setAttribute("list", list.id);
  return list;
}

/** Sets the value of a control only if it differs, so that the caret keeps its position. */
export function showValue(control: Control, value: string): void {
  if (control.value !== value) control.value = value;
}

/** Group of radio buttons, side by side. */
export function choice<T extends string>(
  legend: string,
  choices: readonly (readonly [value: T, title: string])[],
  chosen: (value: T) => void,
): { readonly node: HTMLFieldSetElement; show(value: T): void } {
  const name = freshId();
  const buttons = choices.map(([value, title]) => {
    const radio = el("input", { type: "radio", name, value, id: freshId() });
    radio.addEventListener("change", () => chosen(value));
    return { radio, value, label: el("label", { for: radio.id }, title) };
  });
  const options = el("div", { class: "segments" }, ...buttons.flatMap(({ radio, label }) => [radio, label]));
  return {
    node: el("fieldset", { class: "field" }, el("legend", {}, legend), options),
    show(value) {
      for (const button of buttons) button.radio.checked = button.value === value;
    },
  };
}
