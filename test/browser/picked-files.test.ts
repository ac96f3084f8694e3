import { expect } from "@open-wc/testing";
import { entriesFromInput, filesFromPaste } from "../../src/browser/picked-files.ts";

function transferOf(...files: File[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
}

/** A file as an input for folders gives it. */
function fileAt(path: string): File {
  const file = new File(["x"], path.slice(path.lastIndexOf("/") + 1));
  Object.defineProperty(file, "webkitRelativePath", { value: path });
  return file;
}

describe("what a file input holds", () => {
  it("is taken without a folder", () => {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    input.files = transferOf(new File(["x"], "a.vtt"), new File(["y"], "desktop.ini")).files;
    expect(entriesFromInput(input).map(({ file, folder }) => [file.name, folder])).to.deep.equal([
      ["a.vtt", ""],
      ["desktop.ini", ""],
    ]);
  });

  it("is taken with its folder, and without the system's own files", () => {
    const files = [fileAt("may/a.vtt"), fileAt("may/week 1/b.vtt"), fileAt("may/.DS_Store")];
    const input = { files } as unknown as HTMLInputElement;
    expect(entriesFromInput(input).map(({ file, folder }) => [file.name, folder])).to.deep.equal([
      ["a.vtt", "may"],
      ["b.vtt", "may/week 1"],
    ]);
  });

  it("is nothing when nothing was chosen", () => {
    expect(entriesFromInput(document.createElement("input"))).to.deep.equal([]);
  });
});

describe("a paste", () => {
  it("gives the files, and nothing for text", () => {
    expect(filesFromPaste(transferOf(new File(["x"], "shot.png"))).map(({ file }) => file.name)).to.deep.equal([
      "shot.png",
    ]);
    const text = new DataTransfer();
    text.items.add("hello", "text/plain");
    expect(filesFromPaste(text)).to.deep.equal([]);
  });
});
