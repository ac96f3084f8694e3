#!/usr/bin/env node
/** The package's command: `lightfield-uploader check https://site.example/api/uploads`. */
import { parseArgs } from "node:util";
import { checkEndpoint } from "./check-endpoint.ts";
import { toLines } from "./report.ts";

const HELP = `Checks an upload endpoint against the contract of lightfield-uploader.

  npx lightfield-uploader check https://site.example/api/uploads --header 'Cookie: session=…'

  --header 'Name: value'        header of a signed-in user, may be repeated
  --other-header 'Name: value'  header of another signed-in user: checks that neither can use the other's files
  --purpose NAME                purpose of the created files, for example meeting_transcript
  --origin https://page         origin of the page, if it differs from the endpoint's (CORS)
  --json                        prints the findings as JSON
  --help                        prints this text

It creates about 25 sessions, uploads two files of 87 bytes and cancels the other sessions. Use it on a test workspace.
Exit code: 0 if every rule passed or was skipped, 1 if one failed, 2 if the command is wrong.`;

process.exitCode = await main();

async function main(): Promise<number> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch (error) {
    return usage(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const [command, endpoint, ...rest] = positionals;
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (command !== "check" || rest.length > 0) return usage(`Unknown command: ${positionals.join(" ") || "(none)"}`);
  if (!endpoint || !/^https?:\/\//i.test(endpoint) || !URL.canParse(endpoint)) {
    return usage("`check` needs the absolute address of the endpoint, with http:// or https://.");
  }
  const { username, password } = new URL(endpoint);
  if (username !== "" || password !== "") return usage("The address may hold no password: pass it as a --header.");
  const { origin } = values;
  if (origin !== undefined && !(URL.canParse(origin) && /^https?:/i.test(origin))) {
    return usage("`--origin` needs an origin such as https://www.example.com.");
  }
  const wrong = [...(values.header ?? []), ...(values["other-header"] ?? [])].find((line) => !isHeader(line));
  if (wrong !== undefined) {
    return usage(
      `\`${wrong.split(":", 1)[0]}\` is no header: write 'Name: value', in characters that a header may have.`,
    );
  }
  const findings = await checkEndpoint({
    endpoint,
    headers: headersOf(values.header ?? []),
    otherHeaders: headersOf(values["other-header"] ?? []),
    purpose: values.purpose,
    // Without a path and a slash at the end, as browsers send it.
    origin: origin === undefined ? undefined : new URL(origin).origin,
  });
  if (values.json) console.log(JSON.stringify(findings, null, 2));
  else console.log([`Checking ${endpoint}`, ...toLines(findings)].join("\n"));
  return findings.some(({ outcome }) => outcome === "failed") ? 1 : 0;
}

function parse() {
  return parseArgs({
    allowPositionals: true,
    options: {
      header: { type: "string", multiple: true },
      "other-header": { type: "string", multiple: true },
      purpose: { type: "string" },
      origin: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
}

function headersOf(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, Math.max(colon, 0)).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

function isHeader(line: string): boolean {
  const colon = line.indexOf(":");
  if (colon < 1 || line.slice(colon + 1).trim() === "") return false;
  try {
    new Headers(headersOf([line]));
    return true;
  } catch {
    return false;
  }
}

function usage(problem: string): number {
  console.error(`${problem}\n\n${HELP}`);
  return 2;
}
