/** Class `File` of the stage's window: the element accepts only files of its own window. */
export type FileClass = typeof File;

export interface Sample {
  readonly name: string;
  readonly title: string;
  readonly says: string;
  make(FileOfStage: FileClass): readonly File[];
}

const VTT = `WEBVTT

1
00:00:00.000 --> 00:00:03.200
<v Mei Tanaka>Good morning. Shall we start with the pilot?

2
00:00:03.400 --> 00:00:07.900
<v Jonas Weber>Yes. Three teams hand in their recordings since Monday.

3
00:00:08.100 --> 00:00:11.500
<v Mei Tanaka>And every one of them has arrived. I have checked.
`;

const SRT = `1
00:00:00,000 --> 00:00:02,500
Welcome back, everybody.

2
00:00:02,700 --> 00:00:06,000
Today we look at what was agreed last week.
`;

const SIGN_IN_PAGE = `<!doctype html>
<html><head><title>Sign in</title></head><body><form action="/login"><input name="user"></form></body></html>
`;

const PNG_SIGNATURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const MEGABYTE = 1_000_000;

export const SAMPLES: readonly Sample[] = [
  {
    name: "vtt",
    title: "Captions, .vtt",
    says: "Two speakers, three cues.",
    make: (FileOfStage) => [new FileOfStage([VTT], "weekly.vtt", { type: "text/vtt" })],
  },
  {
    name: "srt",
    title: "Subtitles, .srt",
    says: "Two cues.",
    make: (FileOfStage) => [new FileOfStage([SRT], "kick-off.srt", { type: "application/x-subrip" })],
  },
  {
    name: "large",
    title: "30 MB of notes",
    says: "Large enough to watch the transfer, best with the fault “Slow network”.",
    make: (FileOfStage) => {
      const line = "And then it was agreed that all of this is to be written down, once more and in full.\n";
      const megabyte = line.repeat(Math.ceil(MEGABYTE / line.length)).slice(0, MEGABYTE);
      const parts = Array.from({ length: 30 }, () => megabyte);
      return [new FileOfStage(parts, "minutes-of-the-year.txt", { type: "text/plain" })];
    },
  },
  {
    name: "empty",
    title: "An empty file",
    says: "Refused, because it is empty.",
    make: (FileOfStage) => [new FileOfStage([], "empty.vtt", { type: "text/vtt" })],
  },
  {
    name: "photo",
    title: "A photo",
    says: "Refused if `accept` allows only other kinds of files.",
    make: (FileOfStage) => [new FileOfStage([PNG_SIGNATURE], "whiteboard.png", { type: "image/png" })],
  },
  {
    name: "sign-in",
    title: "A web page named .vtt",
    says: "A download that saved a sign-in page. It is accepted as a transcript, with a hint.",
    make: (FileOfStage) => [new FileOfStage([SIGN_IN_PAGE], "download.vtt", { type: "text/vtt" })],
  },
  {
    name: "thousand",
    title: "1,000 small files",
    says: "Uploaded a few at a time, below Lightfield's limit of requests per second. `cancel()` stops them.",
    make: (FileOfStage) =>
      Array.from({ length: 1000 }, (_, index) => {
        const number = String(index + 1).padStart(4, "0");
        return new FileOfStage([`Note ${number}\n`], `note-${number}.txt`, { type: "text/plain" });
      }),
  },
];
