/**
 * Shows one state, `?state=uploading&theme=dark&lang=ar`, or a list of so many files in every state, `?count=1000`. With
 * `look=rounded`, a ready theme; with `text=200`, letters twice as large.
 */
import "../../../src/define.ts";
import "../../../src/files/define.ts";
import { ScriptedUploader } from "../../element/support/scripted-uploader.ts";
import { fill } from "./fill.ts";
import { createFilesStage, FILES_STATES, type FilesStateName } from "./files-states.ts";
import { type StateName, STATES } from "./states.ts";

const query = new URLSearchParams(location.search);
document.documentElement.dataset.theme = query.get("theme") ?? "light";
const lang = query.get("lang") ?? "en";
document.documentElement.lang = lang;
const dir = query.get("dir") ?? "auto";
document.documentElement.dir = dir !== "auto" ? dir : /^(ar|he)\b/.test(lang) ? "rtl" : "ltr";
document.documentElement.style.fontSize = `${query.get("text") ?? 100}%`;
const look = query.get("look") ?? "none";
if (look !== "none") {
  const sheet = new CSSStyleSheet();
  const css = await fetch(new URL(`../../../src/themes/${look}.css`, import.meta.url), { headers: { accept: "text/css" } });
  await sheet.replace(await css.text());
  document.adoptedStyleSheets.push(sheet);
}
const state = query.get("state") as StateName | FilesStateName;

if (state && state in FILES_STATES) {
  await FILES_STATES[state as FilesStateName](createFilesStage(document.createElement("lightfield-files")));
} else {
  const element = document.createElement("lightfield-uploader");
  const uploader = new ScriptedUploader();
  element.multiple = true;
  element.uploader = uploader;
  document.querySelector("main")?.append(element);
  await element.updateComplete;
  await (state ? STATES[state as StateName]({ element, uploader }) : fill({ element, uploader }, Number(query.get("count"))));
  await element.updateComplete;
}
document.documentElement.dataset.ready = "";
