import { expect } from "@open-wc/testing";
import { filesFromInput } from "../../src/browser/picked-files.ts";
import { isJunkInFolder } from "../../src/engine/queue/folder-junk.ts";

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
    expect(filesFromInput(input).map(({ file, folder }) => [file.name, folder])).to.deep.equal([
      ["a.vtt", ""],
      ["desktop.ini", ""],
    ]);
  });

  it("is taken with its folder", () => {
    const files = [fileAt("may/a.vtt"), fileAt("may/week 1/b.vtt")];
    const input = { files } as unknown as HTMLInputElement;
    expect(filesFromInput(input).map(({ file, folder }) => [file.name, folder])).to.deep.equal([
      ["a.vtt", "may"],
      ["b.vtt", "may/week 1"],
    ]);
  });

  it("is nothing when nothing was chosen", () => {
    expect(filesFromInput(document.createElement("input"))).to.deep.equal([]);
  });
});

describe("a file in a folder is junk", () => {
  const isJunk = (path: string) => {
    const [name = "", ...folders] = path.split("/").reverse();
    return isJunkInFolder({ file: new File(["x"], name), folder: folders.reverse().join("/") });
  };

  for (const name of ["._a.vtt", ".DS_Store", ".hidden", "~$minutes.docx", "Thumbs.db", "THUMBS.DB", "desktop.ini"]) {
    it(`when it is called ${name}`, () => expect(isJunk(`may/${name}`)).to.equal(true));
  }

  it("when a folder around it is, but not the outermost", () => {
    expect(isJunk("may/__MACOSX/a.vtt")).to.equal(true);
    expect(isJunk("may/.git/a.vtt")).to.equal(true);
    expect(isJunk(".hidden/a.vtt")).to.equal(false);
  });

  it("not by a name that only contains such a name", () => {
    for (const name of ["a._b.vtt", "weekly~$.txt", "My Thumbs.db.txt", "desktop.ini.vtt", "a.DS_Store"]) {
      expect(isJunk(`may/${name}`), name).to.equal(false);
    }
  });

  it("never without a folder", () => expect(isJunk("Thumbs.db")).to.equal(false));
});
