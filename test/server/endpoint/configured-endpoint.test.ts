import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createTokenEndpoint, type TokenEndpointOptions } from "../../../src/server/index.ts";

const SECRET = "a secret of the tests, long enough to sign with";
const call = () => new Request("https://app.example.com/api/uploads", { method: "POST", body: "{}" });

/** What a route module does when a framework loads it. */
function endpoint(options: Partial<TokenEndpointOptions>, errors: Error[] = []) {
  return createTokenEndpoint({
    apiKey: "sk_lf_abc",
    secret: SECRET,
    authorize: () => true,
    onError: (error) => errors.push(error),
    ...options,
  });
}

describe("an endpoint whose environment is not set", () => {
  for (const [name, options, expected] of [
    ["API key", { apiKey: undefined }, /no apiKey \(LIGHTFIELD_API_KEY/],
    ["API key, as an empty text", { apiKey: "" }, /no apiKey \(LIGHTFIELD_API_KEY/],
    ["secret", { secret: undefined }, /no secret \(UPLOAD_SECRET/],
    ["secret, as an empty text", { secret: "" }, /no secret \(UPLOAD_SECRET/],
  ] as const) {
    it(`can be created without the ${name}, as in a build, and refuses every call`, async () => {
      const errors: Error[] = [];
      const reply = await endpoint(options, errors)(call());
      assert.equal(reply.status, 500);
      assert.match(JSON.stringify(await reply.json()), /not set up for uploads/);
      assert.match(errors[0]?.message ?? "", expected);
    });
  }

  it("still throws for what is wrong everywhere", () => {
    assert.throws(() => endpoint({ secret: "short" }), /needs `secret`/);
    assert.throws(() => endpoint({ secret: [] }), /needs `secret`/);
    assert.throws(() => endpoint({ authorize: undefined as never }), /needs `authorize`/);
  });
});

describe("a session look-up that finds nobody", () => {
  for (const nobody of [null, undefined, false] as const) {
    it(`means a plain refusal when it returns ${nobody}`, async () => {
      const reply = await endpoint({ authorize: async () => nobody })(call());
      assert.equal(reply.status, 403);
    });
  }
});
