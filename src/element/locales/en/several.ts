import type { SeveralMessages } from "../../words/messages.ts";

/** English sentences that come with the code for several files; other languages load them with the list. */
export const sentences = {
  summaryFailed: (count, formats) => formats.plural(count, { other: "# not uploaded" }),
  summaryToCheck: (count, formats) => formats.plural(count, { other: "# to check" }),
  overall: "All files",
  start: "Upload",
  pauseAll: "Pause all",
  resumeAll: "Resume all",
  cancelAll: "Cancel all",
  retryAll: "Retry failed",
  clear: "Clear finished",
  onlyFailed: "Show only failed",
} satisfies SeveralMessages;
