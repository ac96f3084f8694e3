import { expect } from "@open-wc/testing";
import { isUsable, openHandle } from "../../src/browser/file-handle.ts";

/**
 * A handle as Chromium gives it for a file of the user's. Real ones come from a drop or a dialog only, and nobody is
 * there to answer the question that a real one asks.
 */
function handleOf(permission: PermissionState, answer: () => Promise<PermissionState>) {
  const asked: string[] = [];
  const file = new File(["hello"], "a.vtt");
  const handle = {
    kind: "file",
    queryPermission: async ({ mode }: { mode: string }) => {
      asked.push(`query ${mode}`);
      return permission;
    },
    requestPermission: ({ mode }: { mode: string }) => {
      asked.push(`request ${mode}`);
      return answer();
    },
    getFile: async () => file,
  } as unknown as FileSystemFileHandle;
  return { handle, asked, file };
}
const yes = async () => "granted" as const;
const no = async () => "denied" as const;
const ignored = async () => "prompt" as const;

describe("a kept handle", () => {
  it("opens without a question where the permission still holds", async () => {
    const { handle, asked, file } = handleOf("granted", no);
    expect(await openHandle(handle)).to.equal(file);
    expect(asked).to.deep.equal(["query read"]);
  });

  it("asks to read where it must, and opens after a yes", async () => {
    const { handle, asked, file } = handleOf("prompt", yes);
    expect(await openHandle(handle)).to.equal(file);
    expect(asked).to.deep.equal(["query read", "request read"]);
  });

  it("opens nothing after a no, an unanswered question, or one that may not be asked", async () => {
    const outsideOfAClick = () => Promise.reject(new DOMException("User activation is required", "SecurityError"));
    for (const answer of [no, ignored, outsideOfAClick]) {
      expect(await openHandle(handleOf("prompt", answer).handle)).to.equal(null);
    }
    const { handle, asked } = handleOf("denied", yes);
    expect(await openHandle(handle)).to.equal(null);
    expect(asked).to.deep.equal(["query read"]);
  });

  it("counts as usable unless the browser has refused it", async () => {
    expect(await isUsable(handleOf("granted", no).handle)).to.equal(true);
    expect(await isUsable(handleOf("prompt", no).handle)).to.equal(true);
    expect(await isUsable(handleOf("denied", yes).handle)).to.equal(false);
    expect(await isUsable(undefined)).to.equal(false);
  });
});
