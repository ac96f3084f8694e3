/** Buttons that copy code, and the live examples of a page: with the site's own service worker in the place of a server. */
import { startTheming } from "./theming.ts";

const root = new URL(
  document.querySelector<HTMLScriptElement>("script[data-root]")?.dataset.root ?? "./",
  document.baseURI,
);

for (const figure of document.querySelectorAll<HTMLElement>("figure.code")) addCopyButton(figure);
void start();

async function start(): Promise<void> {
  const examples = document.querySelectorAll<HTMLElement>(".live, .lab");
  if (examples.length === 0) return;
  if (!("serviceWorker" in navigator)) {
    for (const example of examples)
      explain(example, "The example needs a service worker, which this browser or address does not allow.");
    return;
  }
  try {
    await navigator.serviceWorker.register(new URL("service-worker.js", root), {
      scope: root.pathname,
      type: "module",
    });
    await controlled();
  } catch (error) {
    console.error(error);
    for (const example of examples) explain(example, "The example's service worker could not be started.");
    return;
  }
  for (const element of document.querySelectorAll("[data-live-endpoint]")) {
    element.setAttribute("endpoint", new URL("api/uploads", root).pathname);
  }
  await import(/* @vite-ignore */ new URL("lightfield-uploader/lightfield-uploader.js", root).href);
  if (document.querySelector("lightfield-files")) {
    await import(/* @vite-ignore */ new URL("lightfield-uploader/lightfield-files.js", root).href);
  }
  const lab = document.querySelector<HTMLElement>(".lab");
  if (lab) await startTheming(lab, root);
}

function addCopyButton(figure: HTMLElement): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(figure.querySelector("pre")?.textContent ?? "");
    button.textContent = "Copied";
  });
  figure.append(button);
}

/** Resolves when the service worker answers the requests of this page. */
function controlled(): Promise<void> {
  if (navigator.serviceWorker.controller) return Promise.resolve();
  return new Promise((resolve) => {
    navigator.serviceWorker.addEventListener("controllerchange", () => resolve(), { once: true });
  });
}

function explain(example: HTMLElement, text: string): void {
  const line = document.createElement("p");
  line.textContent = text;
  example.append(line);
}
