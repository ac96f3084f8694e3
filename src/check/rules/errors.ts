import { shown } from "../calls.ts";
import { expectRefusal, isEnvelope } from "../expect.ts";
import { Fault } from "../report.ts";
import { pathOf, type Rule } from "./rule.ts";

/** Form of Lightfield's API keys. */
const API_KEY = /sk_lf_\w{3}/;

const group = "Errors";

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
      for (const answer of calls.answers) {
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
      for (const answer of calls.answers) {
        if (answer.ok || !isEnvelope(answer.json) || !/[?&](X-Amz-Signature|signature|sig)=/i.test(answer.text))
          continue;
        throw new Fault(shown(answer), "Answer refusals with a text of your own, without addresses of storage.");
      }
    },
  },
  {
    group,
    rule: "responses are not cached (Cache-Control: no-store)",
    async check({ calls }) {
      const cached = calls.answers.find(
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
