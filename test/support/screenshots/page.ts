/** Shows one state: `?state=uploading&theme=dark`. */
import "../../../src/define.ts";
import { ScriptedUploader } from "../../element/support/scripted-uploader.ts";
import { type StateName, STATES } from "./states.ts";

const query = new URLSearchParams(location.search);
document.documentElement.dataset.theme = query.get("theme") ?? "light";

const element = document.createElement("lightfield-uploader");
const uploader = new ScriptedUploader();
element.multiple = true;
element.uploader = uploader;
document.body.append(element);
await element.updateComplete;
await STATES[query.get("state") as StateName]({ element, uploader });
await element.updateComplete;
document.documentElement.dataset.ready = "";
