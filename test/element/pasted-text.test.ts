import { expect, waitUntil } from "@open-wc/testing";
import type { LightfieldUploader } from "../../src/element/index.ts";
import { meetSbv, otterSrt, otterTxt, zoomVtt } from "../transcripts/samples.ts";
import { button, find, findAll, focused, type Stage, stage } from "./support/stage.ts";

const TRANSCRIPTS = { purpose: "meeting_transcript" };

async function ready(settings: Partial<LightfieldUploader> = TRANSCRIPTS): Promise<Stage> {
  const set = await stage();
  Object.assign(set.element, settings);
  await set.element.updateComplete;
  return set;
}

/** A paste of text, on the element or something in it; true when the element took it. */
function paste(target: EventTarget, text: string): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  const event = new ClipboardEvent("paste", { bubbles: true, composed: true, cancelable: true });
  // Firefox leaves a synthetic event's own clipboard empty.
  Object.defineProperty(event, "clipboardData", { value: clipboardData });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

async function held({ element }: Stage, text: string): Promise<HTMLInputElement> {
  expect(paste(element, text)).to.equal(true);
  await waitUntil(() => focused(element) instanceof HTMLInputElement);
  return find<HTMLInputElement>(element, "[part=pasted-name]");
}

const press = (target: Element, key: string, rest: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true, ...rest });
  target.dispatchEvent(event);
};

describe("a pasted transcript", () => {
  const samples = { vtt: zoomVtt(), srt: otterSrt(), sbv: meetSbv(), txt: otterTxt() };
  for (const [ending, text] of Object.entries(samples)) {
    it(`gets a name that ends in .${ending} by how it begins, and can be changed before the ending at once`, async () => {
      const field = await held(await ready(), text);
      expect(field.value).to.match(new RegExp(`^Pasted transcript \\d{4}-\\d\\d-\\d\\d\\.${ending}$`));
      const { selectionStart, selectionEnd } = field;
      expect(field.value.slice(selectionStart ?? 0, selectionEnd ?? 0)).to.equal(field.value.slice(0, -4));
    });
  }

  it("becomes a file of that name, type and text", async () => {
    const set = await ready();
    const field = await held(set, zoomVtt());
    expect(set.uploader.snapshot.uploads).to.have.length(0);
    field.value = "weekly.vtt";
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    button(set.element, "Add").click();
    await waitUntil(() => set.uploader.snapshot.uploads.length === 1);
    const file = set.uploader.snapshot.uploads[0]?.file;
    expect(file?.name).to.equal("weekly.vtt");
    expect(file?.type).to.equal("text/vtt");
    expect(await file?.text()).to.equal(zoomVtt());
    await set.element.updateComplete;
    expect(findAll(set.element, "[part=pasted]")).to.have.length(0);
  });

  it("is added by Enter and let go by Escape, and the focus goes on to the browse button", async () => {
    const set = await ready();
    press(await held(set, zoomVtt()), "Escape");
    await set.element.updateComplete;
    expect(findAll(set.element, "[part=pasted]")).to.have.length(0);
    expect(focused(set.element)).to.equal(find(set.element, "[part=browse-button]"));
    expect(set.uploader.snapshot.uploads).to.have.length(0);

    const field = await held(set, zoomVtt());
    press(field, "Enter", { isComposing: true });
    press(field, "Enter");
    press(field, "Enter");
    await waitUntil(() => findAll(set.element, "[part=pasted]").length === 0);
    expect(set.uploader.snapshot.uploads).to.have.length(1);
    expect(focused(set.element)).to.equal(find(set.element, "[part=browse-button]"));
  });

  it("is named to a screen reader: what it is, and what the field is for", async () => {
    const set = await ready();
    const field = await held(set, zoomVtt());
    expect(field.labels?.[0]?.textContent?.trim()).to.equal("File name");
    const group = find(set.element, "[part=pasted]");
    expect([group.getAttribute("role"), group.getAttribute("aria-label")]).to.deep.equal(["group", "Pasted text"]);
  });

  it("keeps what the name field says from the page's input and change events", async () => {
    const set = await ready();
    const heard: string[] = [];
    for (const type of ["input", "change"]) set.element.addEventListener(type, () => heard.push(type));
    const field = await held(set, zoomVtt());
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    expect(heard).to.deep.equal([]);
  });

  it("is not lost when the file is refused", async () => {
    const set = await ready();
    set.element.addEventListener("file-add", (event) => event.preventDefault());
    press(await held(set, zoomVtt()), "Enter");
    await set.element.updateComplete;
    expect(findAll(set.element, "[part=pasted]")).to.have.length(1);
  });

  it("is shown as text, whatever it holds", async () => {
    const set = await ready();
    await held(set, `<img src=x onerror="document.title='taken'"> ${"and so on ".repeat(9)}`);
    expect(findAll(set.element, "[part=pasted] img")).to.have.length(0);
    expect(find(set.element, ".pasted-text").textContent).to.include("<img src=x");
  });
});

describe("pasted text is left alone", () => {
  it("when it is short, goes into a field, or the page wants no pasting", async () => {
    const set = await ready();
    expect(paste(set.element, "https://example.com/a")).to.equal(false);
    const field = document.createElement("input");
    set.element.append(field);
    expect(paste(field, zoomVtt())).to.equal(false);
    expect(paste(await held(set, zoomVtt()), zoomVtt())).to.equal(false);
    for (const settings of [{ noPaste: true }, { disabled: true }]) {
      const other = await ready({ ...TRANSCRIPTS, ...settings });
      expect(paste(other.element, zoomVtt())).to.equal(false);
    }
  });

  it("for other purposes than transcripts", async () => {
    const set = await ready({ purpose: "email_attachment" });
    expect(paste(set.element, zoomVtt())).to.equal(false);
  });
});
