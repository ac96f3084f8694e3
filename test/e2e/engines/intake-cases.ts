/** Files, drags, drops and clipboards, which engines hand to a page in different ways. */
import assert from "node:assert/strict";
import { join } from "node:path";
import type { LightfieldUploader } from "../../../src/index.ts";
import { sourceFile } from "../source-files.ts";
import { until } from "../waiting.ts";
import type { EngineStage } from "./stage.ts";
import type { EngineWidget } from "./widget.ts";

const CUES = "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Zoë>Hello, and welcome.\n";

export const INTAKE: Readonly<Record<string, (stage: EngineStage) => Promise<void>>> = {
  "takes files of the disk under the right types, whatever type the browser tells": async ({
    open,
    sourceDir,
    emulator,
  }) => {
    const files = [
      ["a.vtt", CUES, "text/vtt"],
      ["c.ass", "[Script Info]\nScriptType: v4.00+\n", "text/plain"],
      ["d.key", "PK\u0003\u0004", "application/vnd.apple.keynote"],
      ["e.csv", "speaker,text\nMira,Hi\n", "text/csv"],
      ["f.log", "10:30 Hi\n", "text/plain"],
      ["g", CUES.replace("Zoë", "Ana"), "text/vtt"],
    ] as const;
    const srt = "1\n00:00:00,000 --> 00:00:02,000\nHi\n";
    const widget = await open();
    await widget.page.choose(
      await Promise.all(
        [...files, ["b.srt", srt] as const].map(([name, content]) =>
          sourceFile(sourceDir, join("types", name), content),
        ),
      ),
    );
    await widget.reaches("succeeded", ...files.map(() => "succeeded"));
    const types = new Map(emulator.files().map(({ filename, mimeType }) => [filename, mimeType]));
    for (const [name, , type] of files) assert.equal(types.get(name), type, name);
    // Firefox tells that SubRip is plain text, which is true.
    assert.match(types.get("b.srt") ?? "", /^(application\/x-subrip|text\/plain)$/);
  },

  "refuses by the accept list what the picker gives, and names the list": async ({ open, sourceDir }) => {
    const widget = await open();
    await widget.set({ accept: "vtt; *.SRT, application/x-subrip" });
    await widget.page.choose([
      await sourceFile(sourceDir, "picked.srt", "1\n00:00:00,000 --> 00:00:02,000\nPicked\n"),
      await sourceFile(sourceDir, "picked.png", "png"),
    ]);
    await widget.reaches("succeeded");
    await widget.says(/picked\.png was not added .*Accepted: VTT,? or SRT/);
  },

  "takes a File of another realm": async ({ open }) => {
    const widget = await open();
    await widget.page.evaluate((content) => {
      const frame = document.createElement("iframe");
      document.body.append(frame);
      const realm = frame.contentWindow as Window & typeof globalThis;
      const file = new realm.File([content], "realm.vtt", { type: "text/vtt" });
      document.querySelector<LightfieldUploader>("lightfield-uploader")?.addFiles([file]);
    }, `${CUES}realm`);
    await widget.reaches("succeeded");
  },

  "shows a drag, takes its files, and lets go of a drag that is cancelled": async ({ open }) => {
    const widget = await open();
    await widget.set({ accept: "text/vtt" });
    assert.equal(await drag(widget, ["dragenter", "dragover"], [["a.vtt", "text/vtt"]]), "drag-accepted");
    assert.equal(await drag(widget, ["dragleave"], [["a.vtt", "text/vtt"]]), "");
    await drag(widget, ["dragenter", "dragover", "drop"], [["a.png", "image/png"]]);
    await widget.says(/a\.png was not added/);
    assert.equal(await drag(widget, ["dragenter", "dragover", "drop"], [["a.vtt", "text/vtt"]]), "");
    await widget.reaches("succeeded");
  },

  "takes a folder without its junk, and says so of an empty one": async ({ open }) => {
    const widget = await open();
    await dropFolder(widget, "meetings", ["a.vtt", "._a.vtt", ".DS_Store", "Thumbs.db", "~$a.docx"]);
    const [upload] = await widget.reaches("succeeded");
    assert.deepEqual([upload?.folder, upload?.name], ["meetings", "a.vtt"]);
    await dropFolder(widget, "empty", []);
    await widget.says(/empty was not added There is no file in this folder that can be added/);
  },

  "says what to do with a drop that brings no file, as of a mail": async ({ open }) => {
    const widget = await open();
    await dropNothing(widget);
    await widget.says(/Save the file on your device first/);
    assert.deepEqual(await widget.uploads(), []);
  },

  "leaves a drop on an uploader inside another one's target to the inner one": async ({ open }) => {
    const widget = await open();
    await nest(widget);
    await drag(widget, ["dragenter", "dragover", "drop"], [["inner.vtt", "text/vtt"]]);
    await widget.reaches("succeeded");
    assert.equal(await uploadsOfOuter(widget), 0);
    await until("the larger target takes drops", () => dropOnTarget(widget, "outer.vtt"));
    await until("the outer one takes what is dropped beside", async () => (await uploadsOfOuter(widget)) === 1);
    assert.equal((await widget.uploads()).length, 1);
  },

  "no longer names a refused file that is verified after all": async ({ open }) => {
    const widget = await open();
    await widget.set({ accept: ".srt" });
    await widget.add({ name: "late.vtt", content: `${CUES}late` });
    await widget.says(/late\.vtt was not added/);
    await widget.set({ accept: "" });
    await widget.add({ name: "late.vtt", content: `${CUES}late` });
    await widget.reaches("succeeded");
    await until("the refusal is gone", async () => !/was not added/.test(await widget.text()));
  },

  "takes the text, not its picture, from a clipboard that has both": async ({ open }) => {
    const widget = await open("/meeting.html");
    const text = "Zoë: Hello, and welcome to the weekly meeting of the team.\n";
    await widget.page.evaluate((words) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", words);
      clipboardData.setData("text/html", `<p>${words}</p>`);
      clipboardData.items.add(new File(["png"], "image.png", { type: "image/png" }));
      const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true, composed: true });
      // Firefox leaves the clipboard of a synthetic event empty.
      Object.defineProperty(paste, "clipboardData", { value: clipboardData });
      document.querySelector("lightfield-uploader")?.dispatchEvent(paste);
    }, text);
    await until("the text is in the field", async () => (await pastedText(widget)) === text);
    assert.deepEqual(await widget.uploads(), []);
    await widget.press("pasted-add-button");
    await widget.reaches("succeeded");
  },

  "asks about content that was uploaded before, in this batch or an earlier visit": async ({ open, site, asked }) => {
    const widget = await open();
    const content = `${CUES}twice`;
    await widget.add({ name: "call.vtt", content }, { name: "call (1).vtt", content });
    await widget.reaches("succeeded", "paused");
    await widget.says(/Already uploaded on .*The same content was uploaded as call\.vtt/);
    await until("the browser remembers the file", () =>
      widget.page.evaluate(() => localStorage.getItem("lightfield-uploader:uploaded") !== null, undefined),
    );
    await widget.page.goto(`${site.origin}/`);
    await widget.add({ name: "call.vtt", content });
    await widget.reaches("paused");
    assert.deepEqual([asked("create"), asked("transfer")], [1, 1]);
    await widget.press("send-button");
    await widget.reaches("succeeded");
  },
};

