import type { TranscriptMessages } from "../../words/transcript-messages.ts";
import { sentences as captions } from "./captions.ts";

/** Loaded when the first of them is needed, by the code that draws what they are about. */
const transcripts = {
  ...captions.transcripts,
  hints: {
    blank: "This file contains only blank space. Was it saved completely?",
    "no-cues": "These captions contain no words.",
    "cut-off": "The end of this file is missing. Was it downloaded completely?",
    recording: "This is a recording. Add the text of its transcript instead.",
    picture: "This is a picture. Add the transcript as text instead.",
    archive: "This is an archive. Unpack it and add the transcript that is inside.",
    "web-page": "This is a web page, perhaps a sign-in page that was saved in the transcript’s place.",
    shortcut: "This is only a link to the document. Download the document and add it instead.",
    locked: "A password protects this document, so its text cannot be read.",
    "not-text": "There is no readable text in this file.",
  },
  renamed: (named, found) =>
    `It is named .${named}, but its content looks like .${found}. Rename it, or add the right file.`,
  encoding: () => "Some characters in this file may look wrong. If you can, save it as UTF-8 and add it again.",
  announceHints: (count, formats) =>
    formats.plural(count, { other: "Please check # files: something about them looks unusual." }),

  pasted: "Pasted text",
  pastedName: "File name",
  pastedContent: "Text of the transcript",
  pastedEmpty: "There is no text yet. Paste or type it here.",
  pastedAdd: "Add",
  pastedDiscard: "Discard",
  pastedAgain: "There is already text here. What should happen to the text you just pasted?",
  pastedBelow: "Add it below",
  pastedReplace: "Replace the first text",
  pastedKeep: "Leave it out",
  pastedGone: "The text was discarded.",
  pastedBack: "Bring it back",
  pastedFile: (date) => `Pasted transcript ${date}`,
} satisfies TranscriptMessages;

export const sentences = { transcripts };
