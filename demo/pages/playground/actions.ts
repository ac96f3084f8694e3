import { el } from "../panels/dom.ts";
import type { EventPanel } from "./event-panel.ts";
import type { ElementApi } from "./manifest.ts";
import { SAMPLES } from "./samples.ts";
import type { Stage } from "./stage.ts";

/** Buttons that give the element files, and that call its methods. */
export function actions(api: ElementApi, stage: Stage, log: EventPanel): HTMLElement[] {
  const samples = SAMPLES.map(({ name, title, says, make }) => {
    const button = el("button", { type: "button", "data-sample": name, title: says }, title);
    button.addEventListener("click", () => {
      const files = make(stage.FileOfStage);
      log.called("addFiles(…)", files.length === 1 ? files[0]?.name : `${files.length} files`);
      void stage.element.addFiles(files);
    });
    return button;
  });
  const methods = api.methods.map(({ name, description }) => {
    const button = el(
      "button",
      { type: "button", "data-method": name, title: description },
      el("code", {}, `${name}()`),
    );
    button.addEventListener("click", () => {
      const method: unknown = Reflect.get(stage.element, name);
      const result: unknown = typeof method === "function" ? method.call(stage.element) : undefined;
      log.called(`${name}()`, result === undefined ? "" : `→ ${String(result)}`);
    });
    return button;
  });
  return [buttons("Add a sample", samples), buttons("Call a method", methods)];
}

function buttons(title: string, all: readonly HTMLElement[]): HTMLElement {
  return el("fieldset", { class: "actions" }, el("legend", {}, title), el("div", { class: "buttons" }, ...all));
}
