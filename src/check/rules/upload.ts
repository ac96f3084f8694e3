import { shown } from "../calls.ts";
import { expectFile, expectRefusal, propertyOf } from "../expect.ts";
import { Fault, Skipped } from "../report.ts";
import { SAMPLE_MD5, sendSample, WRONG_MD5 } from "../sample.ts";
import { pathOf, type Rule } from "./rule.ts";

const group = "Upload";

export const uploadRules: readonly Rule[] = [
  {
    group,
    rule: "create, the transfer of the bytes and complete lead to a COMPLETED file",
    async check(lab) {
      const { calls, sessions } = lab;
      const session = await sessions.create();
      const { id, token } = session;
      expectFile(await calls.send("GET", pathOf(id), { token }), "PENDING");
      await sendSample(session, lab.fetch);
      expectFile(await calls.send("POST", pathOf(id, "complete"), { token, body: { md5: SAMPLE_MD5 } }), "COMPLETED");
      expectFile(await calls.send("GET", pathOf(id), { token }), "COMPLETED");
      lab.completed = { id, token };
    },
  },
  {
    group,
    rule: "a wrong MD5 is refused with 400 or 422, and the file does not become COMPLETED",
    async check({ calls, sessions, fetch }) {
      const session = await sessions.create();
      await sendSample(session, fetch);
      const { id, token } = session;
      const fix = "Pass `md5` of the body of complete on to Lightfield, and pass its refusal on to the browser.";
      const answer = await calls.send("POST", pathOf(id, "complete"), { token, body: { md5: WRONG_MD5 } });
      expectRefusal(answer, [400, 422], fix);
      const after = await calls.send("GET", pathOf(id), { token });
      if (propertyOf(after.json, "status") === "COMPLETED") throw new Fault(shown(after), fix);
    },
  },
  {
    group,
    rule: "cancel ends a session; a second cancel is refused with 409",
    async check({ calls, sessions }) {
      const { id, token } = await sessions.create();
      const cancel = () => calls.send("POST", pathOf(id, "cancel"), { token, body: {} });
      expectFile(await cancel(), "CANCELLED");
      expectRefusal(await cancel(), [409], "Pass Lightfield's refusal of the second cancel on, with its status 409.");
    },
  },
  {
    group,
    rule: "the same Idempotency-Key returns the same session",
    async check({ sessions }) {
      const key = crypto.randomUUID();
      const first = await sessions.create(key);
      const second = await sessions.create(key);
      if (first.id === second.id) return;
      throw new Fault(
        `two requests with one Idempotency-Key created ${first.id} and ${second.id}`,
        "Send the Idempotency-Key of the request to Lightfield with POST /v1/files, combined with the user (for example a SHA-256 of both).",
      );
    },
  },
  {
    group,
    rule: "the same Idempotency-Key of another user creates another session",
    async check({ calls, sessions }) {
      if (!calls.hasOther) throw new Skipped("it needs a second user: --other-header 'Cookie: …'");
      const key = crypto.randomUUID();
      const mine = await sessions.create(key);
      const theirs = await sessions.create(key, "other");
      if (mine.id !== theirs.id) return;
      throw new Fault(
        `two users got the session ${mine.id} for the same key`,
        "Combine the key with the user before it is sent to Lightfield, for example as SHA-256 of both.",
      );
    },
  },
];
