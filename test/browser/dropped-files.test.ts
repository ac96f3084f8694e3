import { expect } from "@open-wc/testing";
import { filesFromDrop } from "../../src/browser/dropped-files.ts";
import type { FoundFiles } from "../../src/browser/found-files.ts";

/**
 * Folders as the File and Directory Entries API shows them. A page cannot make real ones in any engine but by a drop of
 * the user's (the whole-page tests do that in Chromium), and no real one is unreadable on demand.
 */
type Tree = { readonly [name: string]: Tree | "file" | "unreadable" };
const BATCH = 100;

function fileEntry(name: string, readable: boolean): FileSystemEntry {
  const file = (found: (file: File) => void, failed: (error: Error) => void) =>
    readable ? found(new File([name], name)) : failed(new DOMException("gone", "NotFoundError"));
  return { name, isFile: true, isDirectory: false, file } as unknown as FileSystemEntry;
}

function folderEntry(name: string, tree: Tree | "unreadable"): FileSystemEntry {
  const createReader = () => {
    const rest = tree === "unreadable" ? [] : Object.entries(tree);
    return {
      readEntries(found: (entries: FileSystemEntry[]) => void, failed: (error: Error) => void) {
        if (tree === "unreadable") return failed(new DOMException("no", "NotReadableError"));
        const batch = rest.splice(0, BATCH).map(([child, what]) => entryOf(child, what));
        setTimeout(() => found(batch));
      },
    };
  };
  return { name, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry;
}

function entryOf(name: string, what: Tree | "file" | "unreadable"): FileSystemEntry {
  return typeof what === "object" ? folderEntry(name, what) : fileEntry(name, what === "file");
}

type AskForHandle = (name: string) => Promise<FileSystemHandle | null>;

/** A transfer that is empty as soon as the event is over, like the browser's; it has handles where the engine has. */
function transferOf(
  entries: readonly FileSystemEntry[],
  askForHandle?: AskForHandle,
  lookUp: (entry: FileSystemEntry) => void = () => {},
): { transfer: DataTransfer; eventIsOver: () => void } {
  let over = false;
  const items = entries.map((entry) => ({
    kind: "file",
    webkitGetAsEntry: () => {
      lookUp(entry);
      return over ? null : entry;
    },
    getAsFile: () => (over ? null : new File([entry.name], entry.name)),
    ...(askForHandle && {
      getAsFileSystemHandle: () => (over ? Promise.resolve(null) : askForHandle(entry.name)),
    }),
  }));
  const transfer = {
    get items() {
      return over ? [] : items;
    },
    files: [],
  } as unknown as DataTransfer;
  return {
    transfer,
    eventIsOver: () => {
      over = true;
    },
  };
}

async function all(pieces: AsyncIterable<FoundFiles>): Promise<FoundFiles> {
  const found: FoundFiles[] = [];
  for await (const piece of pieces) found.push(piece);
  return {
    entries: found.flatMap(({ entries }) => entries),
    left: found.flatMap(({ left }) => left),
  };
}

async function droppedWithHandles(askForHandle: AskForHandle, ...entries: FileSystemEntry[]) {
  const { transfer, eventIsOver } = transferOf(entries, askForHandle);
  const reading = filesFromDrop(transfer);
  eventIsOver();
  const { entries: found } = await all(reading);
  return Promise.all(found.map(async ({ file, handle }) => [file.name, (await handle)?.name ?? null]));
}

async function dropped(...entries: FileSystemEntry[]) {
  return droppedWhere(true, ...entries);
}

async function droppedWhere(takesFolders: boolean, ...entries: FileSystemEntry[]) {
  const { transfer, eventIsOver } = transferOf(entries);
  const reading = filesFromDrop(transfer, takesFolders);
  eventIsOver();
  const { entries: found, left } = await all(reading);
  return {
    paths: found.map(({ file, folder }) => (folder ? `${folder}/${file.name}` : file.name)),
    left: left.map(({ code, name }) => `${code} ${name}`),
  };
}

describe("a drop", () => {
  it("gives files and folders, nested ones with their path, in order", async () => {
    const folder = folderEntry("meetings", {
      "a.vtt": "file",
      may: { "b.srt": "file", deep: { "c.md": "file" } },
      empty: {},
    });
    const { paths } = await dropped(fileEntry("x.txt", true), folder, fileEntry("y.txt", true));
    expect(paths).to.deep.equal(["x.txt", "meetings/a.vtt", "meetings/may/b.srt", "meetings/may/deep/c.md", "y.txt"]);
  });

  it("gives all files of a folder that is listed in batches", async () => {
    const names = Array.from({ length: 250 }, (_, index) => `${index}.txt`);
    const { paths } = await dropped(folderEntry("many", Object.fromEntries(names.map((name) => [name, "file"]))));
    expect(paths.length).to.equal(250);
    expect(new Set(paths).size).to.equal(250);
  });

  it("leaves out what systems put into folders, but not what somebody drops by itself", async () => {
    const files = [".DS_Store", "._a.vtt", "~$a.docx", "Thumbs.db", "desktop.ini", ".hidden", "a.vtt"];
    const junk = { ...Object.fromEntries(files.map((name) => [name, "file"] as const)), __MACOSX: { "b.vtt": "file" } };
    const { paths, left } = await dropped(folderEntry("f", junk as Tree), fileEntry("desktop.ini", true));
    expect(paths).to.deep.equal(["f/a.vtt", "desktop.ini"]);
    expect(left).to.deep.equal([]);
  });

  it("names each folder in which there is nothing to add", async () => {
    const folders = [
      folderEntry("empty", {}),
      folderEntry("deep", { down: {} }),
      folderEntry("junk", { ".DS_Store": "file" }),
      folderEntry("full", { "a.vtt": "file" }),
    ];
    const { paths, left } = await dropped(...folders);
    expect(paths).to.deep.equal(["full/a.vtt"]);
    expect(left).to.deep.equal(["folder-empty empty", "folder-empty deep", "folder-empty junk"]);
  });

  it("reads no folder where one file is wanted", async () => {
    const { paths, left } = await droppedWhere(false, folderEntry("f", { "a.vtt": "file" }), fileEntry("b.vtt", true));
    expect(paths).to.deep.equal(["b.vtt"]);
    expect(left).to.deep.equal(["folder-for-one f"]);
  });

  it("names what cannot be opened and goes on with the rest", async () => {
    const folder = folderEntry("f", { "locked.txt": "unreadable", "a.vtt": "file" });
    const { paths, left } = await dropped(folder, folderEntry("secret", "unreadable"));
    expect(paths).to.deep.equal(["f/a.vtt"]);
    expect(left).to.deep.equal(["unreadable f/locked.txt", "unreadable secret"]);
  });

  it("gives real files of a real transfer", async () => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["1"], "one.txt"));
    transfer.items.add("not a file", "text/plain");
    transfer.items.add(new File(["2"], "two.txt"));
    const { entries, left } = await all(filesFromDrop(transfer));
    expect(entries.map(({ file }) => file.name)).to.deep.equal(["one.txt", "two.txt"]);
    expect(left).to.deep.equal([]);
  });
});

