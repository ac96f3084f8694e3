import { parseFilesPage, parseFileUrl } from "../../host/parse.ts";
import { type Answer, shown } from "../calls.ts";
import { expectReply, isEnvelope, parsed } from "../expect.ts";
import { Fault, Skipped } from "../report.ts";
import { pathOf, type Rule } from "./rule.ts";

const group = "Reading";

/** Skips the rule if the endpoint has no reading calls, which only `<lightfield-files>` needs. */
function skipIfOff(answer: Answer): void {
  if (![401, 403, 404, 405].includes(answer.status)) return;
  if (!isEnvelope(answer.json)) throw new Fault(shown(answer), "Answer refused calls with the error envelope.");
  throw new Skipped(`the endpoint refuses it with ${answer.status}; only <lightfield-files> needs it`);
}

export const readingRules: readonly Rule[] = [
  {
    group,
    rule: "list returns a page of files, each with a token",
    async check({ calls }) {
      const answer = await calls.send("GET", "?limit=5&offset=0");
      skipIfOff(answer);
      expectReply(answer);
      const { files } = parsed(answer, parseFilesPage);
      if (files.length > 5)
        throw new Fault(`${files.length} files for limit=5`, "Pass `limit` and `offset` on to Lightfield.");
      if (files.every(({ token }) => token !== null)) return;
      throw new Fault("a listed file without a token", "Sign a token for every listed file, as for a created one.");
    },
  },
  {
    group,
    rule: "url returns a temporary address of a completed file",
    async check({ calls, completed }) {
      if (!completed) throw new Skipped("no file was completed");
      const answer = await calls.send("GET", pathOf(completed.id, "url"), { token: completed.token });
      skipIfOff(answer);
      expectReply(answer);
      parsed(answer, parseFileUrl);
    },
  },
];
