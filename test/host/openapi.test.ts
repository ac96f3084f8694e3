import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { type RunningEmulator, startEmulator } from "../../demo/emulator/index.ts";
import { parseFilesPage, parseFileUrl, parseRemoteFile, parseSession } from "../../src/host/parse.ts";
import type {
  CompleteBody,
  CreateBody,
  CreateReply,
  ErrorReply,
  FileReply,
  ListReply,
  UrlReply,
  WireStatus,
} from "../../src/host/protocol.ts";
import { createTokenEndpoint, type TokenEndpointOptions } from "../../src/server/index.ts";
import { contract, contractText, faultsOf, REPLIES } from "./contract-schema.ts";

type Fields<T> = Record<keyof Required<T>, true>;
type Json = Record<string, unknown>;

const FILE = {
  id: "fil_1",
  filename: "weekly.vtt",
  mimeType: "text/vtt",
  sizeBytes: 5,
  status: "PENDING",
  createdAt: "2026-11-20T15:00:00.000Z",
  completedAt: null,
  expiresAt: "2026-11-20T16:00:00.000Z",
} satisfies FileReply;
const PUT_SESSION = { ...FILE, token: "a.b", uploadUrl: "https://storage.example/1?s=2", uploadHeaders: { a: "b" } };
const TUS = {
  kind: "tus",
  url: "https://relay.example/1",
  headers: { a: "b" },
  chunkBytes: 5,
  offset: 0,
  checksum: "md5",
};
const TUS_SESSION = { ...FILE, token: "a.b", transfer: TUS };
const PUT_TRANSFER = { ...FILE, transfer: { kind: "put", url: "https://storage.example/1", headers: {} } };
const LIST = { object: "list", data: [{ ...FILE, token: "a.b" }], totalCount: 1 } satisfies ListReply;
const LINK = { url: "https://storage.example/1", expiresAt: "2026-11-20T16:00:00.000Z" } satisfies UrlReply;

describe("the published contract", () => {
  it("is a valid OpenAPI 3.1 document", async () => {
    const { valid, errors } = await new Validator().validate(contractText);
    assert.ok(valid, JSON.stringify(errors));
    assert.equal((contract as unknown as { openapi: string }).openapi, "3.1.0");
  });

  it("has exactly the six calls", () => {
    const calls = Object.entries(contract.paths).flatMap(([path, item]) =>
      (["get", "post"] as const).flatMap((method) => {
        const call = item[method];
        return call ? [`${method} ${path} ${call.operationId}`] : [];
      }),
    );
    assert.deepEqual(calls.sort(), [
      "get / list",
      "get /{id} retrieve",
      "get /{id}/url url",
      "post / create",
      "post /{id}/cancel cancel",
      "post /{id}/complete complete",
    ]);
  });

  // `satisfies` makes the compiler complain when the types of the protocol gain or lose a field.
  const TYPES: Record<string, object> = {
    CreateBody: {
      filename: true,
      mimeType: true,
      sizeBytes: true,
      purpose: true,
      context: true,
      replaces: true,
    } satisfies Fields<CreateBody>,
    CompleteBody: { md5: true } satisfies Fields<CompleteBody>,
    FileReply: {
      id: true,
      filename: true,
      mimeType: true,
      sizeBytes: true,
      status: true,
      createdAt: true,
      completedAt: true,
      expiresAt: true,
    } satisfies Fields<FileReply>,
    ListReply: { object: true, data: true, totalCount: true } satisfies Fields<ListReply>,
    UrlReply: { url: true, expiresAt: true } satisfies Fields<UrlReply>,
    ErrorReply: { error: true } satisfies Fields<ErrorReply>,
  };
  for (const [name, fields] of Object.entries(TYPES)) {
    it(`has the fields of the type ${name}`, () => {
      const properties = contract.components.schemas[name]?.properties ?? {};
      assert.deepEqual(Object.keys(properties).sort(), Object.keys(fields).sort());
    });
  }

  it("has the fields of a session and the statuses of a file", () => {
    const added = { token: true, uploadUrl: true, uploadHeaders: true, transfer: true } satisfies Fields<
      Omit<CreateReply, keyof FileReply>
    >;
    const { schemas } = contract.components;
    const own = schemas.SessionReply?.allOf?.[1]?.properties ?? {};
    assert.deepEqual(Object.keys(own).sort(), Object.keys(added).sort());
    const statuses = { PENDING: true, COMPLETED: true, CANCELLED: true, EXPIRED: true } satisfies Record<
      WireStatus,
      true
    >;
    assert.deepEqual(schemas.FileReply?.properties?.status?.enum, Object.keys(statuses));
  });
});

