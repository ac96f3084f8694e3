import { type Answer, type Calls, shown } from "../calls.ts";
import { expectRefusal, isEnvelope } from "../expect.ts";
import { Fault, Skipped } from "../report.ts";
import { pathOf, type Rule } from "./rule.ts";

/** Form of Lightfield's API keys. */
const API_KEY = /sk_lf_\w{3}/;

const SLOW_MS = 10_000;
const MAX_CLOCK_SECONDS = 60;

const group = "Errors";

/** Every response of the check. */
function seen({ answers }: Calls): readonly Answer[] {
  if (answers.length > 0) return answers;
  throw new Skipped("not checked: there was no response");
}

export const errorRules: readonly Rule[] = [
  {
    group,
    rule: "an unknown file is refused in the error envelope",
    async check({ calls, sessions }) {
      const { token } = await sessions.create();
      const answer = await calls.send("GET", pathOf("fil_doesnotexist"), { token });
      expectRefusal(
        answer,
        [401, 403, 404],
        "Answer 403 for a token of another file, or 404, with the error envelope.",
      );
    },
  },
  {
    group,
    rule: "an unknown path below the endpoint is refused with 404 in the error envelope",
    async check({ calls }) {
      const answer = await calls.send("GET", `${pathOf("fil_doesnotexist")}/no-such-call`);
      expectRefusal(
        answer,
        [401, 403, 404],
        "Route everything below the endpoint to it (a catch-all route), and answer unknown paths with 404 and the error envelope.",
      );
    },
  },
  {
    group,
    rule: "another method is refused with 404 or 405 in the error envelope",
    async check({ calls }) {
      const answer = await calls.send("DELETE", "");
      expectRefusal(answer, [401, 403, 404, 405], "Answer 405 with `Allow` and the error envelope.");
    },
  },
  {
    group,
    rule: "an unknown purpose is refused in the error envelope",
    async check({ calls, sessions }) {
      const body = { ...sessions.body, purpose: "no_such_purpose" };
      const answer = await calls.send("POST", "", { body, headers: { "idempotency-key": crypto.randomUUID() } });
      expectRefusal(answer, [400, 403, 422], "Pass Lightfield's refusal on: its status and its error envelope.");
    },
  },
  {
    group,
    rule: "no response contains an API key",
    async check({ calls }) {
      for (const answer of seen(calls)) {
        const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
        if (!API_KEY.test(answer.text) && !API_KEY.test(headers)) continue;
        throw new Fault(
          shown(answer).replaceAll(/sk_lf_\w+/g, "sk_lf_…"),
          "Never put the request to Lightfield, its headers or an exception into a response; answer with a text of your own, and replace the key at once, since it was public.",
        );
      }
    },
  },
  {
    group,
    rule: "no refusal contains a presigned address",
    async check({ calls }) {
      for (const answer of seen(calls)) {
        if (answer.ok || !isEnvelope(answer.json) || !/[?&](X-Amz-Signature|signature|sig)=/i.test(answer.text))
          continue;
        throw new Fault(shown(answer), "Answer refusals with a text of your own, without addresses of storage.");
      }
    },
  },
  {
    group,
    rule: "calls are answered within 10 seconds",
    async check({ calls }) {
      const slow = seen(calls).find(({ durationMs }) => durationMs > SLOW_MS);
      if (!slow) return;
      throw new Fault(
        `${shown(slow)} after ${Math.round(slow.durationMs / 1000)} seconds`,
        "Look for what the endpoint waits for: users wait as long before each file, and the uploader gives a call up after 30 seconds.",
      );
    },
  },
  {
    group,
    rule: "the endpoint's clock is right",
    async check({ calls }) {
      const answer = seen(calls)
        .filter(({ headers }) => headers.has("date") && !headers.has("age"))
        .at(-1);
      if (!answer) throw new Skipped("not checked: no response has a Date");
      const seconds = Math.round((Date.parse(answer.headers.get("date") ?? "") - Date.now()) / 1000);
      if (Number.isNaN(seconds) || (seconds > -MAX_CLOCK_SECONDS && seconds < MAX_CLOCK_SECONDS)) return;
      throw new Fault(
        `the endpoint's Date is ${Math.abs(seconds)} seconds ${seconds < 0 ? "behind" : "ahead of"} the clock of this computer`,
        "Synchronize the clock of the server (NTP), or of this computer: tokens end by the server's clock, sessions by Lightfield's.",
      );
    },
  },
  {
    group,
    rule: "responses are not cached (Cache-Control: no-store)",
    async check({ calls }) {
      const cached = seen(calls).find(
        ({ call, headers }) => !call.startsWith("OPTIONS") && !/no-store/i.test(headers.get("cache-control") ?? ""),
      );
      if (!cached) return;
      throw new Fault(
        `${shown(cached)} with Cache-Control: ${cached.headers.get("cache-control") ?? "(none)"}`,
        "Add Cache-Control: no-store to every response: they contain tokens and addresses of one user.",
      );
    },
  },
];
