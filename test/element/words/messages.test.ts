import { expect } from "@open-wc/testing";
import { stage, text } from "../support/stage.ts";

async function statusWith(messages: object, patch: { step: "transfer" | "finalize" }): Promise<string> {
  const { element, uploader, add } = await stage();
  element.messages = messages;
  const id = await add("interview.vtt");
  uploader.patch(id, { status: "active", sentBytes: 1000, ...patch });
  await element.updateComplete;
  return text(element, "[part=status]");
}

const transfer = { step: "transfer" } as const;
const finalize = { step: "finalize" } as const;

describe("sentences of the page in `messages`", () => {
  it("replace what the element says while the server confirms, and while Lightfield verifies", async () => {
    const messages = { awaitingServer: "Nearly there", verifying: "Comparing" };
    expect(await statusWith(messages, transfer)).to.equal("Nearly there");
    expect(await statusWith(messages, finalize)).to.equal("Comparing");
  });

  it("work under the former names of these two", async () => {
    const messages = { confirming: "Nearly there", finishing: "Comparing" };
    expect(await statusWith(messages, transfer)).to.equal("Nearly there");
    expect(await statusWith(messages, finalize)).to.equal("Comparing");
  });
});
