/** Live parts of the page about theming: every custom property with a control, and every part with its place. */
import { escapeHtml } from "./escape.ts";

interface Described {
  readonly name: string;
  readonly default?: string;
  readonly description?: string;
}

/** Mark of the place in the Markdown file. */
export const LAB = "<!-- theming-lab -->";

/** @param manifest text of custom-elements.json */
export function themingLab(manifest: string): string {
  const { modules } = JSON.parse(manifest) as {
    modules: { declarations?: { tagName?: string; cssProperties?: Described[]; cssParts?: Described[] }[] }[];
  };
  const element = modules
    .flatMap(({ declarations = [] }) => declarations)
    .find(({ tagName }) => tagName === "lightfield-uploader");
  const tokens = (element?.cssProperties ?? []).map(control).join("");
  const parts = (element?.cssParts ?? [])
    .map(
      ({ name, description = "" }) =>
        `<button type="button" aria-pressed="false" data-part="${name}" data-description="${escapeHtml(description)}">${name}</button>`,
    )
    .join("");
  const themes = ["none", "plain", "rounded", "high-contrast"]
    .map(
      (name, index) =>
        `<label><input type="radio" name="theme" value="${name}"${index === 0 ? " checked" : ""}> ${name}</label>`,
    )
    .join("");
  return `<div class="lab">
<div class="stage" role="group" aria-label="The element, with the properties below">
<lightfield-uploader data-live-endpoint purpose="meeting_transcript" multiple></lightfield-uploader>
</div>
<div class="controls">
<fieldset class="themes"><legend>Theme</legend>${themes}</fieldset>
<fieldset class="tokens"><legend>Custom properties</legend>${tokens}</fieldset>
<fieldset class="parts"><legend>Parts</legend><p class="about" aria-live="polite">Point at a name, and the part gets a frame. The faint ones appear in other states.</p><div>${parts}</div></fieldset>
</div>
<figure class="code"><figcaption>Your style sheet</figcaption><pre tabindex="0"><code class="result">/* Change a value above. */</code></pre></figure>
</div>
`;
}

/** A control by the kind of the value: a colour, a length, or text. */
function control({ name, default: initial = "", description = "" }: Described): string {
  const short = name.replace("--lf-uploader-", "");
  const field = (input: string) => `<label title="${escapeHtml(description)}"><span>${short}</span>${input}</label>`;
  if (/colou?r of|background/i.test(description)) return field(`<input type="color" data-token="${name}">`);
  const length = /^([\d.]+)(px|rem)$/.exec(initial) ?? (/[Rr]adius/.test(description) ? ["", "8", "px"] : null);
  if (!length) return field(`<input type="text" data-token="${name}" placeholder="${escapeHtml(initial)}">`);
  const [, value = "0", unit = "px"] = length;
  const most = unit === "px" ? Math.max(24, Number(value) * 3) : Number(value) * 2;
  const step = unit === "px" ? 0.5 : 0.0625;
  return field(
    `<input type="range" min="0" max="${most}" step="${step}" value="${value}" data-token="${name}" data-unit="${unit}">`,
  );
}