/** Dispatches drag events at the drop zone. Returns the state of the drag that the element shows then. */
function drag(
  { page }: EngineWidget,
  types: readonly string[],
  files: readonly (readonly [name: string, type: string])[],
): Promise<string> {
  return page.evaluate(
    async ([events, made]) => {
      const element = document.querySelector<LightfieldUploader>("lightfield-uploader");
      const zone = element?.shadowRoot?.querySelector('[part~="drop-zone"]');
      for (const type of events) {
        const dataTransfer = new DataTransfer();
        for (const [name, told] of made) {
          dataTransfer.items.add(new File([`WEBVTT\n\n${type}`], name, { type: told }));
        }
        zone?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer }));
        await element?.updateComplete;
      }
      return ["drag-accepted", "drag-refused"].filter((state) => element?.matches(`:state(${state})`)).join();
    },
    [types, files] as const,
  );
}

/** A drop of a folder. Real ones come only from the user's hand; this one has what the browsers' have. */
function dropFolder({ page }: EngineWidget, folder: string, names: readonly string[]): Promise<void> {
  return page.evaluate(
    ([name, children]) => {
      const entries = children.map((child) => ({
        name: child,
        isFile: true,
        isDirectory: false,
        file: (found: (file: File) => void) => found(new File([`WEBVTT\n\n${child}`], child)),
      }));
      const directory = {
        name,
        isFile: false,
        isDirectory: true,
        createReader: () => {
          const rest = [entries, []];
          return { readEntries: (found: (batch: unknown) => void) => setTimeout(() => found(rest.shift() ?? [])) };
        },
      };
      const item = { kind: "file", type: "", webkitGetAsEntry: () => directory, getAsFile: () => new File([], name) };
      const dataTransfer = { types: ["Files"], items: [item], files: [], effectAllowed: "copy", dropEffect: "none" };
      const drop = new Event("drop", { bubbles: true, cancelable: true, composed: true });
      Object.defineProperty(drop, "dataTransfer", { value: dataTransfer });
      const root = document.querySelector("lightfield-uploader")?.shadowRoot;
      root?.querySelector('[part~="drop-zone"]')?.dispatchEvent(drop);
    },
    [folder, names] as const,
  );
}

