import { fixture, html } from "@open-wc/testing";
import type { LightfieldUploader } from "../../../src/element/index.ts";
import { ScriptedUploader } from "./scripted-uploader.ts";
import "./stage.ts";

/** What a page's handler of `submit` was given. */
export interface Sent {
  readonly submitter: string | null;
  readonly entries: readonly (readonly [string, FormDataEntryValue])[];
}

export interface FormStage {
  readonly form: HTMLFormElement;
  readonly element: LightfieldUploader;
  readonly uploader: ScriptedUploader;
  /** What the form would have sent: every submit that came as far as the page's own handler. */
  readonly sent: Sent[];
  /** Adds a file through the element, and gives its upload's id. */
  add(name: string): Promise<string>;
  /** Presses the button of that value. */
  press(value: string): Promise<void>;
}

/** An element in a form of a page that sends it by script. */
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

/** Everything that follows from what just happened has followed. */
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
