import manifest from "lightfield-uploader/custom-elements.json";
import { ENGLISH } from "lightfield-uploader/element";
import { actions } from "./actions.ts";
import { keepInAddress } from "./address.ts";
import { playgroundApi } from "./api.ts";
import { controls } from "./controls.ts";
import { type Knowledge, snippetContent } from "./current-snippet.ts";
import { EventPanel } from "./event-panel.ts";
import { finder } from "./finder.ts";
import { buildSnippet } from "./snippet.ts";
import { SnippetPanel } from "./snippet-panel.ts";
import { Stage, stageWindow } from "./stage.ts";
import { sizeStage } from "./stage-size.ts";
import { INITIAL } from "./state.ts";
import { Store } from "./store.ts";

const place = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
};

const api = playgroundApi(manifest);
const knowledge: Knowledge = {
  sentences: ENGLISH,
  supports: (property, value) => CSS.supports(property, value),
};

const store = new Store();
keepInAddress(store, api);
const groups = controls(api, store, knowledge);
place("#controls").append(finder(groups), ...groups);

const snippet = new SnippetPanel();
place("#snippet").append(...snippet.nodes);
store.follow((state) => snippet.show(buildSnippet(snippetContent(state, api, knowledge))));

const log = new EventPanel(api, store);
place("#events").append(...log.nodes);

const frame = place("iframe") as HTMLIFrameElement;
const slider = place("#width") as HTMLInputElement;
sizeStage({ frame, handle: place(".handle"), shown: place("#stage-width"), slider }, store);
const stage = new Stage(await stageWindow(frame), api, knowledge);
stage.hear((event) => log.heard(event));
stage.hearSubmit((fields) => log.called("submit", fields.join("&") || "no fields"));
stage.hearTheme((isThere) => {
  place("#theme-note").textContent = isThere ? "" : "The style sheet of this theme could not be loaded.";
});
store.follow((state) => {
  if (state.stage.theme === "none") place("#theme-note").textContent = "";
  stage.show(state);
});
place("#actions").append(...actions(api, stage, log));

place("#reset").addEventListener("click", () => {
  store.replace(INITIAL);
  stage.renew(INITIAL);
});

// At this endpoint files are sent through the relay, so faults must be injected there too.
store.follow(({ attributes: { endpoint } }) => {
  const faults = place("demo-faults");
  const transfer = endpoint === "/api/resumable" ? "tus" : "put";
  if (faults.getAttribute("transfer") === transfer) return;
  const renewed = faults.cloneNode() as HTMLElement;
  renewed.setAttribute("transfer", transfer);
  faults.replaceWith(renewed);
});

/** Polls the custom states, because no event reports their changes. */
setInterval(() => {
  const shown = stage.states.map((name) => `:state(${name})`).join("  ");
  const output = place("#states");
  if (output.textContent !== shown) output.textContent = shown;
}, 200);

document.documentElement.dataset.ready = "";
