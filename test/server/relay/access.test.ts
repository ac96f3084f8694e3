import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { join } from "node:path";
import { beforeEach, describe, it } from "node:test";
import type { RunningEmulator } from "../../../demo/emulator/index.ts";
import { createRelay, type RelayOptions } from "../../../src/server/relay/index.ts";
import * as lab from "./relay-lab.ts";

const bytes = lab.bytesOf(1000);
const bearer = (token: string) => ({ Authorization: `Bearer ${token}`, "Tus-Resumable": "1.0.0" });

describe("access to an upload", () => {
  let emulator: RunningEmulator;
  let running: lab.RunningRelay;
  let upload: lab.Upload;

  beforeEach(async () => {
    emulator = await lab.emulate();
    running = await lab.startRelay();
    upload = await lab.openUpload(running, emulator, bytes.length);
    await lab.patch(upload, 0, bytes.slice(0, 10));
  });

  /** Every request for it. */
  const calls: readonly (readonly [string, (headers: Record<string, string>) => Promise<Response>])[] = [
    ["HEAD", (headers) => lab.head({ url: upload.url, headers })],
    ["PATCH", (headers) => lab.patch({ url: upload.url, headers }, 10, bytes.slice(10))],
    ["DELETE", (headers) => lab.remove({ url: upload.url, headers })],
    [
      "POST",
      (headers) =>
        fetch(running.url, { method: "POST", headers: { ...headers, "Upload-Length": String(bytes.length) } }),
    ],
  ];

  const intruders: readonly (readonly [string, number, string | null, () => Promise<Record<string, string>>])[] = [
    ["nobody", 401, "token_missing", async () => ({ "Tus-Resumable": "1.0.0" })],
    [
      "a token whose time is over",
      401,
      "token_expired",
      async () => bearer(await lab.tokenFor(upload.file.id, { expiresAt: Date.now() - 1 })),
    ],
    [
      "a token with another signature",
      403,
      "token_invalid",
      async () => bearer(upload.token.replace(/.$/, (last) => (last === "A" ? "E" : "A"))),
    ],
    [
      "a token with its time stretched",
      403,
      "token_invalid",
      async () => {
        const payload = Buffer.from(JSON.stringify({ f: upload.file.id, e: Date.now() + 1e12, m: "upload" }));
        return bearer(`${payload.toString("base64url")}.${upload.token.split(".")[1]}`);
      },
    ],
    [
      "a token of another secret",
      403,
      "token_invalid",
      async () => bearer(await lab.tokenFor(upload.file.id, { secret: "x" })),
    ],
    [
      "another user's token for this file",
      403,
      "token_invalid",
      async () => bearer(await lab.tokenFor(upload.file.id, { subject: "eve" })),
    ],
    ["nonsense", 403, "token_invalid", async () => bearer("..%00..")],
  ];
  for (const [who, status, code, headersOf] of intruders) {
    for (const [method, send] of calls) {
      // Without a readable file id, POST cannot look for an upload.
      const expected = method === "POST" && who === "nonsense" ? 404 : status;
      it(`refuses ${who} at ${method} with ${expected}`, async () => {
        const response = await send(await headersOf());
        assert.equal(response.status, expected);
        assert.equal(response.headers.get("content-type"), "application/json");
        if (method !== "HEAD" && expected === status) assert.equal((await lab.errorOf(response)).code, code);
        assert.equal(lab.offsetOf(await lab.head(upload)), 10, "the upload was touched");
      });
    }
  }

  it("refuses the same user's token for another file", async () => {
    const other = await lab.openUpload(running, emulator, bytes.length);
    for (const [method, send] of calls.slice(0, 3)) {
      assert.equal((await send(bearer(other.token))).status, 403, method);
    }
    assert.equal(lab.offsetOf(await lab.head(upload)), 10);
  });

  it("accepts tokens of an older secret while secrets are replaced", async () => {
    const rotated = await lab.startRelay({
      directory: running.directory,
      secret: ["a new secret, which signs from now on", lab.SECRET],
    });
    const url = upload.url.replace(running.url, rotated.url);
    assert.equal((await lab.head({ url, headers: upload.headers })).status, 200);
    const post = await fetch(rotated.url, {
      method: "POST",
      headers: { ...upload.headers, "Upload-Length": String(bytes.length) },
    });
    assert.deepEqual([post.status, lab.offsetOf(post)], [201, 10]);
    await rotated.relay.forget(upload);
    assert.deepEqual(await lab.leftovers(running), []);
  });
});

