/** What is said: a part of the list's chunk, since without a file there is little to say. */
import type { QueueSnapshot } from "../../engine/snapshot.ts";
import { quotedName } from "../../ui/file-names.ts";
import type { Formats } from "../../ui/format.ts";
import type { EarlyMessages } from "../words/messages.ts";
import { type Gathered, isEnd, type UploadHappening } from "./announcer.ts";

/** More than this many of one sort are counted and not named. */
const NAMED = 3;

/** The words that tell a status, in the order in which they are told. All but `changed` lack the full stop. */
const STATUSES = [
  "continued",
  "changed",
  "paused",
  "announceResumed",
  "queued",
  "cancelled",
  "verified",
  "uploaded",
] as const satisfies readonly (keyof EarlyMessages)[];

export interface Words {
  readonly messages: EarlyMessages;
  readonly formats: Formats;
}

/** One text of all that was gathered; few words, whatever the number of files. */
export function announcement(gathered: Gathered, { counts, uploads }: QueueSnapshot, words: Words): string {
  const { messages, formats } = words;
  const { added, refused, happened, said, done } = gathered;
  const stop = (sentence: string) => messages.because(sentence, "").trim();
  const sentences = added[0] === undefined ? [] : [messages.announceAdded(added.length, quotedName(added[0]), formats)];

  if (refused.length > NAMED) sentences.push(stop(messages.manyNotAdded(refused.length, formats)));
  else sentences.push(...refused);

  const failed = happened.flatMap(({ type, upload: { name, error } }) =>
    type === "failed"
      ? [messages.announceFailed(quotedName(name), (error && messages.errors?.[error.code]) ?? "")]
      : [],
  );
  if (failed.length > NAMED) sentences.push(messages.announceManyFailed(failed.length, formats));
  else sentences.push(...failed);

  for (const status of STATUSES) {
    const names = happened.filter((one) => statusOf(one) === status).map(({ upload }) => quotedName(upload.name));
    const sentence = messages[status];
    const end = status === "changed" ? (one: string) => one : stop;
    if (names.length === 0 || !sentence) continue;
    if (names.length <= NAMED) sentences.push(...names.map((name) => end(messages.about(name, sentence))));
    else if (status !== "verified" && status !== "uploaded") sentences.push(end(sentence));
    else if (!done && messages.summary) {
      sentences.push(stop(messages.summary(counts.succeeded, uploads.length - counts.cancelled, formats)));
    }
  }

  const waiting = happened.find(({ type }) => type === "waiting");
  if (waiting && messages.retrying) {
    const { error } = waiting.upload;
    const isBusy = error?.code === "rate-limited" || error?.code === "server";
    sentences.push(messages.retrying(isBusy ? "busy" : "lost", null));
  }

  sentences.push(...said);
  // Of a single one everything is said already.
  const isAlone = counts.succeeded + counts.failed === 1 && happened.filter(isEnd).length === 1;
  if (done && !isAlone) sentences.push(messages.announceDone(counts.succeeded, counts.failed, formats));
  return sentences.join(" ");
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
