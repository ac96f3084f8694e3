import { expect } from "@open-wc/testing";
import type { LightfieldUploader } from "../../../src/element/index.ts";
import { endingOfPaste } from "../../../src/load-uploader.ts";
import { turn } from "../../support/until.ts";
import { meetSbv, otterSrt, otterTxt, zoomVtt } from "../../transcripts/samples.ts";
import { button, find, findAll, focused, type Stage, stage, waitUntil } from "../support/stage.ts";

const TRANSCRIPTS = { purpose: "meeting_transcript" } as const;

async function ready(settings: Partial<LightfieldUploader> = TRANSCRIPTS): Promise<Stage> {
  const set = await stage();
  Object.assign(set.element, settings);
  await set.element.updateComplete;
  return set;
}

/** Pastes text on the element or a descendant. Returns whether the element took it. */
function paste(target: EventTarget, text: string): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  const event = new ClipboardEvent("paste", { bubbles: true, composed: true, cancelable: true });
  // Firefox leaves the clipboard of a synthetic event empty.
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

  it("is added by Enter and discarded by Escape, and the focus moves to the browse button", async () => {
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

  it("has names for screen readers: of the section and of the field", async () => {
    const set = await ready();
    const field = await held(set, zoomVtt());
    expect(field.labels?.[0]?.textContent?.trim()).to.equal("File name");
    const group = find(set.element, "[part=pasted]");
    expect([group.getAttribute("role"), group.getAttribute("aria-label")]).to.deep.equal(["group", "Pasted text"]);
  });

  it("keeps the input and change events of its fields from the page", async () => {
    const set = await ready();
    const heard: string[] = [];
    for (const type of ["input", "change"]) set.element.addEventListener(type, () => heard.push(type));
    await held(set, zoomVtt());
    for (const type of ["input", "change"]) {
      for (const field of findAll(set.element, "input[part], textarea")) {
        field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
      }
    }
    expect(heard).to.deep.equal([]);
  });

  it("is not lost when the file is refused", async () => {
    const set = await ready();
    let asked = 0;
    set.element.addEventListener("file-add", (event) => {
      event.preventDefault();
      asked++;
    });
    press(await held(set, zoomVtt()), "Enter");
    await waitUntil(() => asked === 1);
    await turn();
    await set.element.updateComplete;
    expect(findAll(set.element, "[part=pasted]")).to.have.length(1);
  });

  it("is shown as text, whatever it contains", async () => {
    const set = await ready();
    await held(set, `<img src=x onerror="document.title='taken'"> ${"and so on ".repeat(9)}`);
    expect(findAll(set.element, "[part=pasted] img")).to.have.length(0);
    expect(find<HTMLTextAreaElement>(set.element, "[part=pasted-text]").value).to.include("<img src=x");
  });
});

async function opened(set: Stage): Promise<HTMLTextAreaElement> {
  button(set.element, "Paste text").click();
  await waitUntil(() => focused(set.element) instanceof HTMLTextAreaElement);
  return find<HTMLTextAreaElement>(set.element, "[part=pasted-text]");
}

async function enter(set: Stage, field: HTMLTextAreaElement | HTMLInputElement, text: string): Promise<void> {
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  // The name follows the text when this has been found out, which the element has asked before.
  await endingOfPaste(text);
  await turn();
  await set.element.updateComplete;
}

