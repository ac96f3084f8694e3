import { type Answer, shown } from "../calls.ts";
import { Fault, Skipped } from "../report.ts";
import type { Lab, Rule } from "./rule.ts";

const FOREIGN = "https://foreign.example";
const NEEDED = ["content-type", "idempotency-key", "x-lightfield-file-token"];
const group = "Other origins";

/** Addresses that a browser asks before its calls. */
const PATHS = ["", "/fil_doesnotexist", "/fil_doesnotexist/complete", "/fil_doesnotexist/cancel"];

function preflight({ calls }: Lab, origin: string, path = ""): Promise<Answer> {
  return calls.send("OPTIONS", path, {
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

function expectAllowed(answer: Answer, pageOrigin: string): void {
  const origin = allowed(answer);
  if (!answer.ok || (origin !== pageOrigin && origin !== "*")) {
    throw new Fault(
      `${shown(answer)} with Access-Control-Allow-Origin: ${origin ?? "(none)"}`,
      `Answer OPTIONS with 204, without a login, and Access-Control-Allow-Origin: ${pageOrigin}, at every path below the endpoint.`,
    );
  }
  const names = namesIn(answer, "access-control-allow-headers");
  const missing = NEEDED.filter((name) => !names.includes(name) && !(names.includes("*") && !withCredentials(answer)));
  if (missing.length === 0) return;
  throw new Fault(
    `the preflight allows the headers "${names.join(", ")}", without ${missing.join(", ")}`,
    `Answer OPTIONS with Access-Control-Allow-Headers: ${NEEDED.join(", ")} and the page's own headers.`,
  );
}

function namesIn({ headers }: Answer, header: string): string[] {
  return (headers.get(header) ?? "").split(",").map((name) => name.trim().toLowerCase());
}

export const corsRules: readonly Rule[] = [
  {
    group,
    rule: "the page's origin may call the endpoint (preflight)",
    async check(lab) {
      const { pageOrigin } = lab;
      if (pageOrigin === null)
        throw new Skipped("the page has the endpoint's origin; otherwise pass --origin https://…");
      for (const path of PATHS) expectAllowed(await preflight(lab, pageOrigin, path), pageOrigin);
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
      const exposed = namesIn(answer, "access-control-expose-headers");
      if (exposed.includes("retry-after") || (exposed.includes("*") && !withCredentials(answer))) return;
      throw new Fault(
        `${shown(answer)} with Access-Control-Expose-Headers: ${exposed.join(", ") || "(none)"}`,
        "Add Access-Control-Expose-Headers: Retry-After, so that the uploader waits as long as it was asked to.",
      );
    },
  },
  {
    group,
    rule: "the user's cookie is accepted from the page's origin",
    async check(lab) {
      const { pageOrigin, calls } = lab;
      if (pageOrigin === null) throw new Skipped("the page has the endpoint's origin");
      if (!calls.hasCookie) throw new Skipped("the login is no cookie");
      const answers = [
        await preflight(lab, pageOrigin),
        await calls.send("GET", "/fil_doesnotexist", { headers: { origin: pageOrigin } }),
      ];
      const without = answers.find((answer) => !withCredentials(answer));
      if (!without) return;
      throw new Fault(
        `${shown(without)} without Access-Control-Allow-Credentials: true`,
        "Add Access-Control-Allow-Credentials: true to every response for this origin, refusals and OPTIONS too, or log in by a header.",
      );
    },
  },
  {
    group,
    rule: "caches keep the responses of different origins apart (Vary: Origin)",
    async check(lab) {
      const { pageOrigin, calls } = lab;
      if (pageOrigin === null) throw new Skipped("the page has the endpoint's origin");
      const answer = await calls.send("GET", "/fil_doesnotexist", { headers: { origin: pageOrigin } });
      const varies = namesIn(answer, "vary");
      if (allowed(answer) !== pageOrigin || varies.includes("origin") || varies.includes("*")) return;
      throw new Fault(
        `${shown(answer)} with Vary: ${varies.join(", ") || "(none)"}`,
        "Add Vary: Origin to every response: otherwise a cache gives the response for one page's origin to another page.",
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
