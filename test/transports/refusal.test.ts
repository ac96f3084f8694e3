import { expect } from "@open-wc/testing";
import { storageMessage } from "../../src/transports/refusal.ts";

const words = (type: string, text: string) =>
  storageMessage({ status: 400, text, header: (name) => (name === "content-type" ? type : null) });

describe("what people are shown of a refusal", () => {
  it("is the sentence of S3's XML, of the API's envelope, or plain text", () => {
    expect(words("application/xml", "<Error><Message>No &amp; never</Message></Error>")).to.equal("No & never");
    expect(words("application/json", '{"error":{"message":"The disk is full."}}')).to.equal("The disk is full.");
    expect(words("text/plain; charset=utf-8", " Not \n now ")).to.equal("Not now");
  });

  it("is nothing where there is no sentence, whatever else stands there", () => {
    expect(words("application/json", "{")).to.equal(undefined);
    expect(words("application/json", '{"error":{"message":7}}')).to.equal(undefined);
    expect(words("text/html", "<h1>Bad gateway</h1>")).to.equal(undefined);
  });
});