describe("the button for pasting", () => {
  const nameOf = ({ element }: Stage) => find<HTMLInputElement>(element, "[part=pasted-name]").value;
  const added = async ({ uploader }: Stage) => {
    await waitUntil(() => uploader.snapshot.uploads.length === 1);
    return uploader.snapshot.uploads[0]?.file;
  };

  it("is shown for transcripts only, and not with no-paste", async () => {
    const has = async (settings: Partial<LightfieldUploader>) =>
      findAll((await ready(settings)).element, "[part=paste-button]").length > 0;
    expect(await has(TRANSCRIPTS)).to.equal(true);
    expect(await has({ purpose: "email_attachment" })).to.equal(false);
    expect(await has({ ...TRANSCRIPTS, noPaste: true })).to.equal(false);
  });

  it("opens an empty labelled field with the focus in it, and keeps it there when pressed again", async () => {
    const set = await ready();
    const field = await opened(set);
    expect(field.value).to.equal("");
    expect(field.labels?.[0]?.textContent?.trim()).to.equal("Text of the transcript");
    find(set.element, "[part=pasted-name]").focus();
    expect((await opened(set)) === field).to.equal(true);
  });

  it("has the focus again after Escape or Discard", async () => {
    const set = await ready();
    const leave = [
      async () => press(await opened(set), "Escape"),
      async () => {
        await opened(set);
        button(set.element, "Discard").click();
      },
    ];
    for (const how of leave) {
      await how();
      await waitUntil(() => focused(set.element) === find(set.element, "[part=paste-button]"));
      expect(findAll(set.element, "[part=pasted]")).to.have.length(0);
    }
  });

  it("adds a file with the name and type for the text at that time", async () => {
    const set = await ready();
    const field = await opened(set);
    expect(nameOf(set)).to.match(/\.txt$/);
    await enter(set, field, otterSrt());
    expect(nameOf(set)).to.match(/^Pasted transcript .*\.srt$/);
    await enter(set, field, zoomVtt());
    expect(nameOf(set)).to.match(/\.vtt$/);
    button(set.element, "Add").click();
    const file = await added(set);
    expect(file?.name).to.match(/^Pasted transcript .*\.vtt$/);
    expect(file?.type).to.equal("text/vtt");
    expect(await file?.text()).to.equal(field.value);
  });

  for (const [given, made] of [
    ["weekly", "weekly.vtt"],
    ["weekly 2026.11", "weekly 2026.11.vtt"],
    ["weekly.md", "weekly.md"],
    ["  ", `${new Date().getFullYear()}-`],
  ] as const) {
    it(`makes "${made}…" of the name "${given}"`, async () => {
      const set = await ready();
      await enter(set, await opened(set), zoomVtt());
      await enter(set, find<HTMLInputElement>(set.element, "[part=pasted-name]"), given);
      button(set.element, "Add").click();
      expect((await added(set))?.name.startsWith(made)).to.equal(true);
    });
  }

  it("does not add blank text: it says so at the focused field, until something is entered", async () => {
    const set = await ready();
    const field = await opened(set);
    await enter(set, field, " \n ");
    press(find(set.element, "[part=pasted-name]"), "Enter");
    await waitUntil(() => field.getAttribute("aria-invalid") === "true");
    await waitUntil(() => focused(set.element) === field);
    const reason = find(set.element, `#${field.getAttribute("aria-describedby")}`);
    expect(reason.textContent).to.equal("It is empty. Check its content and add it again.");
    expect(set.uploader.snapshot.uploads).to.have.length(0);
    await enter(set, field, "Zoë: Hello");
    expect(field.hasAttribute("aria-invalid") || field.hasAttribute("aria-describedby")).to.equal(false);
  });

  it("keeps the text when the file is refused like any other, for example for its size", async () => {
    const set = await ready();
    set.uploader.configure({ maxFileBytes: 50 });
    const field = await opened(set);
    await enter(set, field, zoomVtt());
    button(set.element, "Add").click();
    await waitUntil(() => findAll(set.element, ".notice").length === 1);
    expect(find(set.element, ".notice").textContent).to.include("50 bytes");
    expect(find<HTMLTextAreaElement>(set.element, "[part=pasted-text]").value).to.equal(field.value);
  });

  it("is inert while the element is disabled", async () => {
    const set = await ready({ ...TRANSCRIPTS, disabled: true });
    button(set.element, "Paste text").click();
    await set.element.updateComplete;
    expect(findAll(set.element, "[part=pasted]")).to.have.length(0);
  });
});

describe("text that was pasted with the keyboard", () => {
  it("can be edited before it is added, and keeps its line ends when it was not", async () => {
    const text = zoomVtt().replace(/\r?\n/g, "\r\n");
    const kept = await ready();
    press(await held(kept, text), "Enter");
    await waitUntil(() => kept.uploader.snapshot.uploads.length === 1);
    expect(await kept.uploader.snapshot.uploads[0]?.file?.text()).to.equal(text);

    const changed = await ready();
    await held(changed, text);
    await enter(changed, find<HTMLTextAreaElement>(changed.element, "[part=pasted-text]"), "Zoë: Hello, all of you.");
    button(changed.element, "Add").click();
    await waitUntil(() => changed.uploader.snapshot.uploads.length === 1);
    const [upload] = changed.uploader.snapshot.uploads;
    expect(await upload?.file?.text()).to.equal("Zoë: Hello, all of you.");
    expect(upload?.name).to.match(/\.txt$/);
  });
});

