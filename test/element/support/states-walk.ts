/** Puts both elements into every state that the screenshots show. */
import "../../../src/define.ts";
import "../../../src/files/define.ts";
import type { LightfieldUploader } from "../../../src/element/index.ts";
import type { LightfieldFiles } from "../../../src/files/index.ts";
import { createFilesStage, FILES_STATES } from "../../support/screenshots/files-states.ts";
import { STATES } from "../../support/screenshots/states.ts";
import { ScriptedUploader } from "./scripted-uploader.ts";

export type EitherElement = LightfieldUploader | LightfieldFiles;

export interface WalkOptions {
  /** Called before the element is attached. */
  prepare(element: EitherElement): void;
  /** Called with the element in the state. */
  look(element: EitherElement, state: string): void | Promise<void>;
}

/** Visits one element after another, and removes each from the document before the next is added. */
export async function walkStates(where: HTMLElement, { prepare, look }: WalkOptions): Promise<number> {
  const { dir } = document.documentElement;
  let count = 0;
  for (const [state, enter] of Object.entries(STATES)) {
    const element = document.createElement("lightfield-uploader");
    const uploader = new ScriptedUploader();
    element.multiple = true;
    element.uploader = uploader;
    prepare(element);
    where.append(element);
    await element.updateComplete;
    await enter({ element, uploader });
    await drawn(element);
    await look(element, state);
    element.remove();
    document.documentElement.dir = dir;
    count++;
  }
  for (const [state, enter] of Object.entries(FILES_STATES)) {
    const { open } = window;
    const element = document.createElement("lightfield-files");
    prepare(element);
    await enter({
      ...createFilesStage(element),
      async show() {
        where.append(element);
        await drawn(element);
      },
      async click(part) {
        element.shadowRoot?.querySelector<HTMLElement>(`[part=${part}]`)?.click();
        await drawn(element);
      },
    });
    await look(element, state);
    element.remove();
    document.documentElement.dir = dir;
    window.open = open;
    count++;
  }
  return count;
}

/** Waits for calls that answer at once, and for the updates that follow. */
async function drawn(element: EitherElement): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
  }
}