describe("the URLs of a relay", () => {
  /** Sends a path unchanged, which `fetch` and `URL` would normalize. */
  function raw(base: string, method: string, path: string, headers: Record<string, string>): Promise<number> {
    const { hostname, port } = new URL(base);
    return new Promise((resolve, reject) => {
      const request = httpRequest({ hostname, port, method, path, headers, agent: false }, (response) => {
        response.resume().on("end", () => resolve(response.statusCode ?? 0));
      });
      request.on("error", reject).end();
    });
  }

  it("reach bindings only: no other path, no other entry of the store, no file beside it", async () => {
    const emulator = await lab.emulate();
    const running = await lab.startRelay();
    const upload = await lab.openUpload(running, emulator, bytes.length);
    await lab.patch(upload, 0, bytes.slice(0, 10));
    writeFileSync(join(running.directory, "victim"), "still here");
    const before = readdirSync(running.directory);
    const stored = before.filter((name) => name.startsWith("b"));
    assert.equal(stored.length, 2);
    const id = upload.url.slice(upload.url.lastIndexOf("/") + 1);
    const paths = [
      ...stored,
      "victim",
      "../victim",
      "..%2fvictim",
      "%2e%2e/victim",
      "..%5cvictim",
      `${id}.json`,
      `${id}%00`,
      `${id}/../victim`,
      `${id}%2f..%2fvictim`,
      `r${id.slice(1)}`,
      id.toUpperCase(),
      "__proto__",
      "%",
      "f".repeat(10_000),
    ].map((path) => `/api/relay/${path}`);
    for (const path of [...paths, "//evil/x", "/etc/passwd", "/api/relay?x=../victim"]) {
      for (const method of ["HEAD", "PATCH", "DELETE", "GET", "PUT"]) {
        const status = await raw(running.url, method, path, { ...upload.headers, "upload-offset": "0" });
        assert.ok([404, 405].includes(status), `${method} ${path} answered ${status}`);
      }
    }
    assert.deepEqual(readdirSync(running.directory), before);
    assert.equal(lab.offsetOf(await lab.head(upload)), 10);
  });

  it("survive an invalid Host", async () => {
    const running = await lab.startRelay();
    assert.equal(await raw(running.url, "HEAD", "/api/relay/x", { host: "a b" }), 400);
  });
});

describe("the tus protocol", () => {
  let emulator: RunningEmulator;
  let running: lab.RunningRelay;
  let upload: lab.Upload;
  const send = (method: string, headers: Record<string, string>) =>
    fetch(method === "POST" ? running.url : upload.url, { method, headers: { ...upload.headers, ...headers } });

  beforeEach(async () => {
    emulator = await lab.emulate();
    running = await lab.startRelay();
    upload = await lab.openUpload(running, emulator, bytes.length);
  });

  it("announces its capabilities", async () => {
    const { status, headers } = await fetch(running.url, { method: "OPTIONS" });
    assert.equal(status, 204);
    assert.equal(headers.get("tus-version"), "1.0.0");
    assert.equal(headers.get("tus-extension"), "creation,termination,expiration");
    assert.equal(headers.get("tus-max-size"), "536870912");
  });

  it("requires its version, a content type, an offset and a length", async () => {
    const octets = { "Content-Type": "application/offset+octet-stream" };
    assert.equal((await send("HEAD", { "Tus-Resumable": "0.2.0" })).status, 412);
    assert.equal((await send("PATCH", { "Content-Type": "text/plain", "Upload-Offset": "0" })).status, 415);
    assert.equal((await send("PATCH", octets)).status, 400);
    assert.equal((await send("PATCH", { ...octets, "Upload-Offset": "-1" })).status, 400);
    assert.equal((await send("POST", {})).status, 400);
    assert.equal((await send("POST", { "Upload-Length": "999" })).status, 400);
    assert.equal((await send("POST", { "Upload-Length": "1001" })).status, 413);
    assert.equal((await send("GET", {})).status, 405);
  });

  it("refuses more bytes than the file has, with and without a length", async () => {
    const tooMany = lab.bytesOf(bytes.length + 1);
    assert.equal((await lab.patch(upload, 0, tooMany)).status, 413);
    const init: RequestInit & { duplex: "half" } = {
      method: "PATCH",
      headers: { ...upload.headers, "Content-Type": "application/offset+octet-stream", "Upload-Offset": "0" },
      body: new Blob([tooMany]).stream(),
      duplex: "half",
    };
    assert.equal((await fetch(upload.url, init)).status, 413);
    assert.equal(lab.puts(emulator, upload.file).length, 0);
  });

  it("announces when unfinished bytes expire", async () => {
    const post = await send("POST", { "Upload-Length": String(bytes.length) });
    const told = await lab.patch(upload, 0, bytes.slice(0, 10));
    for (const { headers } of [post, told]) {
      const inHours = (Date.parse(headers.get("upload-expires") ?? "") - Date.now()) / 3_600_000;
      assert.ok(inHours > 23.9 && inHours <= 24, `${inHours} hours`);
    }
  });

  it("never sends the store's metadata, which contains the presigned URL", async () => {
    const answers = [await lab.head(upload), await send("POST", { "Upload-Length": String(bytes.length) })];
    for (const { headers } of answers) assert.equal(headers.get("upload-metadata"), null);
  });
});