/** Calls of the widget's parsers, by schema. */
const PARSERS: Record<string, (reply: unknown) => unknown> = {
  SessionReply: parseSession,
  FileReply: parseRemoteFile,
  ListReply: parseFilesPage,
  UrlReply: parseFileUrl,
};

const EXAMPLES: [schema: string, name: string, value: Json][] = [
  ["SessionReply", "one PUT", PUT_SESSION],
  ["SessionReply", "a PUT as transfer", PUT_TRANSFER],
  ["SessionReply", "tus", TUS_SESSION],
  ["FileReply", "a file", FILE],
  ["ListReply", "a list", LIST],
  ["UrlReply", "a link", LINK],
];

/**
 * Every reply that differs from `value` in one field, at any depth: without it, or with a value of a wrong kind. The
 * path names the change.
 */
function* damaged(value: Json, path = ""): Generator<[change: string, value: Json]> {
  for (const [name, inner] of Object.entries(value)) {
    const at = `${path}${name}`;
    const { [name]: _, ...without } = value;
    yield [`without ${at}`, without];
    for (const wrong of [null, "", 7, "javascript:alert(1)", { x: 1 }]) {
      yield [`${at} = ${JSON.stringify(wrong)}`, { ...value, [name]: wrong }];
    }
    if (Array.isArray(inner)) {
      for (const [change, entry] of damaged(inner[0] as Json, `${at}[0].`))
        yield [change, { ...value, [name]: [entry] }];
    } else if (typeof inner === "object" && inner !== null) {
      for (const [change, entry] of damaged(inner as Json, `${at}.`)) yield [change, { ...value, [name]: entry }];
    }
  }
}

/**
 * Changes at which the widget is more lenient than the contract: it can work without these fields, reads any text where it
 * only shows one, or ignores a field that does not matter beside another. What it needs to work is never lenient.
 */
const LENIENT = /\b(createdAt|completedAt|expiresAt|object|token|chunkBytes|offset|checksum)\b/;
/** Fields of a session that the widget does not read, since it knows the file. */
const UNUSED = /\b(mimeType|sizeBytes|status)\b/;
const ANY_TEXT = /^(data\[0\]\.)?(mimeType|filename|id) = "javascript:/;
const NUMBERS = /(sizeBytes|totalCount) = 7$/;

describe("the widget's parsers and the contract", () => {
  for (const [schema, name, value] of EXAMPLES) {
    it(`accept ${name}`, () => {
      assert.equal(faultsOf(schema, value), null);
      assert.doesNotThrow(() => PARSERS[schema]?.(value));
    });

    it(`agree on each damaged form of ${name}`, () => {
      let refused = 0;
      for (const [change, damagedValue] of damaged(value)) {
        if (ANY_TEXT.test(change) || NUMBERS.test(change)) continue;
        const isValid = faultsOf(schema, damagedValue) === null;
        let isParsed = true;
        try {
          PARSERS[schema]?.(damagedValue);
        } catch {
          isParsed = false;
        }
        // A valid reply must be parsed. An invalid one may be parsed only where the widget is lenient.
        if (isValid) assert.ok(isParsed, `valid, but refused: ${change}`);
        else if (!LENIENT.test(change)) {
          const isUnused = schema === "SessionReply" && UNUSED.test(change);
          const isNullHeaders = /[hH]eaders = null$/.test(change);
          assert.ok(!isParsed || isUnused || isNullHeaders, `invalid, but parsed: ${change}`);
          refused += 1;
        }
      }
      assert.ok(refused > 1, "no damage was refused");
    });
  }
});

