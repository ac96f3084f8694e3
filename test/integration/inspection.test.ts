import { expect } from "@open-wc/testing";
import { type ConnectedUploader, type CreateUploaderOptions, createUploader } from "../../src/create-uploader.ts";
import { forgetUploads } from "../browser/checkpoints.ts";
import { backend, control, until } from "../support/backend-client.ts";
import { durationOf, otterSrt, TALK, teamsVtt } from "../transcripts/samples.ts";

describe("the look at a transcript, on its way to a local Lightfield", () => {
  let uploader: ConnectedUploader;

  const open = async (options: Partial<CreateUploaderOptions> = {}) => {
    const { hostEndpoint } = await backend();
    uploader = createUploader({ endpoint: hostEndpoint, purpose: "meeting_transcript", ...options });
  };
  const add = (content: BlobPart, name: string) => uploader.add([{ file: new File([content], name) }]);
  const allDone = (count: number) => until("all uploads", () => uploader.snapshot.counts.succeeded === count);

  beforeEach(async () => {
    await control("POST", "/__emulator/clear", {});
    await forgetUploads();
  });
  afterEach(() => uploader.dispose());

  it("says who speaks in it, and what is odd about it, and uploads it all the same", async () => {
    await open();
    add(teamsVtt(), "weekly.vtt");
    add(otterSrt(), "renamed.vtt");
    await allDone(2);
    // The look holds nothing up, so it may end later.
    await until("both looks", () => uploader.snapshot.uploads.every(({ inspection }) => inspection !== null));
    const [weekly, renamed] = uploader.snapshot.uploads;
    expect(weekly?.inspection?.hint).to.equal(null);
    expect(weekly?.inspection?.preview).to.deep.include({ cues: 6, durationMs: durationOf(TALK), complete: true });
    expect(renamed?.inspection?.hint).to.deep.equal({ code: "renamed", named: "vtt", found: "srt" });
  });

  it("holds nothing up when the file's first bytes do not come", async () => {
    await open();
    const file = new File(["hello"], "slow.vtt");
    // A network drive that hangs, for this page's reads: the transfer reads by itself.
    const arrayBuffer = () => new Promise(() => {});
    Object.defineProperties(file, { slice: { value: () => ({ arrayBuffer }) }, arrayBuffer: { value: arrayBuffer } });
    uploader.add([{ file }]);
    await until("the transfer to begin", () => uploader.snapshot.uploads.every(({ step }) => step !== "authorize"));
    expect(uploader.snapshot.uploads[0]?.inspection).to.equal(null);
  });

  it("also comes for files that wait to be started", async () => {
    await open({ autoStart: false });
    for (let index = 0; index < 20; index += 1) add(teamsVtt(), `${index}.vtt`);
    await until("all looks", () => uploader.snapshot.uploads.every(({ inspection }) => inspection !== null));
    expect(uploader.snapshot.counts.queued).to.equal(20);
  });

  it("is not taken for other purposes, unless the page wants it", async () => {
    await open({ purpose: "knowledge_user" });
    add("  ", "blank.txt");
    await allDone(1);
    uploader.configure({ inspect: true });
    add("   ", "blank.txt");
    await allDone(2);
    // Looks are taken in turn: one at the first file would be over by now.
    await until("the look", () => uploader.snapshot.uploads[1]?.inspection);
    expect(uploader.snapshot.uploads[0]?.inspection).to.equal(null);
    expect(uploader.snapshot.uploads[1]?.inspection).to.deep.equal({ hint: { code: "blank" }, preview: null });
  });

  it("is not taken when the page does not want it", async () => {
    await open({ inspect: false });
    add(teamsVtt(), "weekly.vtt");
    await allDone(1);
    uploader.configure({ inspect: true });
    add(teamsVtt(), "other.vtt");
    // Looks are taken in turn: one at the first file would be over by now.
    await until("the look at the other", () => uploader.snapshot.uploads[1]?.inspection);
    expect(uploader.snapshot.uploads[0]?.inspection).to.equal(null);
  });
});
