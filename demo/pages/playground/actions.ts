import { el } from "../panels/dom.ts";
import type { EventPanel } from "./event-panel.ts";
import { prose } from "./field.ts";
import type { ElementApi } from "./manifest.ts";
import { SAMPLES } from "./samples.ts";
import type { Stage } from "./stage.ts";

interface Action {
  readonly button: HTMLButtonElement;
  readonly says: string;
  run(): void;
}

/** Buttons that add sample files to the element and buttons that call its methods. */
export function actions(api: ElementApi, stage: Stage, log: EventPanel): HTMLElement[] {
  const samples = SAMPLES.map(({ name, title, says, make }): Action => {
    return {
      button: el("button", { type: "button", "data-sample": name }, title),
      says,
      run() {
        const files = make(stage.FileOfStage);
        log.called("addFiles(…)", files.length === 1 ? files[0]?.name : `${files.length} files`);
        void stage.element.addFiles(files);
      },
    };
  });
  const methods = api.methods.map(({ name, description }): Action => {
    return {
      button: el("button", { type: "button", "data-method": name }, el("code", {}, `${name}()`)),
      says: description,
      run() {
        const method: unknown = Reflect.get(stage.element, name);
        const result: unknown = typeof method === "function" ? method.call(stage.element) : undefined;
        log.called(`${name}()`, result === undefined ? "" : `→ ${String(result)}`);
      },
    };
  });
  return [buttons("Add a sample", samples), buttons("Call a method", methods)];
}

/** Group of buttons. The description of a button is its tooltip, and is shown below the group after a click. */
function buttons(title: string, all: readonly Action[]): HTMLElement {
  const said = el("p", { class: "note", role: "status" });
  for (const { button, says, run } of all) {
    button.title = says;
    button.addEventListener("click", () => {
      said.replaceChildren(...prose(says));
      run();
    });
  }
  const row = el("div", { class: "buttons" }, ...all.map(({ button }) => button));
  return el("fieldset", { class: "actions" }, el("legend", {}, title), row, said);
}
