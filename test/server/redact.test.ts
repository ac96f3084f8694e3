import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRedact, redactError } from "../../src/server/redact.ts";

describe("redaction", () => {
  it("removes the key from a text, also where it is escaped for JSON or a URL", () => {
    const redact = createRedact('sk_lf_"x/y"');
    const text = redact('plain sk_lf_"x/y", json sk_lf_\\"x/y\\", url sk_lf_%22x%2Fy%22');
    assert.equal(text, "plain [redacted], json [redacted], url [redacted]");
  });

  it("keeps only the messages of an error's causes", () => {
    const cause = Object.assign(new Error("connect refused for sk_lf_secret"), { request: "sk_lf_secret" });
    const clean = redactError(new Error("fetch failed", { cause }), createRedact("sk_lf_secret"));
    assert.equal(clean.message, "fetch failed: connect refused for [redacted]");
    assert.equal(clean.cause, undefined);
  });
});
