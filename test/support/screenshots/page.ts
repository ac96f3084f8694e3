/** Shows one state: `?state=uploading&theme=dark&lang=ar`. */
import "../../../src/define.ts";
import "../../../src/files/define.ts";
import { ScriptedUploader } from "../../element/support/scripted-uploader.ts";
import { createFilesStage, FILES_STATES, type FilesStateName } from "./files-states.ts";
import { type StateName, STATES } from "./states.ts";

const query = new URLSearchParams(location.search);
document.documentElement.dataset.theme = query.get("theme") ?? "light";
const lang = query.get("lang") ?? "en";
document.documentElement.lang = lang;
document.documentElement.dir = /^(ar|he)\b/.test(lang) ? "rtl" : "ltr";
const state = query.get("state") as StateName | FilesStateName;

if (state in FILES_STATES) {
  await FILES_STATES[state as FilesStateName](createFilesStage(document.createElement("lightfield-files")));
} else {
  const element = document.createElement("lightfield-uploader");
  const uploader = new ScriptedUploader();
  element.multiple = true;
  element.uploader = uploader;
  document.body.append(element);
  await element.updateComplete;
  await STATES[state as StateName]({ element, uploader });
  await element.updateComplete;
}
document.documentElement.dataset.ready = "";
