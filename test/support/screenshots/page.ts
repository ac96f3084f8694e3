/**
 * Shows one state, `?state=uploading&theme=dark&lang=ar`, or a list of so many files in every state, `?count=1000`. With
 * `look=rounded`, a ready theme; with `text=200`, letters twice as large. A script can show the next one by `window.show`,
 * which takes what follows the question mark.
 */
import "../../../src/define.ts";
import "../../../src/files/define.ts";
import { ScriptedUploader } from "../../element/support/scripted-uploader.ts";
import { loadEverything } from "../load-everything.ts";
import { turn } from "../until.ts";
import { fill } from "./fill.ts";
import { createFilesStage, FILES_STATES, type FilesStateName } from "./files-states.ts";
import { type StateName, STATES } from "./states.ts";

const { open } = window;

async function show(query: URLSearchParams): Promise<void> {
  for (const old of document.querySelectorAll("lightfield-uploader, lightfield-files")) old.remove();
  window.open = open;
  scrollTo(0, 0);
  const root = document.documentElement;
  root.dataset.theme = query.get("theme") ?? "light";
  const lang = query.get("lang") ?? "en";
  const dir = query.get("dir") ?? "auto";
  Object.assign(root, { lang, dir: dir !== "auto" ? dir : /^(ar|he)\b/.test(lang) ? "rtl" : "ltr" });
  root.style.fontSize = `${query.get("text") ?? 100}%`;
  document.adoptedStyleSheets = await sheetsOf(query.get("look") ?? "none");
  const state = query.get("state") as StateName | FilesStateName;

  if (state && state in FILES_STATES) {
    const element = document.createElement("lightfield-files");
    await FILES_STATES[state as FilesStateName](createFilesStage(element));
    return drawn(element);
  }
  const element = document.createElement("lightfield-uploader");
  const uploader = new ScriptedUploader();
  element.multiple = true;
  element.uploader = uploader;
  document.querySelector("main")?.append(element);
  await element.updateComplete;
  await (state ? STATES[state as StateName]({ element, uploader }) : fill({ element, uploader }, Number(query.get("count"))));
  await drawn(element);
}

async function sheetsOf(look: string): Promise<CSSStyleSheet[]> {
  if (look === "none") return [];
  const css = await fetch(new URL(`../../../src/themes/${look}.css`, import.meta.url), { headers: { accept: "text/css" } });
  return [await new CSSStyleSheet().replace(await css.text())];
}

/** Waits for calls that answer at once, and for the updates and the frame that follow. */
async function drawn(element: Element & { readonly updateComplete: Promise<boolean> }): Promise<void> {
  for (let turns = 0; turns < 4; turns++) {
    await turn();
    await element.updateComplete;
  }
  await new Promise(requestAnimationFrame);
}

Object.assign(window, { show: (query: string) => show(new URLSearchParams(query)) });
await loadEverything();
await show(new URLSearchParams(location.search));
document.documentElement.dataset.ready = "";
