import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createFileTokens, type FileTokenClaims } from "../../../src/server/tokens/file-token.ts";
import { readFileToken } from "../../../src/server/tokens/read-token.ts";

const NEW = "the newest secret, which signs what is new";
const OLD = "the secret before it, which still verifies";
const NOW = Date.parse("2026-03-01T10:00:00Z");
const CLAIMS: FileTokenClaims = {
  fileId: "fil_1",
  subject: "ada",
  expiresAt: NOW + 1000,
  context: { meeting: "Žižkov" },
};
const ADA = { fileId: "fil_1", subject: "ada" };

describe("a file's token", () => {
  const tokens = createFileTokens([NEW]);
  const refusedWith = (status: number, code: string) => (error: { status?: number; code?: string }) =>
    error.status === status && error.code === code;

  it("returns the signed claims", async () => {
    const token = await tokens.sign(CLAIMS);
    assert.deepEqual(await tokens.verify(token, ADA, NOW), { ...CLAIMS, may: "upload" });
  });

  it("fits into a header and does not reveal the subject", async () => {
    const token = await tokens.sign({ ...CLAIMS, subject: "ada@example.com" });
    assert.match(token, /^[\w-]+\.[\w-]+$/);
    assert.doesNotMatch(Buffer.from(token.split(".")[0] ?? "", "base64url").toString(), /ada/);
  });

  it("is the same for the same claims, so a retried request gets the same response", async () => {
    assert.equal(await tokens.sign(CLAIMS), await createFileTokens([NEW]).sign(CLAIMS));
  });

  it("is valid for its own file and subject only", async () => {
    const token = await tokens.sign(CLAIMS);
    for (const expected of [
      { ...ADA, fileId: "fil_2" },
      { ...ADA, subject: "bob" },
      { ...ADA, subject: "" },
    ]) {
      await assert.rejects(tokens.verify(token, expected, NOW), refusedWith(403, "token_invalid"));
    }
  });

  it("expires", async () => {
    const token = await tokens.sign(CLAIMS);
    await tokens.verify(token, ADA, CLAIMS.expiresAt - 1);
    await assert.rejects(tokens.verify(token, ADA, CLAIMS.expiresAt), refusedWith(401, "token_expired"));
  });

  it("is refused with its own code if it is missing", async () => {
    for (const none of [null, ""]) {
      await assert.rejects(tokens.verify(none, ADA, NOW), refusedWith(401, "token_missing"));
    }
  });

  it("is invalid after a change of any character", async () => {
    const token = await tokens.sign(CLAIMS);
    // The last character of a part has bits that its bytes do not use.
    const meaningful = [...token].flatMap((char, at) => (char === "." || at === token.length - 1 ? [] : [at]));
    for (const at of meaningful) {
      const other = token[at] === "A" ? "B" : "A";
      const changed = token.slice(0, at) + other + token.slice(at + 1);
      await assert.rejects(tokens.verify(changed, ADA, NOW), refusedWith(403, "token_invalid"), `at ${at}`);
    }
  });

  it("cannot be forged", async () => {
    const payload = Buffer.from(JSON.stringify({ f: "fil_1", e: NOW + 1e9, m: "upload" })).toString("base64url");
    const [, signature] = (await tokens.sign(CLAIMS)).split(".");
    const foreign = await createFileTokens(["a secret that somebody else has come up with"]).sign(CLAIMS);
    for (const forged of [
      payload,
      `${payload}.`,
      `${payload}.${signature}`,
      `.${signature}`,
      "..",
      "a.b.c",
      "ü.ü",
      foreign,
    ]) {
      await assert.rejects(tokens.verify(forged, ADA, NOW), refusedWith(403, "token_invalid"), forged);
    }
  });

  it("permits what it was signed for", async () => {
    const powers = ["read", "cancel", "upload"] as const;
    for (const [had, may] of powers.entries()) {
      const token = await tokens.sign({ ...CLAIMS, may });
      for (const [wanted, power] of powers.entries()) {
        const verified = tokens.verify(token, { ...ADA, may: power }, NOW);
        if (wanted <= had) assert.equal((await verified).may, may);
        else await assert.rejects(verified, refusedWith(403, "token_invalid"), `${may} for ${power}`);
      }
    }
  });

  it("is valid while its secret is listed", async () => {
    const [before, during] = [createFileTokens([OLD]), createFileTokens([NEW, OLD])];
    const token = await before.sign(CLAIMS);
    assert.equal((await during.verify(token, ADA, NOW)).fileId, "fil_1");
    await assert.rejects(tokens.verify(token, ADA, NOW), refusedWith(403, "token_invalid"));
    // The newest signs: an instance without it cannot verify, one with only the newest can.
    const newer = await during.sign(CLAIMS);
    await tokens.verify(newer, ADA, NOW);
    await assert.rejects(before.verify(newer, ADA, NOW), refusedWith(403, "token_invalid"));
  });
});

describe("the request's file token", () => {
  const read = (headers: Record<string, string>) => readFileToken(new Headers(headers));

  it("is read from its own header or from a bearer token", () => {
    assert.equal(read({ "x-lightfield-file-token": "a.b" }), "a.b");
    assert.equal(read({ authorization: "Bearer a.b" }), "a.b");
    assert.equal(read({ authorization: "Bearer login.x", "x-lightfield-file-token": "a.b" }), "a.b");
  });

  it("is not confused with the host's own login", () => {
    for (const authorization of ["Basic YTpi", "Bearer opaque", "Bearer header.payload.signature", "a.b", ""]) {
      assert.equal(read({ authorization }), null, authorization);
    }
  });
});
