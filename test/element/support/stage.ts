import "../../../src/define.ts";
import { fixture, html } from "@open-wc/testing";
import type { LightfieldUploader } from "../../../src/element/index.ts";
import type { Constraints } from "../../../src/engine/queue/constraints.ts";
import { until } from "../../support/until.ts";
import { ScriptedUploader } from "./scripted-uploader.ts";

export interface Stage {
  readonly element: LightfieldUploader;
  readonly uploader: ScriptedUploader;
  /** Adds a file through the element, and gives its upload's id. */
  add(name: string, content?: string): Promise<string>;
}

/** An element in a document, on an uploader whose uploads do what the test says. */
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

/** The one element that fits. */
export function find<E extends HTMLElement = HTMLElement>(element: Element, selector: string): E {
  const found = shadow(element).querySelector<E>(selector);
  if (!found) throw new Error(`nothing fits ${selector}`);
  return found;
}

export function findAll(element: Element, selector: string): HTMLElement[] {
  return [...shadow(element).querySelectorAll<HTMLElement>(selector)];
}

/** The button that a screen reader would call by this name. Names of files are isolated in it, which is not heard. */
export function button(element: Element, name: string): HTMLButtonElement {
  const found = findAll(element, "button").find((one) => spokenName(one) === name);
  if (!(found instanceof HTMLButtonElement)) {
    throw new Error(`no button "${name}" among "${findAll(element, "button").map(spokenName).join('", "')}"`);
  }
  return found;
}

/** What a person reads in the element. */
export function text(element: Element, selector: string): string {
  return plain(find(element, selector).textContent ?? "");
}

/** Without the marks that isolate names, and with single spaces. */
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