describe("a drop of a hundred files", () => {
  const names = Array.from({ length: 100 }, (_, index) => `${index}.txt`);

  /** What the browser answered about, in order; each answer takes `ms`. */
  async function lookedUp(entries: readonly FileSystemEntry[], ms = 0) {
    const names: string[] = [];
    const { transfer, eventIsOver } = transferOf(entries, undefined, ({ name }) => {
      names.push(name);
      const end = performance.now() + ms;
      while (performance.now() < end);
    });
    const reading = filesFromDrop(transfer);
    eventIsOver();
    const { entries: found } = await all(reading);
    return { names, found: found.map(({ file, folder }) => (folder ? `${folder}/${file.name}` : file.name)) };
  }
  const files = names.map((name) => fileEntry(name, true));

  it("finds every folder, however slowly the browser answers", async () => {
    const folders = names.map((_, index) => folderEntry(`folder ${index}`, { "a.vtt": "file" }));
    const { found } = await lookedUp([...files, ...folders], 5);
    expect(found).to.deep.equal([...names, ...names.map((_, index) => `folder ${index}/a.vtt`)]);
  });

  it("finds a folder at any place, also one with a dot in its name", async () => {
    const folders = ["2026.11", ".hidden", "v1.2", "deck.pages", "Notes.PAGES"];
    const last = folders.map((name) => folderEntry(name, { "a.vtt": "file" }));
    const { found } = await lookedUp([...files, ...last]);
    expect(found).to.deep.equal([...names, ...folders.map((name) => `${name}/a.vtt`)]);
  });

  it("finds a folder among its first items even where it is called like a file", async () => {
    const { found } = await lookedUp([folderEntry("notes.vtt", { "a.vtt": "file" }), ...files]);
    expect(found).to.deep.equal(["notes.vtt/a.vtt", ...names]);
  });

  it("finds a folder that is called like a file in the virtual root of the drop", async () => {
    const last = folderEntry("notes.vtt", { "a.vtt": "file" });
    const root = folderEntry("", {}) as FileSystemDirectoryEntry;
    const rest = [...files, last];
    root.createReader = () =>
      ({ readEntries: (found: (entries: FileSystemEntry[]) => void) => found(rest.splice(0, BATCH)) }) as never;
    for (const entry of files) Object.assign(entry, { filesystem: { root } });
    const { names: asked, found } = await lookedUp([...files, last]);
    expect(asked).to.deep.equal(names.slice(0, 50));
    expect(found).to.deep.equal([...names, "notes.vtt/a.vtt"]);
  });

  it("looks up its first items and, of the rest, what has no well-known extension", async () => {
    const odd = ["more", "list.bin", "notes.", "SHOUT.TXT"].map((name) => fileEntry(name, true));
    const asked = await lookedUp([...files, ...odd]);
    expect(asked.names).to.deep.equal([...names.slice(0, 50), "more", "list.bin", "notes."]);
    expect(asked.found).to.deep.equal([...names, ...odd.map(({ name }) => name)]);
  });

  it("reads no handles", async () => {
    const asked: string[] = [];
    const { transfer } = transferOf(files, async (name) => {
      asked.push(name);
      return { kind: "file", name } as FileSystemFileHandle;
    });
    const { entries } = await all(filesFromDrop(transfer));
    expect(entries.length).to.equal(names.length);
    expect(asked).to.deep.equal([]);
  });

  it("gives all of them in order where the browser lists nothing but files", async () => {
    const transfer = new DataTransfer();
    for (const name of names) transfer.items.add(new File([name], name));
    const { entries } = await all(filesFromDrop(transfer));
    expect(entries.map(({ file }) => file.name)).to.deep.equal(names);
  });

  it("gives what was found before everything is read", async () => {
    const neverRead = { isDirectory: true, name: "slow", createReader: () => ({ readEntries: () => {} }) };
    const { transfer } = transferOf([fileEntry("a.vtt", true), neverRead as unknown as FileSystemEntry]);
    for await (const { entries } of filesFromDrop(transfer)) {
      expect(entries.map(({ file }) => file.name)).to.deep.equal(["a.vtt"]);
      return;
    }
    expect.fail("nothing came");
  });
});

