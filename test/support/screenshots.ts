/**
 * Photographs the elements in every state into `screenshots/`, or all of them in one picture.
 *
 *     npm run screenshots                                     every state, light and dark, 320 and 640 pixels wide
 *     npm run screenshots -- uploading error                  some states
 *     npm run screenshots -- sheet                            demo/pages/contact-sheet.webp: every state, light and dark,
 *                                                             and a few in every other respect; and widget.png
 *
 * and with any of these, several values with commas between them:
 *
 *     scheme=light,dark,forced                                forced: with a forced palette of colours, as in Windows
 *     theme=none,plain,rounded,high-contrast                  the ready themes
 *     width=200,320,640,960                                   of the page
 *     text=100,200                                            the reader's letters, in per cent
 *     lang=en,ar                                              any language; those of the right come from the right
 *     dir=rtl                                                 the other way round in any language
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { contactSheet } from "./screenshots/contact-sheet.ts";
import { FILES_STATES } from "./screenshots/files-states.ts";
import { ORDINARY, Photographer, type View } from "./screenshots/photographer.ts";
import { STATES } from "./screenshots/states.ts";
import { ROOT } from "./source-server.ts";

const AXES = {
  scheme: ["light", "dark"],
  theme: ["none"],
  width: ["320", "640"],
  text: ["100"],
  lang: ["en"],
  dir: ["auto"],
};
type Axis = keyof typeof AXES;

const words = process.argv.slice(2);
const states = [...Object.keys(STATES), ...Object.keys(FILES_STATES)];
for (const word of words) {
  const [axis = "", values] = word.split("=");
  if (values && axis in AXES) AXES[axis as Axis] = values.split(",");
  else if (word !== "sheet" && !states.includes(word)) throw new Error(`There is no state or setting "${word}".`);
}
const asked = words.filter((word) => states.includes(word));

/** Every combination; a file's name tells where it differs from the ordinary. */
function* views(state: string): Generator<View & { readonly file: string }> {
  for (const lang of AXES.lang)
    for (const dir of AXES.dir)
      for (const theme of AXES.theme)
        for (const text of AXES.text)
          for (const scheme of AXES.scheme)
            for (const width of AXES.width) {
              const rest = [theme, text, lang, dir].filter((value) => !["none", "100", "en", "auto"].includes(value));
              const file = [state, scheme, width, ...rest].join("-");
              yield { state, scheme, theme, width: Number(width), text, lang, dir, file } as View & { file: string };
            }
}

const photographer = await Photographer.open();
try {
  if (words.includes("sheet")) {
    const file = join(ROOT, "demo/pages/contact-sheet.webp");
    await writeFile(file, await contactSheet(photographer, states));
    const widget = await photographer.take({ ...ORDINARY, state: "uploading", width: 640 });
    await writeFile(join(ROOT, "demo/pages/widget.png"), widget);
    console.log(file);
  } else {
    const folder = join(ROOT, "screenshots");
    await mkdir(folder, { recursive: true });
    for (const state of asked.length > 0 ? asked : states) {
      for (const { file, ...view } of views(state)) {
        await writeFile(join(folder, `${file}.png`), await photographer.take(view));
      }
      console.log(state);
    }
  }
} finally {
  await photographer.close();
}
if (photographer.errors.length > 0) {
  console.error(photographer.errors.join("\n"));
  process.exitCode = 1;
}
