import { MAX_FILE_BYTES, MAX_FILENAME_CHARS, MAX_IDEMPOTENCY_KEY_CHARS } from "../../wire/limits.ts";
import { shown } from "../calls.ts";
import { expectRefusal, isEnvelope, propertyOf } from "../expect.ts";
import { Fault } from "../report.ts";
import { type Lab, pathOf, type Rule } from "./rule.ts";

const INVALID = [400, 403, 413, 422];

function refusesCreate(rule: string, change: (lab: Lab) => object, fix: string): Rule {
  return {
    group: "Limits",
    rule,
    async check(lab) {
      const body = { ...lab.sessions.body, ...change(lab) };
      const answer = await lab.calls.send("POST", "", { body, headers: { "idempotency-key": crypto.randomUUID() } });
      await cancelAccepted(lab, answer.json);
      expectRefusal(answer, INVALID, fix);
    },
  };
}

/** Ends a session that should not have been created. */
async function cancelAccepted({ calls }: Lab, json: unknown): Promise<void> {
  const id = propertyOf(json, "id");
  const token = propertyOf(json, "token");
  if (typeof id !== "string") return;
  await calls.send("POST", pathOf(id, "cancel"), { body: {}, token: typeof token === "string" ? token : null });
}

export const limitRules: readonly Rule[] = [
  refusesCreate(
    "an empty file is refused",
    () => ({ sizeBytes: 0 }),
    "Accept `sizeBytes` only as a whole number from 1 to 536870912, or pass Lightfield's refusal on.",
  ),
  refusesCreate(
    "a file above 536,870,912 bytes is refused",
    () => ({ sizeBytes: MAX_FILE_BYTES + 1 }),
    "Accept `sizeBytes` only as a whole number from 1 to 536870912, or pass Lightfield's refusal on.",
  ),
  refusesCreate(
    "a size that is no number is refused",
    () => ({ sizeBytes: "5" }),
    "Check that `sizeBytes` is a whole number; do not convert text.",
  ),
  refusesCreate(
    "a name of 256 characters is refused",
    () => ({ filename: "x".repeat(MAX_FILENAME_CHARS + 1) }),
    `Accept \`filename\` only with 1 to ${MAX_FILENAME_CHARS} characters, or pass Lightfield's refusal on.`,
  ),
  refusesCreate(
    "an empty name is refused",
    () => ({ filename: "" }),
    `Accept \`filename\` only with 1 to ${MAX_FILENAME_CHARS} characters, or pass Lightfield's refusal on.`,
  ),
  refusesCreate(
    "a type that is no media type is refused",
    () => ({ mimeType: "text" }),
    'Accept `mimeType` only in the form "text/vtt".',
  ),
  {
    group: "Limits",
    rule: "the largest file is accepted, or refused with the code file_too_large",
    async check(lab) {
      const body = { ...lab.sessions.body, sizeBytes: MAX_FILE_BYTES };
      const answer = await lab.calls.send("POST", "", { body, headers: { "idempotency-key": crypto.randomUUID() } });
      await cancelAccepted(lab, answer.json);
      if (answer.ok) return;
      const code = propertyOf(propertyOf(answer.json, "error"), "code");
      const isSizeRefused = propertyOf(propertyOf(answer.json, "error"), "param") === "sizeBytes";
      if (isEnvelope(answer.json) && answer.status < 500 && (code === "file_too_large" || isSizeRefused)) return;
      throw new Fault(
        shown(answer),
        'For your own smaller limit answer 403 with {"error": {"type": "forbidden", "code": "file_too_large", "param": "sizeBytes", "message": "…"}}, so that the user reads the right sentence.',
      );
    },
  },
  {
    group: "Limits",
    rule: "a body that is not JSON is refused with 400",
    async check({ calls }) {
      const answer = await calls.send("POST", "", { body: "{" });
      expectRefusal(answer, [400, 422], "Answer 400 for a body that cannot be parsed.");
    },
  },
  {
    group: "Limits",
    rule: "a body of another content type is refused, so that foreign pages cannot send forms",
    async check({ calls, sessions }) {
      const body = JSON.stringify(sessions.body);
      const answer = await calls.send("POST", "", { body, headers: { "content-type": "text/plain" } });
      expectRefusal(answer, [400, 415], "Accept only the content type application/json; answer 415 otherwise.");
    },
  },
  {
    group: "Limits",
    rule: "an Idempotency-Key above 255 characters is refused",
    async check({ calls, sessions }) {
      const headers = { "idempotency-key": "k".repeat(MAX_IDEMPOTENCY_KEY_CHARS + 1) };
      const answer = await calls.send("POST", "", { body: sessions.body, headers });
      expectRefusal(answer, [400], "Answer 400 with the code idempotency_key_too_long.");
    },
  },
];
