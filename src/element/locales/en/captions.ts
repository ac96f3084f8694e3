import type { CaptionMessages } from "../../words/transcript-messages.ts";

/** Loaded with the first captions. */
const transcripts = {
  speakers: (count, complete, formats) =>
    formats.plural(count, complete ? { one: "# speaker", other: "# speakers" } : { other: "# or more speakers" }),
  cues: (count, complete, formats) =>
    formats.plural(
      count,
      complete ? { one: "# caption", other: "# captions" } : { one: "about # caption", other: "about # captions" },
    ),
} satisfies CaptionMessages;

export const sentences = { transcripts };
