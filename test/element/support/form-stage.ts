import { fixture, html } from "@open-wc/testing";
import type { LightfieldUploader } from "../../../src/element/index.ts";
import { ScriptedUploader } from "./scripted-uploader.ts";
import "./stage.ts";

/** Form data that a `submit` handler of the page got. */
export interface Sent {
  readonly submitter: string | null;
  readonly entries: readonly (readonly [string, FormDataEntryValue])[];
}

export interface FormStage {
  readonly form: HTMLFormElement;
  readonly element: LightfieldUploader;
  readonly uploader: ScriptedUploader;
  /** Every submission that reached the page's own handler. */
  readonly sent: Sent[];
  /** Adds a file through the element, and returns the id of its upload. */
  add(name: string): Promise<string>;
  /** Presses the button with this value. */
  press(value: string): Promise<void>;
}

/** Element in a form that the page submits by script. */
export async function formStage(attributes = "", where?: ShadowRoot): Promise<FormStage> {
  const place = where ?? (await fixture<HTMLElement>(html`<div></div>`));
  place.innerHTML = `<form>
    <label for="files">Transcripts</label>
    <fieldset><lightfield-uploader id="files" name="transcript" multiple ${attributes}></lightfield-uploader></fieldset>
    <button name="action" value="publish">Publish</button>
    <button name="action" value="later">Later</button>
    <button name="action" value="draft" formnovalidate>Draft</button>
  </form>`;
  const form = one(place, "form", HTMLFormElement);
  const element = place.querySelector("lightfield-uploader") as LightfieldUploader;
  const uploader = new ScriptedUploader();
  element.uploader = uploader;
  const sent: Sent[] = [];
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { submitter } = event;
    sent.push({
      submitter: submitter instanceof HTMLButtonElement ? submitter.value : null,
      entries: [...new FormData(form, submitter)],
    });
  });
  await element.updateComplete;
  return {
    form,
    element,
    uploader,
    sent,
    async add(name) {
      await element.addFiles([new File(["x"], name)]);
      await element.updateComplete;
      return uploader.snapshot.uploads.at(-1)?.id ?? "";
    },
    async press(value) {
      one(form, `button[value=${value}]`, HTMLButtonElement).click();
      await settled(element);
    },
  };
}

/** Resolves when everything that follows from the last action has happened. */
export async function settled(element: LightfieldUploader): Promise<void> {
  await element.updateComplete;
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
}

function one<E extends Element>(within: ParentNode, selector: string, type: new () => E): E {
  const found = within.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`nothing fits ${selector}`);
  return found;
}