describe("the endpoint of lightfield-uploader/server and the contract", () => {
  let dataDir: string;
  let emulator: RunningEmulator;
  const bytes = new TextEncoder().encode("WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n");
  const md5 = createHash("md5").update(bytes).digest("hex");
  const body = { filename: "weekly.vtt", mimeType: "text/vtt", sizeBytes: bytes.length, purpose: "meeting_transcript" };

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "openapi-"));
    emulator = await startEmulator({ dataDir });
  });
  after(async () => {
    await emulator.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  interface Ask {
    readonly method?: string;
    readonly path?: string;
    readonly body?: unknown;
    readonly token?: string;
    readonly headers?: Record<string, string>;
    readonly options?: Partial<TokenEndpointOptions>;
  }

  /** Makes a call and validates its reply against the contract: the reply of the operation, or the error envelope. */
  async function ask(operation: string, { method = "POST", path = "", body, token, headers, options }: Ask = {}) {
    const handle = createTokenEndpoint({
      apiKey: emulator.apiKey,
      secret: "a secret of the tests, long enough to sign with",
      baseUrl: emulator.apiUrl,
      basePath: "/api/uploads",
      authorize: () => ({ subject: "anna", reads: true, cancels: "any" }),
      onError: () => {},
      ...options,
    });
    const init: RequestInit = {
      method,
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(token ? { "x-lightfield-file-token": token } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    };
    const reply = await handle(new Request(`https://app.example/api/uploads${path}`, init));
    const json = (await reply.json()) as Json & { error?: { code?: string; type: string } };
    const schema = reply.ok ? REPLIES[operation] : "ErrorReply";
    assert.equal(faultsOf(schema ?? "", json), null, `${operation} ${reply.status}: ${JSON.stringify(json)}`);
    assert.match(reply.headers.get("content-type") ?? "", /^application\/json/);
    assert.equal(reply.headers.get("cache-control"), "no-store");
    return { status: reply.status, json };
  }

  async function create(change: Json = {}, options: Partial<TokenEndpointOptions> = {}) {
    const idempotencyKey = randomUUID();
    const { json } = await ask("create", {
      body: { ...body, ...change },
      headers: { "idempotency-key": idempotencyKey },
      options,
    });
    return json as unknown as { id: string; token: string; uploadUrl: string; uploadHeaders: Record<string, string> };
  }

  it("agree on every call of an upload", async () => {
    assert.equal(faultsOf("CreateBody", body), null);
    assert.equal(faultsOf("CompleteBody", { md5 }), null);
    const { id, token, uploadUrl, uploadHeaders } = await create();
    assert.ok((await fetch(uploadUrl, { method: "PUT", headers: uploadHeaders, body: bytes })).ok);
    assert.equal((await ask("retrieve", { method: "GET", path: `/${id}`, token })).json.status, "PENDING");
    assert.equal((await ask("complete", { path: `/${id}/complete`, body: { md5 }, token })).json.status, "COMPLETED");
    assert.equal((await ask("list", { method: "GET", path: "?limit=5" })).status, 200);
    assert.equal((await ask("url", { method: "GET", path: `/${id}/url`, token })).status, 200);
    const other = await create();
    assert.equal(
      (await ask("cancel", { path: `/${other.id}/cancel`, body: {}, token: other.token })).json.status,
      "CANCELLED",
    );
  });

  it("agree on a session with a transfer of its own", async () => {
    const session = await create(
      {},
      { transfer: () => ({ kind: "tus", url: "https://relay.example/1", chunkBytes: 5 }) },
    );
    assert.equal(session.uploadUrl, undefined);
  });

  it("agree on the error envelope of every refusal", async () => {
    const { id, token } = await create();
    const other = await create();
    const noFile = "/fil_unknown";
    const statuses: number[] = [];
    const refusals: [operation: string, ask: Ask][] = [
      ["create", { body: { ...body, sizeBytes: 0 } }],
      ["create", { body: { ...body, sizeBytes: 536_870_913 } }],
      ["create", { body: { ...body, filename: "" } }],
      ["create", { body: { ...body, mimeType: "none" } }],
      ["create", { body: { ...body, purpose: "no_such_purpose" } }],
      ["create", { body: "{" }],
      ["create", { body, headers: { "content-type": "text/plain" } }],
      ["create", { body, headers: { "idempotency-key": "x".repeat(256) } }],
      ["create", { body, options: { authorize: () => false } }],
      ["create", { body, options: { authorize: () => ({ maxFileBytes: 1 }) } }],
      ["create", { body, options: { authorize: () => ({ mimeTypes: ["image/png"] }) } }],
      ["create", { body, options: { authorize: () => ({ purposes: ["knowledge_user"] }) } }],
      ["create", { body, options: { apiKey: "sk_lf_wrong" } }],
      ["create", { body, headers: { origin: "https://other.example" } }],
      ["create", { body: { ...body, context: "x".repeat(70_000) } }],
      ["create", { method: "DELETE" }],
      ["complete", { path: `/${id}/complete`, body: { md5 } }],
      ["complete", { path: `/${id}/complete`, body: { md5 }, token: other.token }],
      ["complete", { path: `/${id}/complete`, body: { md5: "x" }, token }],
      ["complete", { path: `/${id}/complete`, body: { md5 }, token }],
      ["retrieve", { method: "GET", path: noFile }],
      ["retrieve", { method: "GET", path: `${noFile}/what` }],
      ["url", { method: "GET", path: `/${id}/url`, token }],
      ["list", { method: "GET", path: "?limit=26" }],
      ["list", { method: "GET", options: { authorize: () => true } }],
    ];
    for (const [operation, call] of refusals) {
      const { status } = await ask(operation, call);
      assert.ok(status >= 400, `${operation} ${JSON.stringify(call)} was not refused`);
      statuses.push(status);
    }
    for (const seen of [400, 401, 403, 404, 405, 413, 415, 502])
      assert.ok(statuses.includes(seen), `${seen} was not seen`);
    const cancelled = await ask("cancel", { path: `/${id}/cancel`, body: {}, token });
    assert.equal(cancelled.status, 200);
    assert.equal((await ask("cancel", { path: `/${id}/cancel`, body: {}, token })).status, 409);
    emulator.faults.add({ at: "create", do: "status", status: 429, retryAfterSeconds: 30 });
    assert.equal((await ask("create", { body, options: { retryForMs: 1500 } })).status, 429);
  });

  it("agree on the limits of a create", async () => {
    const cases: Json[] = [
      body,
      { ...body, filename: "x".repeat(255) },
      { ...body, filename: "x".repeat(256) },
      { ...body, sizeBytes: 536_870_912 },
      { ...body, sizeBytes: 536_870_913 },
      { ...body, sizeBytes: 1.5 },
      { ...body, sizeBytes: "5" },
      { ...body, purpose: "with space" },
      { ...body, replaces: "../x" },
      { ...body, mimeType: "text" },
      { filename: "a" },
    ];
    for (const candidate of cases) {
      const { purpose: _, ...plain } = candidate;
      const isValid = faultsOf("CreateBody", candidate) === null;
      // Lightfield limits the purpose further, so only the contract's own limits are compared.
      const sent = isValid ? plain : candidate;
      const { status } = await ask("create", { body: sent });
      assert.equal(status < 400, isValid, `${JSON.stringify(candidate).slice(0, 90)} was answered with ${status}`);
    }
  });
});
