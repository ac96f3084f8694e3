import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { storageMessage } from "../../src/transports/refusal.ts";

const words = (type: string, text: string) =>
  storageMessage({ status: 400, text, header: (name) => (name === "content-type" ? type : null) });

describe("what people are shown of a refusal", () => {
  it("is the sentence of S3's XML, of the API's envelope, or plain text", () => {
    assert.equal(words("application/xml", "<Error><Message>No &amp; never</Message></Error>"), "No & never");
    assert.equal(words("application/json", '{"error":{"message":"The disk is full."}}'), "The disk is full.");
    assert.equal(words("text/plain; charset=utf-8", " Not \n now "), "Not now");
  });

  it("is nothing where there is no sentence, whatever else stands there", () => {
    assert.equal(words("application/json", "{"), undefined);
    assert.equal(words("application/json", '{"error":{"message":7}}'), undefined);
    assert.equal(words("text/html", "<h1>Bad gateway</h1>"), undefined);
  });
});
