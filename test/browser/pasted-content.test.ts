import { expect } from "@open-wc/testing";
import { contentFromPaste } from "../../src/browser/pasted-content.ts";

const TRANSCRIPT = "Zoë: Hello, all of you.\nYuki: Hello, and welcome to the weekly meeting.\n";
const picture = new File(["png"], "image.png", { type: "image/png" });
const vtt = new File(["WEBVTT"], "interview.vtt", { type: "text/vtt" });

/** Paste on the target, with this text and these files on the clipboard. */
function paste(target: Element, text: string, ...files: File[]): ClipboardEvent {
  const event = new ClipboardEvent("paste", { bubbles: true, composed: true });
  // Firefox leaves the clipboard of a synthetic event without files.
  const clipboardData = { files, getData: (type: string) => (type === "text/plain" ? text : "") };
  Object.defineProperty(event, "clipboardData", { value: clipboardData });
  Object.defineProperty(event, "composedPath", { value: () => [target] });
  return event;
}

function contentOf(event: ClipboardEvent, takesText: boolean): string | readonly string[] | null {
  const content = contentFromPaste(event, takesText);
  return Array.isArray(content) ? content.map(({ file }) => file.name) : (content as string | null);
}

describe("a paste", () => {
  const area = document.createElement("div");
  const field = document.createElement("textarea");

  it("gives the files, and text only where text is accepted", () => {
    expect(contentOf(paste(area, "", vtt, picture), true)).to.deep.equal(["interview.vtt", "image.png"]);
    expect(contentOf(paste(area, TRANSCRIPT), true)).to.equal(TRANSCRIPT);
    expect(contentOf(paste(area, TRANSCRIPT), false)).to.equal(null);
    expect(contentOf(paste(area, "https://example.com/a"), true)).to.equal(null);
  });

  it("gives the text of Office for a transcript, not the picture of the text", () => {
    expect(contentOf(paste(area, TRANSCRIPT, picture), true)).to.equal(TRANSCRIPT);
    expect(contentOf(paste(area, "One word", picture), true)).to.equal(null);
    expect(contentOf(paste(area, TRANSCRIPT, picture), false)).to.deep.equal(["image.png"]);
  });

  it("gives files that a file manager copied, with their names or paths as text", () => {
    const long = new File(["png"], "Quarterly review of all the regions, November 2026.png", { type: "image/png" });
    expect(contentOf(paste(area, long.name, long), true)).to.deep.equal([long.name]);
    expect(contentOf(paste(area, `/home/zoe/meetings/${long.name}\r\n`, long), true)).to.deep.equal([long.name]);
    expect(contentOf(paste(area, TRANSCRIPT, vtt), true)).to.deep.equal(["interview.vtt"]);
  });

  it("leaves text to a text field, whatever else is on the clipboard", () => {
    for (const takesText of [true, false]) {
      expect(contentOf(paste(field, TRANSCRIPT), takesText)).to.equal(null);
      expect(contentOf(paste(field, "One word", picture), takesText)).to.equal(null);
      expect(contentOf(paste(field, "", picture), takesText)).to.deep.equal(["image.png"]);
    }
  });

  it("leaves text to a text field of another window", () => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    const foreign = frame.contentDocument?.createElement("input");
    expect(foreign && contentOf(paste(foreign, TRANSCRIPT), true)).to.equal(null);
    frame.remove();
  });
});
