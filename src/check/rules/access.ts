import type { Session } from "../../engine/ports.ts";
import type { Answer } from "../calls.ts";
import { expectRefusal } from "../expect.ts";
import { Fault, Skipped } from "../report.ts";
import { WRONG_MD5 } from "../sample.ts";
import { type Lab, pathOf, type Rule } from "./rule.ts";

const SIGN =
  "Sign a token at create (HMAC over the file's id, the user and an expiry) and verify it in complete, cancel and retrieve: 401 when missing or expired, 403 when it belongs to another file or user.";

/** Calls that change a file, and so need its token. */
async function* changingCalls({ calls }: Lab, { id }: Session, token: string | null, as: "user" | "other" = "user") {
  yield await calls.send("POST", pathOf(id, "complete"), { token, as, body: { md5: WRONG_MD5 } });
  yield await calls.send("POST", pathOf(id, "cancel"), { token, as, body: {} });
}

/** Calls that need the token of their file. Without any token, users who may read every file may retrieve it. */
async function* fileCalls(lab: Lab, session: Session, token: string, as: "user" | "other" = "user") {
  yield await lab.calls.send("GET", pathOf(session.id), { token, as });
  yield* changingCalls(lab, session, token, as);
}

async function expectAllRefused(answers: AsyncIterable<Answer>): Promise<void> {
  for await (const answer of answers) expectRefusal(answer, [401, 403], SIGN);
}

function tokenOf({ token }: Session): string {
  if (token !== null) return token;
  throw new Fault("create returned no token", SIGN);
}

/** The token with one character of its second half changed: in a signed token, a damaged signature. */
function damaged(token: string): string {
  const at = Math.floor(token.length * 0.75);
  return `${token.slice(0, at)}${token[at] === "A" ? "B" : "A"}${token.slice(at + 1)}`;
}

export const accessRules: readonly Rule[] = [
  {
    group: "Login",
    rule: "create without a login is refused with 401 or 403",
    async check({ calls, sessions }) {
      if (!calls.hasLogin) throw new Skipped("no login was given (--header); everybody can upload here");
      const answer = await calls.send("POST", "", { as: "nobody", body: sessions.body });
      expectRefusal(answer, [401, 403], "Check the login of your site in every call, before anything else is done.");
    },
  },
  {
    group: "Login",
    rule: "complete, cancel and retrieve without a login are refused, even with a valid token",
    async check(lab) {
      if (!lab.calls.hasLogin) throw new Skipped("no login was given (--header)");
      const { id, token } = await lab.sessions.create();
      const answer = await lab.calls.send("GET", pathOf(id), { token, as: "nobody" });
      expectRefusal(answer, [401, 403], "Check the login in every call: the token proves the file, not the user.");
    },
  },
  {
    group: "Tokens",
    rule: "complete and cancel without the token of the file are refused",
    check: async (lab) => expectAllRefused(changingCalls(lab, await lab.sessions.create(), null)),
  },
  {
    group: "Tokens",
    rule: "the token counts only as a header, not in the address, which logs and histories keep",
    async check({ calls, sessions }) {
      const session = await sessions.create();
      const token = encodeURIComponent(tokenOf(session));
      const query = `?token=${token}&x-lightfield-file-token=${token}`;
      const answer = await calls.send("POST", `${pathOf(session.id, "cancel")}${query}`, { body: {} });
      expectRefusal(answer, [401, 403], "Read the token from the header X-Lightfield-File-Token only.");
    },
  },
  {
    group: "Tokens",
    rule: "the token of another file is refused",
    async check(lab) {
      const other = tokenOf(await lab.sessions.create());
      await expectAllRefused(fileCalls(lab, await lab.sessions.create(), other));
    },
  },
  {
    group: "Tokens",
    rule: "a damaged token is refused",
    async check(lab) {
      const session = await lab.sessions.create();
      await expectAllRefused(fileCalls(lab, session, damaged(tokenOf(session))));
    },
  },
  {
    group: "Tokens",
    rule: "another user cannot use the token",
    async check(lab) {
      if (!lab.calls.hasOther) throw new Skipped("it needs a second user: --other-header 'Cookie: …'");
      const session = await lab.sessions.create();
      await expectAllRefused(fileCalls(lab, session, tokenOf(session), "other"));
    },
  },
];