describe("a drop in a browser that gives handles", () => {
  const handleOf = (name: string) => Promise.resolve({ kind: "file", name } as FileSystemFileHandle);

  it("brings each file's handle along, asked for within the event", async () => {
    const files = [fileEntry("a.vtt", true), fileEntry("b.vtt", true)];
    expect(await droppedWithHandles(handleOf, ...files)).to.deep.equal([
      ["a.vtt", "a.vtt"],
      ["b.vtt", "b.vtt"],
    ]);
  });

  it("loses no file whose handle is refused, missing, a folder's or never comes", async () => {
    const names = ["rejected", "thrown", "null", "folder", "never", "fine"];
    const found = await droppedWithHandles(
      (name) => {
        switch (name) {
          case "rejected":
            return Promise.reject(new DOMException("no", "NotAllowedError"));
          case "thrown":
            throw new DOMException("no", "SecurityError");
          case "null":
            return Promise.resolve(null);
          case "folder":
            return Promise.resolve({ kind: "directory", name } as FileSystemDirectoryHandle);
          case "never":
            return new Promise(() => {});
          default:
            return handleOf(name);
        }
      },
      ...names.map((name) => fileEntry(name, true)),
    );
    expect(found).to.deep.equal([...names.slice(0, -1).map((name) => [name, null]), ["fine", "fine"]]);
  });

  it("leaves folders as they are", async () => {
    const found = await droppedWithHandles(handleOf, folderEntry("f", { "a.vtt": "file" }), fileEntry("b.vtt", true));
    expect(found).to.deep.equal([
      ["a.vtt", null],
      ["b.vtt", "b.vtt"],
    ]);
  });
});
