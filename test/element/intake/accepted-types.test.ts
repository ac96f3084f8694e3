import { expect, fixture, html } from "@open-wc/testing";
import type { LightfieldUploader } from "../../../src/element/index.ts";
import { expectConsole } from "../../support/console.ts";
import { dragEvent, find, stage, text, transferOf, waitUntil } from "../support/stage.ts";

const png = new File(["png"], "photo.png", { type: "image/png" });
const zip = new File(["PK"], "all.zip", { type: "application/x-zip-compressed" });

describe("accepted types", () => {
  const open = async (accept: string) => {
    const element = await fixture<LightfieldUploader>(
      html`<lightfield-uploader accept=${accept}></lightfield-uploader>`,
    );
    return element;
  };

  it("are named as people name them", async () => {
    const element = await open(
      "image/*, .VTT, application/vnd.openxmlformats-officedocument.wordprocessingml.document, application/x-subrip, .png",
    );
    await waitUntil(() => text(element, ".hint").startsWith("Image, VTT, DOCX, or SRT"), "the readable kinds");
    expect(text(element, ".hint")).to.match(/^Image, VTT, DOCX, or SRT · /);
  });

  it("are never followed by a dot at the beginning of a line", async () => {
    const { element } = await stage();
    element.accept = ".vtt, .srt";
    element.locale = "ar";
    const line = () => find(element, ".hint").textContent ?? "";
    await waitUntil(() => line().includes("·") && line().includes("أو"), "the kinds in Arabic");
    expect(line())
      .to.match(/[^\s]\u00a0· /)
      .and.not.to.contain(" ·");
  });

  it("are not named where every file is accepted", async () => {
    const element = await open("*.*");
    await waitUntil(() => !find(element, "input").hasAttribute("accept"), "the picker for every file");
    expect(text(element, ".hint")).to.equal("Up to 512 MB");
  });

  it("are offered by the picker in the spelling that browsers understand", async () => {
    const element = await open("vtt; *.SRT, application/json");
    const input = find(element, "input");
    await waitUntil(() => input.getAttribute("accept") === ".vtt,.srt,application/json,.json", "the accepted types");
  });

  it("are offered from the beginning for transcripts, unless the page names others", async () => {
    const element = await fixture<LightfieldUploader>(
      html`<lightfield-uploader purpose="meeting_transcript"></lightfield-uploader>`,
    );
    const input = find(element, "input");
    expect(input.getAttribute("accept")).to.match(/^\.vtt,\.srt,/);
    element.accept = ".docx";
    await element.updateComplete;
    expect(input.getAttribute("accept")).to.equal(".docx");
    element.accept = "";
    element.purpose = "email_attachment";
    await element.updateComplete;
    expect(input.hasAttribute("accept")).to.equal(false);
  });

  it("that cannot match any file are named on the console, once", async () => {
    const lines = expectConsole(/"accept" contains "txt\/plain", which cannot match any file and is ignored/);
    const element = await open("txt/plain, .vtt");
    await waitUntil(() => lines.length === 1, "the warning");
    element.accept = ".srt";
    await element.updateComplete;
    element.accept = "txt/plain, .vtt";
    await element.updateComplete;
    expect(text(element, ".hint")).to.match(/^VTT · /);
    expect(lines.length).to.equal(1);
  });

  it("decide about a drag as they decide about the drop", async () => {
    const { element } = await stage({ accept: "application/zip" });
    element.accept = "application/zip";
    await waitUntil(() => find(element, "input").getAttribute("accept") === "application/zip,.zip", "the judge");
    element.dispatchEvent(dragEvent("dragover", transferOf(png)));
    await element.updateComplete;
    expect(element.matches(":state(drag-refused)")).to.equal(true);
    element.dispatchEvent(dragEvent("dragover", transferOf(zip)));
    await element.updateComplete;
    expect(element.matches(":state(drag-accepted)")).to.equal(true);
    element.dispatchEvent(dragEvent("drop", transferOf(zip)));
    await waitUntil(() => element.uploads.length === 1);
  });
});
