import { expect } from "@open-wc/testing";
import type { CreateReply, FileReply } from "../../src/host/protocol.ts";
import { backend, control } from "./backend-client.ts";

interface Stored {
  readonly filename: string;
  readonly status: string;
  readonly md5: string | null;
}

const JSON_HEADERS = { "content-type": "application/json" };
const HELLO = { filename: "hello.txt", mimeType: "text/plain", sizeBytes: 5 };
const HELLO_MD5 = "5d41402abc4b2a76b9719d911017c592";

function create(endpoint: string): Promise<Response> {
  return fetch(endpoint, { method: "POST", headers: JSON_HEADERS, body: JSON.stringify(HELLO) });
}

describe("the local Lightfield that integration tests send to", () => {
  beforeEach(() => control("POST", "/__emulator/clear", {}));

  for (const where of ["hostEndpoint", "crossOriginHost"] as const) {
    it(`takes a file by way of the ${where} and shows what it holds`, async () => {
      const endpoint = (await backend())[where];
      const session = (await (await create(endpoint)).json()) as CreateReply;
      const put = { method: "PUT", headers: session.uploadHeaders, body: new Blob(["hello"]) };
      expect((await fetch(session.uploadUrl, put)).status).to.equal(200);
      const body = JSON.stringify({ md5: HELLO_MD5 });
      const completed = await fetch(`${endpoint}/${session.id}/complete`, {
        method: "POST",
        headers: { ...JSON_HEADERS, "x-lightfield-file-token": session.token ?? "" },
        body,
      });
      expect(((await completed.json()) as FileReply).status).to.equal("COMPLETED");

      const [stored] = (await control("GET", "/__emulator/files")) as Stored[];
      expect(stored).to.include({ filename: "hello.txt", status: "COMPLETED", md5: HELLO_MD5 });
    });
  }

  it("misbehaves as it is told to, and forgets that when it is cleared", async () => {
    const { hostEndpoint } = await backend();
    await control("POST", "/__emulator/faults", { at: "create", do: "status", status: 403, times: 100 });
    expect((await create(hostEndpoint)).status).to.equal(403);
    await control("POST", "/__emulator/clear", {});
    expect((await create(hostEndpoint)).ok).to.equal(true);
    expect(await control("GET", "/__emulator/files")).to.have.length(1);
  });

  it("moves its clock, so that a session can be over at once", async () => {
    const { hostEndpoint } = await backend();
    await create(hostEndpoint);
    await control("POST", "/__emulator/advance", { ms: 24 * 3_600_000 });
    const [stored] = (await control("GET", "/__emulator/files")) as Stored[];
    expect(stored?.status).to.equal("EXPIRED");
  });
});
