import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { ApiError, REFUSAL_CODES } from "../../src/server/index.ts";

const SERVER = fileURLToPath(new URL("../../src/server/", import.meta.url));

/** Types that a refusal without a code of its own has as its code. */
const TYPES_AS_CODES = [400, 401, 403, 404, 405, 415, 500].map((status) => new ApiError(status, "").code);

const sources = readdirSync(SERVER, { recursive: true, encoding: "utf8" })
  // The codes of the check at start are no refusals.
  .filter((name) => name.endsWith(".ts") && !name.endsWith("validate.ts"))
  .map((name) => readFileSync(join(SERVER, name), "utf8"));

/** Codes that the source gives to refusals, in the ways in which it does so. */
function codesGiven(): string[] {
  const given = /\b(?:code: |refusal\(\s*\d+,\s*|full\(|notGranted\("\w+", |BUSY = )"([a-z_]+)"/g;
  return sources.flatMap((source) => [...source.matchAll(given)].map(([, code = ""]) => code));
}

describe("codes of refusals", () => {
  it("are the ones that the endpoint and the relay use, no more and no fewer", () => {
    assert.deepEqual([...new Set([...codesGiven(), ...TYPES_AS_CODES])].sort(), Object.keys(REFUSAL_CODES).sort());
  });

  it("are on every refusal, with the type as the code of one that has none", () => {
    assert.equal(new ApiError(404, "Gone.").toReply().error.code, "not_found");
    assert.equal(new ApiError(409, "", { type: "idempotency_conflict" }).code, "idempotency_conflict");
    assert.equal(new ApiError(403, "", { code: "too_many_files" }).code, "too_many_files");
  });
});
