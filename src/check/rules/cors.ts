import { type Answer, shown } from "../calls.ts";
import { Fault, Skipped } from "../report.ts";
import type { Lab, Rule } from "./rule.ts";

const FOREIGN = "https://foreign.example";
const NEEDED = ["content-type", "idempotency-key", "x-lightfield-file-token"];
const group = "Other origins";

function preflight({ calls }: Lab, origin: string): Promise<Answer> {
  return calls.send("OPTIONS", "", {
    as: "nobody",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": NEEDED.join(", "),
    },
  });
}

function allowed({ headers }: Answer): string | null {
  return headers.get("access-control-allow-origin");
}

function withCredentials({ headers }: Answer): boolean {
  return headers.get("access-control-allow-credentials") === "true";
}

export const corsRules: readonly Rule[] = [
  {
    group,
    rule: "the page's origin may call the endpoint (preflight)",
    async check(lab) {
      const { pageOrigin } = lab;
      if (pageOrigin === null)
        throw new Skipped("the page has the endpoint's origin; otherwise pass --origin https://…");
      const answer = await preflight(lab, pageOrigin);
      const origin = allowed(answer);
      if (!answer.ok || (origin !== pageOrigin && origin !== "*")) {
        throw new Fault(
          `${shown(answer)} with Access-Control-Allow-Origin: ${origin ?? "(none)"}`,
          `Answer OPTIONS with 204, without a login, and Access-Control-Allow-Origin: ${pageOrigin}.`,
        );
      }
      const names = (answer.headers.get("access-control-allow-headers") ?? "").toLowerCase();
      const missing = NEEDED.filter(
        (name) => !names.includes(name) && !(names.trim() === "*" && !withCredentials(answer)),
      );
      if (missing.length === 0) return;
      throw new Fault(
        `the preflight allows the headers "${names}", without ${missing.join(", ")}`,
        `Answer OPTIONS with Access-Control-Allow-Headers: ${NEEDED.join(", ")} and the page's own headers.`,
      );
    },
  },
  {
    group,
    rule: "the page's origin may read the responses, refusals too",
    async check(lab) {
      const { pageOrigin, calls } = lab;
      if (pageOrigin === null) throw new Skipped("the page has the endpoint's origin");
      const answer = await calls.send("GET", "/fil_doesnotexist", { headers: { origin: pageOrigin } });
      const origin = allowed(answer);
      if (origin === pageOrigin || (origin === "*" && !calls.hasLogin)) return;
      throw new Fault(
        `${shown(answer)} with Access-Control-Allow-Origin: ${origin ?? "(none)"}`,
        `Add Access-Control-Allow-Origin: ${pageOrigin}, Vary: Origin and, for cookies, Access-Control-Allow-Credentials: true to every response, refusals too.`,
      );
    },
  },
  {
    group,
    rule: "the page may read Retry-After",
    async check(lab) {
      const { pageOrigin, calls } = lab;
      if (pageOrigin === null) throw new Skipped("the page has the endpoint's origin");
      const answer = await calls.send("GET", "/fil_doesnotexist", { headers: { origin: pageOrigin } });
      const exposed = answer.headers.get("access-control-expose-headers") ?? "";
      if (/retry-after|\*/i.test(exposed)) return;
      throw new Fault(
        `Access-Control-Expose-Headers: ${exposed === "" ? "(none)" : exposed}`,
        "Add Access-Control-Expose-Headers: Retry-After, so that the uploader waits as long as it was asked to.",
      );
    },
  },
  {
    group,
    rule: "foreign pages may not call the endpoint with the user's cookies",
    async check(lab) {
      const answers = [
        await preflight(lab, FOREIGN),
        await lab.calls.send("GET", "/fil_doesnotexist", { headers: { origin: FOREIGN } }),
      ];
      for (const answer of answers) {
        const origin = allowed(answer);
        if (origin === null || !withCredentials(answer)) continue;
        if (origin !== FOREIGN && origin !== "*") continue;
        throw new Fault(
          `${shown(answer)} with Access-Control-Allow-Origin: ${origin} and Access-Control-Allow-Credentials: true for ${FOREIGN}`,
          origin === "*"
            ? "Name the page's origin instead of *: browsers refuse * with credentials, so the page's own calls fail too."
            : "Compare the request's Origin with a list of your own pages; never echo it.",
        );
      }
    },
  },
];
