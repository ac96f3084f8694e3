/** The page about theming: changes custom properties of the live element, shows its parts, and writes the style sheet. */
import type { LightfieldUploader } from "../../src/index.ts";

/** Files whose rows have most parts: one that is verified, and one whose content looks wrong. */
const SAMPLES: readonly (readonly [name: string, content: string])[] = [
  [
    "weekly.vtt",
    "WEBVTT\n\n00:00.000 --> 00:04.000\n<v Mira>Good morning.\n\n00:05.000 --> 00:09.000\n<v Jon>Hello.\n",
  ],
  ["interview.vtt", "<!doctype html><title>Sign in</title>"],
];

export async function startTheming(lab: HTMLElement, root: URL): Promise<void> {
  const element = lab.querySelector<LightfieldUploader>("lightfield-uploader");
  const result = lab.querySelector(".result");
  const about = lab.querySelector(".about");
  if (!element || !result || !about) return;
  const sheet = document.head.appendChild(document.createElement("style"));
  const theme = document.head.appendChild(document.createElement("link"));
  theme.rel = "stylesheet";
  const chosen = new Map<string, string>();

  lab.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const { token, unit = "" } = target.dataset;
    if (!token) return;
    if (target.value === "") chosen.delete(token);
    else chosen.set(token, target.value + unit);
    element.style.setProperty(token, chosen.get(token) ?? "");
    const lines = [...chosen].map(([name, value]) => `  ${name}: ${value};`);
    result.textContent = `lightfield-uploader {\n${lines.join("\n")}\n}`;
  });
  lab.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== "theme") return;
    if (target.value === "none") theme.removeAttribute("href");
    else theme.href = new URL(`lightfield-uploader/themes/${target.value}.css`, root).href;
  });

  let pinned: HTMLElement | null = null;
  const show = (button: HTMLElement | null) => {
    const { part = "", description = "" } = button?.dataset ?? {};
    sheet.textContent = part ? `.lab ::part(${part}) { outline: 3px solid #d6006e; outline-offset: 2px; }` : "";
    if (description) about.textContent = description;
  };
  const buttonAt = ({ target }: Event) =>
    target instanceof Element ? target.closest<HTMLElement>("button[data-part]") : null;
  for (const type of ["pointerover", "focusin"]) lab.addEventListener(type, (event) => show(buttonAt(event) ?? pinned));
  lab.addEventListener("click", (event) => {
    const button = buttonAt(event);
    if (!button) return;
    pinned?.setAttribute("aria-pressed", "false");
    pinned = pinned === button ? null : button;
    pinned?.setAttribute("aria-pressed", "true");
    show(pinned);
  });

  const refresh = () => {
    for (const button of lab.querySelectorAll<HTMLElement>("[data-part]")) {
      button.classList.toggle("absent", !element.shadowRoot?.querySelector(`[part~="${button.dataset.part}"]`));
    }
  };
  for (const type of ["uploads-complete", "file-remove", "upload-start"]) {
    element.addEventListener(type, () => void element.updateComplete.then(refresh));
  }
  await element.addFiles(SAMPLES.map(([name, content]) => new File([content], name, { type: "text/vtt" })));
  await element.updateComplete;
  refresh();
  for (const input of lab.querySelectorAll<HTMLInputElement>("input[type=color]"))
    input.value = colourOf(element, input);
}

/** Colour that the element has now, as a colour field takes it. */
function colourOf(element: HTMLElement, { dataset: { token = "" } }: HTMLInputElement): string {
  const probe = element.shadowRoot?.appendChild(document.createElement("i"));
  if (!probe) return "#000000";
  probe.style.color = `var(--_${token.replace("--lf-uploader-", "")}, var(--_accent))`;
  const canvas = new OffscreenCanvas(1, 1).getContext("2d");
  if (!canvas) return "#000000";
  // Behind a colour that is partly transparent lies the page's.
  for (const colour of [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(probe).color]) {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
  }
  probe.remove();
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
