import "../../../src/define.ts";
import { fixture, html } from "@open-wc/testing";
import type { LightfieldUploader } from "../../../src/element/index.ts";
import type { Constraints } from "../../../src/engine/queue/constraints.ts";
import { until } from "../../support/until.ts";
import { ScriptedUploader } from "./scripted-uploader.ts";

export interface Stage {
  readonly element: LightfieldUploader;
  readonly uploader: ScriptedUploader;
  /** Adds a file through the element, and returns the id of its upload. */
  add(name: string, content?: string): Promise<string>;
}

/** Element in a document with an uploader that the test controls. */
export async function stage(
  constraints: Constraints = {},
  attributes: readonly string[] = ["multiple"],
): Promise<Stage> {
  const uploader = new ScriptedUploader(constraints);
  const element = await fixture<LightfieldUploader>(html`<lightfield-uploader></lightfield-uploader>`);
  for (const name of attributes) element.toggleAttribute(name, true);
  element.uploader = uploader;
  await element.updateComplete;
  const add = async (name: string, content = "x".repeat(1000)): Promise<string> => {
    await element.addFiles([new File([content], name)]);
    await element.updateComplete;
    return uploader.snapshot.uploads.at(-1)?.id ?? "";
  };
  return { element, uploader, add };
}

export function shadow(element: Element): ShadowRoot {
  if (!element.shadowRoot) throw new Error("no shadow root");
  return element.shadowRoot;
}

/** First element in the shadow tree that matches the selector; throws if there is none. */
export function find<E extends HTMLElement = HTMLElement>(element: Element, selector: string): E {
  const found = shadow(element).querySelector<E>(selector);
  if (!found) throw new Error(`nothing fits ${selector}`);
  return found;
}

export function findAll(element: Element, selector: string): HTMLElement[] {
  return [...shadow(element).querySelectorAll<HTMLElement>(selector)];
}

/** Button with this accessible name. The marks that isolate file names in it are ignored. */
export function button(element: Element, name: string): HTMLButtonElement {
  const found = findAll(element, "button").find((one) => spokenName(one) === name);
  if (!(found instanceof HTMLButtonElement)) {
    throw new Error(`no button "${name}" among "${findAll(element, "button").map(spokenName).join('", "')}"`);
  }
  return found;
}

/** Text of the first element that matches the selector. */
export function text(element: Element, selector: string): string {
  return plain(find(element, selector).textContent ?? "");
}

/** Text without the marks that isolate names, and with single spaces. */
export function plain(words: string): string {
  return words
    .replace(/[\u2068\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

export function focused(element: Element): Element | null {
  return shadow(element).activeElement;
}

export function transferOf(...files: readonly File[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
}

export function dragEvent(type: string, dataTransfer: DataTransfer): DragEvent {
  return new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true });
}

/** Waits for a condition of the page; a failure quotes it. */
export function waitUntil(ask: () => unknown, what = String(ask)): Promise<unknown> {
  return until(what, ask);
}

function spokenName(element: HTMLElement): string {
  return plain(element.getAttribute("aria-label") ?? element.textContent ?? "");
}
