import "../../../src/files/define.ts";
import { fixture, html } from "@open-wc/testing";
import type { LightfieldFiles } from "../../../src/files/index.ts";
import { find, findAll, plain } from "../../element/support/stage.ts";
import { until } from "../../support/until.ts";
import { ScriptedEndpoint } from "./scripted-endpoint.ts";

export interface Stage {
  readonly element: LightfieldFiles;
  readonly endpoint: ScriptedEndpoint;
  /** Every text of the live region. */
  readonly spoken: readonly string[];
}

/** Element in a document with an endpoint that the test controls. Resolves when the first list is loaded. */
export async function stage(
  script: (endpoint: ScriptedEndpoint, element: LightfieldFiles) => void = () => {},
): Promise<Stage> {
  const endpoint = new ScriptedEndpoint();
  const element = document.createElement("lightfield-files");
  element.endpoint = endpoint;
  script(endpoint, element);
  await fixture(html`<div>${element}</div>`);
  await settled(element);
  const spoken: string[] = [];
  const region = find(element, ".spoken[role=status]");
  new MutationObserver(() => spoken.push(plain(region.textContent ?? ""))).observe(region, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  return { element, endpoint, spoken };
}

/** Resolves when the list is loaded or could not be loaded. */
export async function settled(element: LightfieldFiles): Promise<void> {
  await element.updateComplete;
  await until("the list", () => !element.matches(":state(loading)"));
  await element.updateComplete;
}

/** One string for each file: "call.vtt | Uploaded | 82.2 kB". */
export function rows(element: LightfieldFiles): string[] {
  return findAll(element, "[data-row]").map((row) =>
    [...row.querySelectorAll("th, td")]
      .slice(0, 3)
      .map((cell) => plain(cell.textContent ?? ""))
      .join(" | "),
  );
}

export function names(element: LightfieldFiles): string[] {
  return findAll(element, "[part=name]").map((name) => plain(name.textContent ?? ""));
}

export function partTexts(element: LightfieldFiles, part: string): string[] {
  return findAll(element, `[part~=${part}]`).map((one) => plain(one.textContent ?? ""));
}
