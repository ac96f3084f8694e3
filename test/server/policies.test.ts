import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { cleanFilename } from "../../src/server/endpoint/filename.ts";
import { findRoute } from "../../src/server/endpoint/route.ts";
import { delayBeforeMs, isWorthRepeating, parseRetryAfterMs } from "../../src/server/lightfield/retry.ts";
import { createRedact, redactError } from "../../src/server/redact.ts";

describe("Retry-After", () => {
  const now = Date.parse("2026-03-01T10:00:00Z");

  it("is read as seconds and as a date", () => {
    assert.equal(parseRetryAfterMs("3", now), 3000);
    assert.equal(parseRetryAfterMs("Sun, 01 Mar 2026 10:00:07 GMT", now), 7000);
  });

  it("is never negative, and none when absent or unreadable", () => {
    assert.equal(parseRetryAfterMs("Sun, 01 Mar 2026 09:00:00 GMT", now), 0);
    assert.equal(parseRetryAfterMs(null, now), null);
    assert.equal(parseRetryAfterMs("soon", now), null);
  });
});

describe("the wait before a repetition", () => {
  it("is drawn from a doubling range that stops at five seconds", () => {
    assert.deepEqual(
      [1, 2, 3, 9].map((failures) => delayBeforeMs(failures, null, 1)),
      [250, 500, 1000, 5000],
    );
    assert.equal(delayBeforeMs(9, null, 0), 0);
  });

  it("is never shorter than the time that was told", () => {
    assert.equal(delayBeforeMs(1, 3000, 0), 3000);
    assert.ok(delayBeforeMs(1, 3000, 0.99) < 3250);
  });
});

it("only answers that say 'not now' are worth repeating", () => {
  const yes = [429, 500, 502, 503, 504].filter((status) => isWorthRepeating(status, ""));
  assert.deepEqual(yes, [429, 500, 502, 503, 504]);
  const no = [400, 401, 403, 404, 409, 415, 422, 501].filter((status) => isWorthRepeating(status, "conflict"));
  assert.deepEqual(no, []);
  assert.ok(isWorthRepeating(409, "idempotency_conflict"));
});

describe("a file name", () => {
  for (const [given, clean] of [
    ["Gespräch – Übersicht 会議.vtt", "Gespräch – Übersicht 会議.vtt"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\ann\\call.vtt", "call.vtt"],
    ["a\r\nSet-Cookie: b.txt", "aSet-Cookie: b.txt"],
    ["call\u0000.vtt\u007f", "call.vtt"],
    ["photo\u202Egpj.exe", "photogpj.exe"],
    ["<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt"],
    ["  spaced.txt ", "spaced.txt"],
    ["..", ""],
    ["folder/", ""],
  ] as const) {
    it(`${JSON.stringify(given)} becomes ${JSON.stringify(clean)}`, () => assert.equal(cleanFilename(given), clean));
  }
});

describe("the call that a path stands for", () => {
  const cases: [method: string, path: string, action: string, fileId?: string][] = [
    ["POST", "/api/uploads", "create"],
    ["POST", "/api/uploads/", "create"],
    ["GET", "/api/uploads", "list"],
    ["GET", "/api/uploads/fil_1", "retrieve", "fil_1"],
    ["POST", "/api/uploads/fil_1/complete", "complete", "fil_1"],
    ["POST", "/api/uploads/fil_1/cancel", "cancel", "fil_1"],
    ["GET", "/api/uploads/fil_1/url", "url", "fil_1"],
  ];
  for (const basePath of ["/api/uploads", null]) {
    const mounted = basePath === null ? "without basePath" : "with basePath";
    for (const [method, path, action, fileId] of cases) {
      it(`${mounted}, ${method} ${path} is ${action}`, () => {
        assert.deepEqual(findRoute(method, path, basePath), fileId ? { action, fileId } : { action });
      });
    }

    for (const path of ["/api/uploads/fil_1/burn", "/api/uploads/%2e%2e/complete", "/api/uploads/fil_1/a/url"]) {
      it(`${mounted}, ${path} is nothing`, () => {
        assert.throws(() => findRoute("POST", path, basePath), { status: 404 });
      });
    }

    it(`${mounted}, a wrong method is told which ones are right`, () => {
      assert.throws(() => findRoute("DELETE", "/api/uploads", basePath), {
        status: 405,
        headers: { allow: "POST, GET, OPTIONS" },
      });
      assert.throws(() => findRoute("GET", "/api/uploads/fil_1/cancel", basePath), {
        status: 405,
        headers: { allow: "POST, OPTIONS" },
      });
    });
  }

  it("a basePath keeps everything else out", () => {
    assert.throws(() => findRoute("POST", "/api/uploads-of-others", "/api/uploads"), { status: 404 });
    assert.throws(() => findRoute("POST", "/api/uploads/constructor", "/api/uploads"), { status: 405 });
  });
});

describe("redaction", () => {
  it("takes the key out of text in every form that JSON and URLs give it", () => {
    const redact = createRedact('sk_lf_"x/y"');
    const told = redact('plain sk_lf_"x/y", json sk_lf_\\"x/y\\", url sk_lf_%22x%2Fy%22');
    assert.equal(told, "plain [redacted], json [redacted], url [redacted]");
  });

  it("keeps the messages of an error's causes and nothing else of them", () => {
    const cause = Object.assign(new Error("connect refused for sk_lf_secret"), { request: "sk_lf_secret" });
    const clean = redactError(new Error("fetch failed", { cause }), createRedact("sk_lf_secret"));
    assert.equal(clean.message, "fetch failed: connect refused for [redacted]");
    assert.equal(clean.cause, undefined);
  });
});