describe("pasted text is left alone", () => {
  it("when it is short, goes into a field, or with no-paste", async () => {
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

describe("a second paste beside text", () => {
  const first = zoomVtt();
  const second = otterSrt();
  const area = ({ element }: Stage) => find<HTMLTextAreaElement>(element, "[part=pasted-text]");

  async function asked(): Promise<Stage> {
    const set = await ready();
    await held(set, first);
    expect(paste(set.element, second)).to.equal(true);
    await waitUntil(() => findAll(set.element, ".pasted-question").length === 1);
    await waitUntil(() => focused(set.element) instanceof HTMLButtonElement);
    expect(area(set).value).to.equal(first.replaceAll("\r\n", "\n"));
    return set;
  }

  const answers = {
    "Add it below": [first.trimEnd(), second],
    "Replace the first text": [second],
    "Leave it out": [first],
  };
  for (const [answer, parts] of Object.entries(answers)) {
    it(`asks what to do with it: ${answer}`, async () => {
      const set = await asked();
      button(set.element, answer).click();
      await waitUntil(() => focused(set.element) === area(set));
      const shown = parts.join("\n\n").replaceAll("\r\n", "\n");
      expect(area(set).value).to.equal(shown);
      expect(findAll(set.element, ".pasted-question")).to.have.length(0);
    });
  }

  it("is left out by Escape, which keeps the section", async () => {
    const set = await asked();
    press(find(set.element, ".pasted-question button"), "Escape");
    await waitUntil(() => focused(set.element) === area(set));
    expect(area(set).value).to.equal(first.replaceAll("\r\n", "\n"));
  });

  it("asks nothing where the field is blank, or has the same text", async () => {
    const set = await ready();
    await enter(set, await opened(set), " \n");
    const name = await held(set, first);
    expect(name.value).to.match(/\.vtt$/);
    expect(paste(find(set.element, "[part=drop-zone]"), first)).to.equal(true);
    await waitUntil(() => focused(set.element) === area(set));
    expect(findAll(set.element, ".pasted-question")).to.have.length(0);
  });
});

describe("discarded text", () => {
  const area = ({ element }: Stage) => find<HTMLTextAreaElement>(element, "[part=pasted-text]");
  const isAtRisk = () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));

  for (const how of ["Escape", "Discard"]) {
    it(`can be brought back after ${how}, with its name`, async () => {
      const set = await ready();
      const field = await opened(set);
      await enter(set, field, zoomVtt());
      await enter(set, find<HTMLInputElement>(set.element, "[part=pasted-name]"), "weekly.vtt");
      if (how === "Escape") press(field, "Escape");
      else button(set.element, "Discard").click();
      await waitUntil(() => findAll(set.element, "[part=pasted]").length === 0);
      button(set.element, "Bring it back").click();
      await waitUntil(() => focused(set.element) instanceof HTMLTextAreaElement);
      expect(area(set).value).to.equal(zoomVtt().replaceAll("\r\n", "\n"));
      expect(find<HTMLInputElement>(set.element, "[part=pasted-name]").value).to.equal("weekly.vtt");
    });
  }

  it("is forgotten when the message is dismissed, other text is added, or the form is reset", async () => {
    const forget: ((set: Stage) => void | Promise<void>)[] = [
      ({ element }) => button(element, "Dismiss this message").click(),
      ({ element }) => element.formResetCallback(),
      async (set) => {
        await held(set, otterSrt());
        button(set.element, "Add").click();
        await waitUntil(() => set.uploader.snapshot.uploads.length === 1);
      },
    ];
    for (const how of forget) {
      const set = await ready();
      press(await held(set, zoomVtt()), "Escape");
      await waitUntil(() => findAll(set.element, ".pasted-discarded").length === 1);
      await how(set);
      await waitUntil(() => findAll(set.element, ".pasted, .pasted-discarded").length === 0);
    }
  });

  it("was never there where the field was blank", async () => {
    const set = await ready();
    press(await opened(set), "Escape");
    await waitUntil(() => findAll(set.element, "[part=pasted]").length === 0);
    expect(findAll(set.element, ".pasted-discarded")).to.have.length(0);
  });

  it("makes the browser ask before the page is left, as long as it is in the field", async () => {
    const set = await ready();
    const field = await opened(set);
    expect(isAtRisk(), "blank").to.equal(false);
    await enter(set, field, "Zoë: H");
    expect(isAtRisk(), "typed").to.equal(true);
    set.element.noLeaveWarning = true;
    await set.element.updateComplete;
    expect(isAtRisk(), "no-leave-warning").to.equal(false);
    set.element.noLeaveWarning = false;
    await set.element.updateComplete;
    expect(isAtRisk()).to.equal(true);
    press(field, "Escape");
    await waitUntil(() => findAll(set.element, "[part=pasted]").length === 0);
    expect(isAtRisk(), "discarded").to.equal(false);
  });
});
