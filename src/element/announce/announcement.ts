import type { QueueSnapshot } from "../../engine/snapshot.ts";
import { quotedName } from "../../ui/file-names.ts";
import { spoken } from "../../ui/spoken.ts";
import { failureReason, retryWords } from "../words/failure-reason.ts";
import type { Messages } from "../words/messages.ts";
import type { View } from "../words/view.ts";
import { type Gathered, MAX_NAMED, type UploadHappening } from "./announcer.ts";

/** Messages about the status of an upload, in the order in which they are announced. All but `changed` lack the full stop. */
const STATUSES = [
  "continued",
  "changed",
  "paused",
  "announceResumed",
  "queued",
  "cancelled",
  "verified",
  "uploaded",
] as const satisfies readonly (keyof Messages)[];

/** Combines everything that was gathered into one text, which is short for any number of files. */
export function announcement(gathered: Gathered, { counts, uploads }: QueueSnapshot, words: View): string {
  const { messages, formats } = words;
  const { added, refused, happened, said, done, areAllNamed } = gathered;
  const stop = (sentence: string) => messages.because(sentence, "").trim();
  const sentences = added[0] === undefined ? [] : [messages.announceAdded(added.length, quotedName(added[0]), formats)];

  if (refused.length > MAX_NAMED) sentences.push(stop(messages.manyNotAdded(refused.length, formats)));
  else sentences.push(...refused);

  const failed = happened.flatMap(({ type, upload: { name, error } }) =>
    type === "failed" ? [messages.announceFailed(quotedName(name), error ? failureReason(error, words) : "")] : [],
  );
  if (failed.length > MAX_NAMED) sentences.push(messages.announceManyFailed(failed.length, formats));
  else sentences.push(...failed);

  for (const status of STATUSES) {
    const names = happened.filter((one) => statusOf(one) === status).map(({ upload }) => quotedName(upload.name));
    const sentence = messages[status];
    const end = status === "changed" ? (one: string) => one : stop;
    if (names.length === 0) continue;
    if (names.length <= MAX_NAMED) sentences.push(...names.map((name) => end(messages.about(name, sentence))));
    else if (status !== "verified" && status !== "uploaded") sentences.push(end(sentence));
    else if (!done) {
      sentences.push(stop(messages.summary(counts.succeeded, uploads.length - counts.cancelled, formats)));
    }
  }

  const waiting = happened.find(({ type }) => type === "waiting");
  if (waiting) {
    sentences.push(retryWords(waiting.upload.error, null, words));
  }

  sentences.push(...said);
  if (done && !areAllNamed) sentences.push(messages.announceDone(counts.succeeded, counts.failed, formats));
  return spoken(sentences.join(" "));
}

function statusOf({ type, upload }: UploadHappening): (typeof STATUSES)[number] | null {
  switch (type) {
    case "recognized":
      return upload.origin === "new" ? null : upload.origin;
    case "resumed":
      return "announceResumed";
    case "retried":
      return "queued";
    case "succeeded":
      return upload.md5 ? "verified" : "uploaded";
    case "paused":
    case "cancelled":
      return type;
    default:
      return null;
  }
}
