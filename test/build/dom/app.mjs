/**
 * The component test of a page: renders the elements in jsdom or happy-dom, and prints what it found as JSON. It runs in a
 * process of its own, because its globals are those of a page.
 *
 *     node app.mjs jsdom|happy-dom
 */
const [kind = ""] = process.argv.slice(2);
/** @type {string[]} */
const problems = [];
for (const type of /** @type {const} */ (["uncaughtException", "unhandledRejection"])) {
  process.on(type, (error) => problems.push(`${type}: ${error?.stack ?? error}`));
}
for (const level of /** @type {const} */ (["warn", "error"])) {
  console[level] = (...words) => problems.push(`console.${level}: ${words.join(" ")}`);
}
takeGlobalsOf(await openWindow());

async function openWindow() {
  const url = "https://page.example/";
  if (kind === "happy-dom") {
    const { Window } = await import("happy-dom");
    return new Window({ url });
  }
  const { JSDOM, VirtualConsole } = await import(kind);
  const virtualConsole = new VirtualConsole();
  virtualConsole.on("jsdomError", (error) => problems.push(`jsdom: ${error.message} ${error.cause?.stack ?? ""}`));
  return new JSDOM("<!doctype html>", { url, pretendToBeVisual: true, virtualConsole }).window;
}

/** As test runners do: everything of the window that Node does not have, and what only works with the window's own. */
function takeGlobalsOf(window) {
  const own = new Set(Object.getOwnPropertyNames(globalThis));
  const kept =
    /^(Event|EventTarget|CustomEvent|MessageEvent|File|Blob|FormData|navigator|DOMException|AbortController|AbortSignal)$/;
  for (const name of Object.getOwnPropertyNames(window)) {
    if (name.startsWith("_") || (own.has(name) && !kept.test(name))) continue;
    Object.defineProperty(globalThis, name, { configurable: true, writable: true, value: window[name] });
  }
  for (const name of ["addEventListener", "removeEventListener", "dispatchEvent"]) {
    globalThis[name] = window[name].bind(window);
  }
  Object.assign(globalThis, { window: globalThis, self: globalThis, document: window.document });
}

/** Lets everything that is under way come to an end, without waiting for a time. */
async function settled(condition) {
  for (let turns = 0; turns < 2_000 && !condition(); turns++) await new Promise((resolve) => setTimeout(resolve, 5));
  if (!condition()) problems.push(`never: ${condition}`);
}
const textOf = (element) => (element.shadowRoot?.textContent ?? "").replace(/\s+/g, " ");

await import("lightfield-uploader");
await import("lightfield-uploader/files");

const form = document.createElement("form");
const uploader = document.createElement("lightfield-uploader");
uploader.setAttribute("multiple", "");
uploader.setAttribute("drop-target", "page");
uploader.setAttribute("locale", "de");
uploader.name = "files";
uploader.required = true;
uploader.noAuto = true;
uploader.endpoint = {};
form.append(uploader);
document.body.append(form);
await settled(() => /Dateien hier ablegen/.test(textOf(uploader)));
uploader.disabled = true;
uploader.disabled = false;
uploader.checkValidity();
uploader.reportValidity();
uploader.setCustomValidity("");
form.reset();

const added = [];
uploader.addEventListener("file-add", (event) => added.push(event.detail.file.name));
const captions = "WEBVTT\n\n00:00.000 --> 00:02.000\nHello\n";
await uploader.addFiles([new File([captions], "weekly.vtt", { type: "text/vtt" })]);
await settled(() => textOf(uploader).includes("weekly.vtt"));
uploader.clear();
uploader.remove();
document.body.append(uploader);
form.remove();

const files = document.createElement("lightfield-files");
files.endpoint = { list: async () => ({ data: [], totalCount: 0 }) };
document.body.append(files);
await settled(() => textOf(files).length > 0);
files.remove();

const React = await import("react");
const { createRoot } = await import("react-dom/client");
const react = await import("lightfield-uploader/react");
globalThis.IS_REACT_ACT_ENVIRONMENT = true;
const place = document.createElement("div");
document.body.append(place);
const root = createRoot(place);
const reactPage = React.createElement(
  "div",
  null,
  React.createElement(react.LightfieldUploader, { endpoint: {}, multiple: true, onUploadSuccess() {} }),
  React.createElement(react.LightfieldFiles, { endpoint: files.endpoint }),
);
await React.act(async () => root.render(reactPage));
const inReact = place.querySelector("lightfield-uploader");
await settled(() => /Drop files here/.test(textOf(inReact)));
const isSetByReact = inReact.multiple;
await React.act(async () => root.unmount());

const vue = await import("vue");
const { LightfieldUploader, LightfieldFiles } = await import("lightfield-uploader/vue");
const app = vue.createApp({
  render: () => [vue.h(LightfieldUploader, { multiple: true }), vue.h(LightfieldFiles, { endpoint: files.endpoint })],
});
app.mount(place);
await settled(() => place.querySelector("lightfield-uploader")?.multiple);
app.unmount();

process.stdout.write(JSON.stringify({ problems, added, isSetByReact }));
process.exit(problems.length > 0 ? 1 : 0);