describe("a page of another origin", () => {
  const PAGE = "https://app.example.com";

  it("may call if its origin is listed, and read the headers of tus", async () => {
    const emulator = await lab.emulate();
    const running = await lab.startRelay({ allowedOrigins: [PAGE] });
    const upload = await lab.openUpload(running, emulator, bytes.length);
    const preflight = await fetch(upload.url, {
      method: "OPTIONS",
      headers: { origin: PAGE, "access-control-request-method": "PATCH", "access-control-request-headers": "x-evil" },
    });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get("access-control-allow-origin"), PAGE);
    assert.equal(preflight.headers.get("access-control-allow-methods"), "POST, HEAD, PATCH, DELETE");
    const allowed = preflight.headers.get("access-control-allow-headers")?.toLowerCase() ?? "";
    for (const name of ["authorization", "content-type", "tus-resumable", "upload-offset", "upload-length"]) {
      assert.ok(allowed.split(", ").includes(name), name);
    }
    assert.doesNotMatch(allowed, /evil/);
    const unauthorized = await fetch(upload.url, {
      method: "HEAD",
      headers: { origin: PAGE, "Tus-Resumable": "1.0.0" },
    });
    const told = await lab.head({ url: upload.url, headers: { ...upload.headers, origin: PAGE } });
    for (const { headers } of [unauthorized, told]) {
      assert.equal(headers.get("access-control-allow-origin"), PAGE);
      const exposed = headers.get("access-control-expose-headers")?.split(", ") ?? [];
      for (const name of [
        "Upload-Offset",
        "Upload-Length",
        "Location",
        "Tus-Resumable",
        "Upload-Expires",
        "Retry-After",
      ]) {
        assert.ok(exposed.includes(name), name);
      }
      assert.match(headers.get("vary") ?? "", /origin/i);
    }
  });

  it("may not call otherwise: only the relay's own origin may", async () => {
    const emulator = await lab.emulate();
    const running = await lab.startRelay();
    const upload = await lab.openUpload(running, emulator, bytes.length);
    for (const origin of [PAGE, "null", `${PAGE}.evil.example`]) {
      const refused = await lab.head({ url: upload.url, headers: { ...upload.headers, origin } });
      assert.equal(refused.status, 403);
      assert.equal(refused.headers.get("access-control-allow-origin"), null);
    }
    const own = await lab.head({
      url: upload.url,
      headers: { ...upload.headers, origin: new URL(running.url).origin },
    });
    assert.equal(own.status, 200);
  });

  it("may call if its origin is that of the relay's `url`", async () => {
    const emulator = await lab.emulate();
    const running = await lab.startRelay({ url: "https://files.example.com/api/relay" });
    const { url, headers } = await lab.openUpload(running, emulator, bytes.length);
    assert.match(url, /^https:\/\/files\.example\.com\/api\/relay\/f[0-9a-f]{64}$/);
    const here = url.replace("https://files.example.com/api/relay", running.url);
    const told = await lab.head({ url: here, headers: { ...headers, origin: "https://files.example.com" } });
    assert.equal(told.status, 200);
  });
});

describe("the address of an upload, if the relay's `url` is a path", () => {
  it("is on the origin that the page used, which a server behind a proxy does not see", async () => {
    const emulator = await lab.emulate();
    const { relay } = await lab.startRelay();
    const file = await lab.createFile(emulator, bytes.length);
    const headers = { origin: "https://app.example.com", "sec-fetch-site": "same-origin" };
    const request = new Request("http://10.0.0.7:3000/api/uploads", { method: "POST", headers });
    const transfer = await relay.transfer(file, { request, subject: "", token: "t", replaces: null });
    assert.match(transfer.url, /^https:\/\/app\.example\.com\/api\/relay\/f[0-9a-f]{64}$/);
  });
});

describe("createRelay's options", () => {
  const good = { url: "/api/relay", secret: lab.SECRET, directory: lab.temporaryFolder() };
  const bad: readonly (readonly [string, object, RegExp])[] = [
    ["no secret", { secret: "" }, /needs `secret`/],
    ["a secret that can be guessed", { secret: [lab.SECRET, "short"] }, /32 characters/],
    ["no secrets", { secret: [] }, /needs `secret`/],
    ["no url", { url: "" }, /needs `url`/],
    ["a url with another scheme", { url: "ftp://x/y" }, /needs `url`/],
    ["no place for the bytes", { directory: undefined }, /either `directory`.*or `store`/],
    ["a limit of nothing", { maxFileBytes: 0 }, /`maxFileBytes` must be a number above 0/],
    ["a chunk of no number", { chunkBytes: Number.NaN }, /`chunkBytes`/],
    ["an origin with a path", { allowedOrigins: ["https://app.example.com/"] }, /exact origins/],
    [
      "a bound on what it cannot count",
      { directory: undefined, store: { read: () => {} }, maxUploads: 5 },
      /`listStored`/,
    ],
    ["a store that cannot read", { directory: undefined, store: {} }, /`read`/],
  ];
  for (const [what, change, sentence] of bad) {
    it(`refuse ${what}`, () => {
      assert.throws(() => createRelay({ ...good, ...change } as RelayOptions), sentence);
    });
  }
});
