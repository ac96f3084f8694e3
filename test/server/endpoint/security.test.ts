import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import {
  createTokenEndpoint,
  type FileEvent,
  type FileTokenClaims,
  type HostCall,
  type TokenEndpointOptions,
} from "../../../src/server/index.ts";
import { CREATED, FILE, NEW_FILE, startUpstream, type Upstream } from "../scripted-upstream.ts";
import { API_KEY, createLab, ENDPOINT, get, type Lab, PAGE, post, proof, SECRET } from "../support.ts";

const HOUR = 3_600_000;

const endpointWith = (options: Partial<TokenEndpointOptions>) =>
  createTokenEndpoint({ apiKey: API_KEY, secret: SECRET, authorize: () => true, ...options });

describe("the endpoint on a public page", () => {
  let upstream: Upstream;
  let lab: Lab;
  const ada: Partial<TokenEndpointOptions> = {
    authorize: () => ({ subject: "ada", reads: { ids: () => ({ ids: [], totalCount: 0 }) } }),
  };

  before(async () => {
    upstream = await startUpstream();
  });
  after(() => upstream.close());
  beforeEach(() => {
    upstream.received.length = 0;
    upstream.answer(({ method, url }) => {
      if (url.endsWith("/url")) return { json: { url: "https://storage.example/get", expiresAt: FILE.createdAt } };
      return { json: method === "POST" && url === "/v1/files" ? CREATED : FILE };
    });
    lab = createLab(() => upstream);
  });
  afterEach(() => lab.assertNothingLeaked());

  const CALLS: readonly [string, (headers: Record<string, string>) => Request][] = [
    ["complete", (headers) => post("/fil_1/complete", {}, headers)],
    ["cancel", (headers) => post("/fil_1/cancel", {}, headers)],
    ["retrieve", (headers) => get("/fil_1", headers)],
    ["url", (headers) => get("/fil_1/url", headers)],
  ];

  describe("protects files of other users", () => {
    const mine: Partial<FileTokenClaims> = { subject: "ada" };
    /** A token with a changed payload and the original signature. */
    async function tampered(): Promise<Record<string, string>> {
      const { "x-lightfield-file-token": token = "" } = await proof({ ...mine, fileId: "fil_2" });
      const payload = Buffer.from(token.split(".")[0] ?? "", "base64url")
        .toString()
        .replace("fil_2", "fil_1");
      return { "x-lightfield-file-token": `${Buffer.from(payload).toString("base64url")}.${token.split(".")[1]}` };
    }
    const TOKENS: readonly [string, number, string, () => Promise<Record<string, string>>][] = [
      ["none", 401, "token_missing", async () => ({})],
      ["one that is over", 401, "token_expired", () => proof({ ...mine, expiresAt: Date.now() - 1 })],
      ["another user's", 403, "token_invalid", () => proof({ subject: "bob" })],
      ["a nameless user's", 403, "token_invalid", () => proof({ subject: "" })],
      ["one of another file", 403, "token_invalid", () => proof({ ...mine, fileId: "fil_2" })],
      ["a tampered one", 403, "token_invalid", tampered],
      ["one of another server", 403, "token_invalid", () => proof(mine, `${SECRET}!`)],
      ["nonsense", 403, "token_invalid", async () => ({ "x-lightfield-file-token": "nonsense" })],
      ["a host's own login", 401, "token_missing", async () => ({ authorization: "Bearer eyJ.eyJ.sig" })],
    ];
    for (const [call, request] of CALLS) {
      for (const [what, status, code, headers] of TOKENS) {
        it(`${call} with ${what}: ${status}`, async () => {
          const reply = await lab.ask(request(await headers()), ada);
          assert.deepEqual([reply.status, reply.json.error?.code], [status, code]);
          assert.ok(reply.json.error?.message);
          assert.equal(upstream.received.length, 0, "Lightfield was asked");
          assert.deepEqual(lab.logged, [], "a stranger can fill the log");
        });
      }

      it(`${call} with the file's own token`, async () => {
        assert.equal((await lab.ask(request(await proof(mine)), ada)).status, 200);
        const { "x-lightfield-file-token": token } = await proof(mine);
        assert.equal((await lab.ask(request({ authorization: `Bearer ${token}` }), ada)).status, 200);
      });
    }

    it("is valid for a day after the session, for late completions, and not longer", async (test) => {
      const { json } = await lab.ask(post("", NEW_FILE), ada);
      const own = { "x-lightfield-file-token": String(json.token) };
      const end = Date.parse(CREATED.expiresAt);
      for (const [at, status] of [
        [end + 23 * HOUR, 200],
        [end + 24 * HOUR, 401],
      ] as const) {
        const now = test.mock.method(Date, "now", () => at);
        assert.equal((await lab.ask(get("/fil_1", own), ada)).status, status);
        now.mock.restore();
      }
    });

    it("a stolen idempotency key does not lead to another user's session", async () => {
      const key = { "idempotency-key": "the-same" };
      const bob = { authorize: () => ({ subject: "bob" }) };
      await lab.ask(post("", NEW_FILE, key), ada);
      await lab.ask(post("", NEW_FILE, key), ada);
      await lab.ask(post("", NEW_FILE, key), bob);
      const [first, again, other] = upstream.received.map(({ headers }) => headers["idempotency-key"]);
      assert.equal(first, again);
      assert.notEqual(first, other);
    });

    it("a subject that is not a string is reported as an error, not used for all users", async () => {
      for (const subject of [{ id: 1 }, 7, null]) {
        const options = { authorize: () => ({ subject: subject as unknown as string }) };
        assert.equal((await lab.ask(post("", NEW_FILE), options)).status, 500);
      }
      assert.match(lab.logged.join(), /subject.*as a string/);
      assert.equal(upstream.received.length, 0);
    });
  });

  describe("validates everything from the browser", () => {
    const NASTY = [
      "a\r\nx-evil: 1",
      "../../meetings",
      "..\\..\\boot.ini",
      "//evil.example/x",
      "https://evil.example/x",
      "\u202egpj.exe",
      "<img src=x onerror=alert(1)>",
      "{{7*7}}%s%00",
    ];
    const FIELDS = ["filename", "mimeType", "sizeBytes", "purpose", "replaces", "context"] as const;
    for (const field of FIELDS) {
      it(`Lightfield gets a valid call or none, whatever ${field} contains`, async () => {
        for (const text of NASTY) {
          upstream.received.length = 0;
          const reply = await lab.ask(post("", { ...NEW_FILE, [field]: text }, { "idempotency-key": "k" }));
          assert.ok([200, 400].includes(reply.status), `${reply.status} for ${text}`);
          for (const { url, headers, body } of upstream.received) {
            assert.equal(url, "/v1/files");
            assert.equal(headers["x-evil"], undefined);
            const sent = JSON.parse(body);
            assert.deepEqual(Object.keys(sent).sort(), ["filename", "mimeType", "sizeBytes"]);
            // biome-ignore lint/suspicious/noControlCharactersInRegex: the test is that there are none.
            assert.doesNotMatch(sent.filename, /[\u0000-\u001f\\/\u202e]/);
          }
        }
      });
    }

    for (const path of [
      "/fil_1%0d%0ax-evil:%201/complete",
      "/fil_..%2f..%2fmeetings",
      "/fil_1/../../meetings",
      "//evil.example/fil_1",
      "/fil_1/complete/../../x",
      "/fil_1%2fcomplete",
      "/fil_1%00",
      "/fil_1;x=1",
      "/fil_ü",
    ]) {
      it(`the path ${path} is not found, or is the user's own file`, async () => {
        await lab.ask(get(path, await proof()));
        for (const { url } of upstream.received) assert.equal(url, "/v1/files/fil_1");
      });
    }

    const evil = '{"filename":"e.exe","mimeType":"a/b","sizeBytes":1,"fileId":"fil_2","reads":true,"isAdmin":true}';
    for (const key of ["__proto__", "constructor", "prototype"]) {
      it(`"${key}" is harmless in every field`, async () => {
        const calls: HostCall[] = [];
        const events: FileEvent[] = [];
        const options: Partial<TokenEndpointOptions> = {
          authorize: () => ({ allows: (call) => calls.push(call) > 0 }),
          onCreated: (event) => void events.push(event),
        };
        const bad = `{"${key}":${evil}}`;
        assert.equal((await lab.ask(post("", bad), options)).json.error?.param, "filename");
        const fields = {
          filename: '"a.vtt"',
          mimeType: '"text/vtt"',
          sizeBytes: "12",
          purpose: '"p"',
          replaces: '"fil_0"',
          context: "{}",
        };
        for (const field of FIELDS) {
          const json = Object.entries({ ...fields, [field]: bad }).map(([name, value]) => `"${name}":${value}`);
          const reply = await lab.ask(post("", `{${json},"${key}":${evil}}`), options);
          assert.equal(reply.status, field === "context" ? 200 : 400, field);
        }
        const deep = `{"a":[{"b":${bad}}],"c":1}`;
        await lab.ask(post("", `{"filename":"a.vtt","mimeType":"text/vtt","sizeBytes":12,"context":${deep}}`), options);
        assert.deepEqual(
          events.map(({ context }) => context),
          [{}, { a: [{ b: {} }], c: 1 }],
        );
        assert.equal(
          (await lab.ask(post("/fil_1/complete", `{"${key}":{"md5":"x"}}`, await proof()), options)).status,
          200,
        );
        for (const value of [...calls, ...events.map(({ context }) => context), {}]) {
          assert.equal(Reflect.get(Object(value), "isAdmin"), undefined);
        }
        assert.equal(Reflect.get({}, "filename"), undefined, "Object.prototype was changed");
      });
    }
  });

  describe("refuses other sites", () => {
    const cookies = { cookie: "session=ada" };
    let asked = 0;
    const counting: Partial<TokenEndpointOptions> = {
      authorize: () => {
        asked += 1;
        return { reads: true };
      },
    };
    const FOREIGN: readonly [string, Record<string, string>][] = [
      ["an Origin of another site", { origin: "https://evil.example" }],
      ["an opaque Origin", { origin: "null" }],
      ["no Origin, as an image or a link has", { "sec-fetch-site": "cross-site" }],
      ["an Origin of another subdomain", { origin: "https://blog.app.example", "sec-fetch-site": "same-site" }],
      ["no Origin, from another subdomain", { "sec-fetch-site": "same-site" }],
      ["its own host over plain HTTP, seen from behind a proxy", { origin: PAGE, "sec-fetch-site": "cross-site" }],
    ];
    for (const [what, headers] of FOREIGN) {
      it(`refuses ${what}, with cookies, before authorize is called`, async () => {
        asked = 0;
        for (const request of [post("", NEW_FILE, { ...headers, ...cookies }), get("", { ...headers, ...cookies })]) {
          const reply = await lab.ask(request, counting);
          assert.deepEqual([reply.status, reply.json.error?.code], [403, "origin_not_allowed"]);
          assert.equal(reply.headers.get("access-control-allow-origin"), null);
          assert.equal(reply.headers.get("access-control-allow-credentials"), null);
        }
        assert.equal(asked, 0);
        assert.equal(upstream.received.length, 0);
      });
    }

    describe("behind a proxy that changes the address of a request", () => {
      const inside = (headers: Record<string, string>) =>
        new Request("http://127.0.0.1:3000/api/uploads", {
          method: "POST",
          headers: { "content-type": "application/json", ...headers },
          body: JSON.stringify(NEW_FILE),
        });
      const publicUrl = "https://app.example/anything";

      it("accepts its own page by publicUrl if the browser sends no Sec-Fetch-Site", async () => {
        const own = { origin: "https://app.example" };
        assert.equal((await lab.ask(inside(own))).status, 403);
        const reply = await lab.ask(inside(own), { publicUrl });
        assert.equal(reply.status, 200);
        assert.equal(reply.headers.get("access-control-allow-origin"), null);
      });

      it("accepts no other page by publicUrl, not even one with the inner address", async () => {
        for (const origin of ["http://127.0.0.1:3000", "http://app.example", "https://evil.example", "null"]) {
          assert.equal((await lab.ask(inside({ origin }), { publicUrl })).status, 403, origin);
        }
      });

      it("needs an absolute URL", () => {
        for (const wrong of ["/api", "app.example", "ftp://app.example"]) {
          assert.throws(() => endpointWith({ publicUrl: wrong }), /`publicUrl` must be an absolute http\(s\) URL/);
        }
      });
    });

    it("refuses what a page may send without a preflight: a form, text, a file", async () => {
      for (const type of ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"]) {
        for (const body of [JSON.stringify(NEW_FILE), ""]) {
          const request = new Request(`${ENDPOINT}/fil_1/cancel`, {
            method: "POST",
            body,
            headers: { "content-type": type },
          });
          assert.equal((await lab.ask(request, counting)).status, 415, `${type} ${body}`);
        }
      }
    });

    it("never responds with a wildcard", async () => {
      const other = "https://pages.example";
      for (const headers of [{ origin: other }, { origin: PAGE }, {}] as Record<string, string>[]) {
        const { headers: answered } = await lab.ask(post("", NEW_FILE, headers), { allowedOrigins: [other] });
        assert.notEqual(answered.get("access-control-allow-origin"), "*");
      }
    });

    it("allows its own page and the address bar", async () => {
      for (const headers of [
        { origin: PAGE, "sec-fetch-site": "same-origin" },
        { "sec-fetch-site": "same-origin" },
        { "sec-fetch-site": "none" },
        { origin: PAGE },
        {},
      ] as Record<string, string>[]) {
        assert.equal(
          (await lab.ask(get("/fil_1", { ...headers, ...(await proof()) }))).status,
          200,
          JSON.stringify(headers),
        );
      }
    });
  });

  it("removes presigned URLs from errors of the host's code in the log", async () => {
    const transfer = (file: { uploadUrl: string }) => {
      throw new Error(`connect ECONNREFUSED ${file.uploadUrl}`, { cause: new Error(JSON.stringify(file)) });
    };
    assert.equal((await lab.ask(post("", NEW_FILE), { transfer })).status, 500);
    assert.match(lab.logged.join(), /ECONNREFUSED https:\/\/storage\.example\/put\?\[redacted\]/);
  });
});