/** Puts the uploader of the page into the drop target of a second one. */
function nest({ page }: EngineWidget): Promise<void> {
  return page.evaluate(async () => {
    const inner = document.querySelector("lightfield-uploader");
    const target = document.createElement("section");
    target.id = "outer-target";
    inner?.replaceWith(target);
    const outer = document.createElement("lightfield-uploader");
    for (const [name, value] of Object.entries({
      id: "outer",
      endpoint: "/api/uploads",
      "drop-target": "#outer-target",
    }))
      outer.setAttribute(name, value);
    target.append(inner ?? "");
    target.after(outer);
    await outer.updateComplete;
  }, undefined);
}

function uploadsOfOuter({ page }: EngineWidget): Promise<number> {
  return page.evaluate(
    () => document.querySelector<LightfieldUploader>("lightfield-uploader#outer")?.uploads.length ?? -1,
    undefined,
  );
}

/** A drop beside the inner uploader. Returns whether it was taken, which begins when the code for larger targets is loaded. */
function dropOnTarget({ page }: EngineWidget, name: string): Promise<boolean> {
  return page.evaluate((file) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["WEBVTT\n\nbeside"], file, { type: "text/vtt", lastModified: 0 }));
    const drop = new DragEvent("drop", { bubbles: true, cancelable: true, composed: true, dataTransfer });
    return document.querySelector("#outer-target")?.dispatchEvent(drop) === false;
  }, name);
}

/** A drop that announces files and brings none, as mails and entries of archives do. */
function dropNothing({ page }: EngineWidget): Promise<void> {
  return page.evaluate(() => {
    const drop = new Event("drop", { bubbles: true, cancelable: true, composed: true });
    const dataTransfer = { types: ["Files"], items: [], files: [], effectAllowed: "copy", dropEffect: "none" };
    Object.defineProperty(drop, "dataTransfer", { value: dataTransfer });
    const root = document.querySelector("lightfield-uploader")?.shadowRoot;
    root?.querySelector('[part~="drop-zone"]')?.dispatchEvent(drop);
  }, undefined);
}

function pastedText({ page }: EngineWidget): Promise<string | null> {
  return page.evaluate(() => {
    const root = document.querySelector("lightfield-uploader")?.shadowRoot;
    return root?.querySelector<HTMLTextAreaElement>('[part="pasted-text"]')?.value ?? null;
  }, undefined);
}
