/** The states that the screenshots show, each as a script for an element and its uploader. */
import type { LightfieldUploader } from "../../../src/element/index.ts";
import { UploadError } from "../../../src/engine/errors.ts";
import { mimeTypeOf } from "../../../src/engine/mime-types.ts";
import type { InterruptedUpload } from "../../../src/engine/snapshot.ts";
import type { ScriptedUploader } from "../../element/support/scripted-uploader.ts";

export interface Stage {
  readonly element: LightfieldUploader;
  readonly uploader: ScriptedUploader;
}

const MB = 1_000_000;
const DAY = 24 * 3_600_000;
const NOW = Date.now();
const LONG_NAME = "Quarterly business review – full recording transcript (final, approved).docx";
const SENDING = { status: "active", step: "transfer" } as const;
const WAITING = { status: "waiting", step: "transfer", waitReason: "backoff", resumable: true } as const;

/** A file that says it is this large, without holding as many bytes. */
export function fileOf(name: string, bytes: number, type = ""): File {
  const file = new File(["x"], name, { type });
  Object.defineProperty(file, "size", { value: bytes });
  return file;
}

function add({ uploader }: Stage, name: string, bytes: number, folder = ""): string {
  const [upload] = uploader.add([{ file: fileOf(name, bytes), folder }]).added;
  if (!upload) throw new Error(`${name} was refused`);
  return upload.id;
}

/** The only file of an element that takes one. */
function addOne(stage: Stage): string {
  stage.element.multiple = false;
  stage.element.purpose = "meeting_transcript";
  return add(stage, "interview.vtt", 3.1 * MB);
}

function interrupted(name: string, rest: Partial<InterruptedUpload> = {}): InterruptedUpload {
  const figures = { sizeBytes: 400 * MB, confirmedBytes: 45 * MB, savedAt: NOW - 2 * 3_600_000, reopenable: true };
  return { id: name, name, mimeType: mimeTypeOf(new File([], name)), ...figures, ...rest };
}

function drag({ element }: Stage, type: string): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(["x"], "dragged", { type }));
  element.dispatchEvent(new DragEvent("dragenter", { dataTransfer, bubbles: true, cancelable: true }));
}

/** Rejects where the element does not show the state that the name of a drag promises. */
async function assertState({ element }: Stage, name: "drag-accepted" | "drag-refused"): Promise<void> {
  await element.updateComplete;
  if (!element.matches(`:state(${name})`)) throw new Error(`The element is not in the state ${name}.`);
}

/** Rejects where the lines about what is in the files are not drawn. */
async function assertLines({ element }: Stage, part: "preview" | "hint", count: number): Promise<void> {
  await element.updateComplete;
  const lines = element.shadowRoot?.querySelectorAll(`[part=${part}]`).length;
  if (lines !== count) throw new Error(`There are ${lines} lines of the part ${part}, not ${count}.`);
}

/** A drop of a file of this name, or of something without a file. */
function drop({ element }: Stage, ...names: readonly string[]): void {
  const event = new DragEvent("drop", { bubbles: true, cancelable: true });
  const files = names.map((name) => fileOf(name, 4096));
  Object.defineProperty(event, "dataTransfer", { value: { types: ["Files"], items: [], files, effectAllowed: "all" } });
  element.dispatchEvent(event);
}

/** A drag over the page, which is the target. */
async function aim({ element }: Stage, type: string): Promise<void> {
  element.dropTarget = "page";
  while (!element.shadowRoot?.querySelector(".drop-target")) await new Promise(requestAnimationFrame);
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(["x"], "dragged", { type }));
  document.body.dispatchEvent(new DragEvent("dragenter", { dataTransfer, bubbles: true, cancelable: true }));
}

const CUE = "00:00:00.000 --> 00:00:03.250\nZoë Müller: Shall we begin with what the pilot showed?\n\n";

/** A paste of text on the element, and the section for it. */
async function pasteText({ element }: Stage, text: string): Promise<void> {
  element.purpose = "meeting_transcript";
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
  // Firefox gives an event that a script made an empty clipboard.
  Object.defineProperty(event, "clipboardData", { value: clipboardData });
  element.dispatchEvent(event);
  while (!element.shadowRoot?.querySelector("[part=pasted]")) await new Promise(requestAnimationFrame);
}

/** In a form that waits for its files, sent off while one of them is under way. */
async function sendOff({ element, uploader }: Stage): Promise<string> {
  const form = document.createElement("form");
  element.before(form);
  form.append(element);
  element.name = "transcript";
  element.submitWhileUploading = "wait";
  uploader.succeed(add({ element, uploader }, "kickoff-call.vtt", 84_210));
  const running = add({ element, uploader }, "all-hands.mp4", 301 * MB);
  const sent = { sentBytes: 38 * MB, bytesPerSecond: 2.1 * MB, remainingMs: 125_000 };
  uploader.patch(running, { status: "active", step: "transfer", ...sent });
  await element.updateComplete;
  form.requestSubmit();
  return running;
}

function mixture(stage: Stage): void {
  const { uploader } = stage;
  uploader.succeed(add(stage, "kickoff-call.vtt", 84_210));
  const running = add(stage, LONG_NAME, 12.4 * MB);
  uploader.patch(running, {
    status: "active",
    step: "transfer",
    sentBytes: 5.2 * MB,
    bytesPerSecond: 1.3 * MB,
    remainingMs: 5600,
  });
  const finishing = add(stage, "interview-with-customer.srt", 214_000, "research/2026");
  uploader.patch(finishing, { status: "active", step: "finalize", sentBytes: 214_000, verifying: true, canCancel: false });
  const slow = add(stage, "all-hands.mp4", 301 * MB);
  uploader.patch(slow, {
    status: "active",
    step: "transfer",
    sentBytes: 38 * MB,
    bytesPerSecond: 2.1 * MB,
    remainingMs: 125_000,
  });
  add(stage, "Réunion d’équipe à Genève.txt", 18_432);
  add(stage, "notes.pdf", 2.3 * MB);
}

/** A picture of hills under a sun. */
async function painted(name: string, width: number, height: number, sky = "#9cc9f5"): Promise<File> {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  const disc = (color: string, x: number, y: number, radius: number) => {
    context.fillStyle = color;
    context.beginPath();
    context.arc(x * width, y * height, radius * Math.min(width, height), 0, 7);
    context.fill();
  };
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  disc("#f6c945", 0.6, 0.35, 0.14);
  disc("#3f8f5f", 0.35, 1, 0.4);
  disc("#2d6b49", 0.7, 1.05, 0.35);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  return new File([blob ?? ""], name, { type: "image/png" });
}

/** Names in the language of the page, of which the second is long. */
function names(): readonly [string, string, string] {
  switch (document.documentElement.lang) {
    case "ar":
      return ["الفريق.vtt", "محضر الاجتماع الأسبوعي للفريق مع العميل – النسخة النهائية.docx", "مقابلة-العميل.srt"];
    case "hi":
      return ["टीम.vtt", "ग्राहक के साथ साप्ताहिक बैठक का पूरा विवरण – अंतिम प्रति.docx", "साक्षात्कार.srt"];
    case "de":
      return ["Jour-fixe.vtt", "Besprechungsprotokoll Quartalszahlen und Ausblick 2027 (freigegeben).docx", "Kundengespräch.srt"];
    default:
      return ["kickoff-call.vtt", LONG_NAME, "interview-with-customer.srt"];
  }
}

/** Three files of which two are being sent and one is being verified. */
function three(stage: Stage): readonly [string, string, string] {
  const { uploader } = stage;
  const [first, long, last] = names();
  const ids = [add(stage, first, 0.9 * MB), add(stage, long, 12.4 * MB), add(stage, last, 0.2 * MB)] as const;
  const rest = { resumable: true };
  uploader.patch(ids[0], { ...SENDING, sentBytes: 0.3 * MB, bytesPerSecond: 0.1 * MB, remainingMs: 6000, ...rest });
  uploader.patch(ids[1], { ...SENDING, sentBytes: 5.2 * MB, bytesPerSecond: 0.3 * MB, remainingMs: 24_000, ...rest });
  const whole = { sentBytes: 0.2 * MB, verifying: true, canCancel: false };
  uploader.patch(ids[2], { status: "active", step: "finalize", ...whole });
  return ids;
}

export const STATES = {
  "three-sending": (stage) => {
    three(stage);
  },
  "three-one-failed": (stage) => {
    const [first, long, last] = three(stage);
    stage.uploader.succeed(first);
    stage.uploader.fail(long, "network");
    stage.uploader.succeed(last);
  },
  "three-one-suspicious": (stage) => {
    const [first, long, last] = three(stage);
    for (const id of [first, long, last]) stage.uploader.succeed(id);
    stage.uploader.patch(long, { inspection: { hint: { code: "web-page" }, preview: null } });
  },
  "three-done": (stage) => {
    for (const id of three(stage)) stage.uploader.succeed(id);
  },
  idle: ({ element }) => {
    element.accept = ".vtt, .srt, .txt, .docx, .pdf";
  },
  "drag-over": async (stage) => {
    drag(stage, "text/vtt");
    await assertState(stage, "drag-accepted");
  },
  "drag-refused": async (stage) => {
    stage.element.accept = "text/vtt";
    await stage.element.updateComplete;
    // Judges the type; until it is loaded, every drag looks accepted.
    await import("../../../src/element/intake/judging.ts");
    drag(stage, "image/png");
    await assertState(stage, "drag-refused");
  },
  uploading: mixture,
  queued: (stage) => {
    add(stage, "interview.vtt", 3.1 * MB);
    add(stage, LONG_NAME, 12.4 * MB, "research/2026");
  },
  /** Hashed while it is sent: there is no step of its own for that. */
  sending: (stage) => {
    const recording = { sentBytes: 97 * MB, bytesPerSecond: 2.1 * MB, remainingMs: 97_000, resumable: true };
    stage.uploader.patch(add(stage, "all-hands.mp4", 301 * MB), { ...SENDING, ...recording });
    stage.uploader.patch(add(stage, "interview.vtt", 3.1 * MB), { ...SENDING, sentBytes: 2.2 * MB });
  },
  verifying: (stage) => {
    const whole = { step: "finalize", sentBytes: 214_000, verifying: true, canCancel: false } as const;
    stage.uploader.patch(add(stage, "interview.srt", 214_000), { ...SENDING, ...whole });
  },
  verified: (stage) => {
    stage.uploader.succeed(add(stage, "interview.srt", 214_000));
    stage.uploader.patch(add(stage, "old-server.srt", 214_000), { status: "succeeded", canCancel: false, canRemove: true });
  },
  cancelled: (stage) => {
    stage.uploader.cancel(add(stage, "interview.vtt", 3.1 * MB));
    add(stage, "notes.pdf", 2.3 * MB);
  },
  "one-idle": ({ element }) => {
    element.multiple = false;
    element.purpose = "meeting_transcript";
  },
  "one-sending": (stage) => {
    const sent = { sentBytes: 2.2 * MB, bytesPerSecond: 0.9 * MB, remainingMs: 1000, resumable: true };
    stage.uploader.patch(addOne(stage), { ...SENDING, ...sent });
  },
  "one-waiting": (stage) => {
    const wait = { error: new UploadError("network", ""), waitingUntil: Date.now() + 8000, sentBytes: 2.2 * MB };
    stage.uploader.patch(addOne(stage), { ...WAITING, ...wait });
  },
  "one-verifying": (stage) => {
    const whole = { step: "finalize", sentBytes: 3.1 * MB, verifying: true, canCancel: false } as const;
    stage.uploader.patch(addOne(stage), { ...SENDING, ...whole });
  },
  "one-verified": (stage) => {
    stage.uploader.succeed(addOne(stage));
  },
  "one-failed": (stage) => {
    stage.uploader.fail(addOne(stage), "network");
  },
  "one-cancelled": (stage) => {
    stage.uploader.cancel(addOne(stage));
  },
  "one-drag-over": async (stage) => {
    stage.uploader.succeed(addOne(stage));
    drag(stage, "text/vtt");
    await assertState(stage, "drag-accepted");
  },
  "one-drag-refused": async (stage) => {
    stage.uploader.patch(addOne(stage), { ...SENDING, sentBytes: 2.2 * MB });
    drag(stage, "text/vtt");
    await assertState(stage, "drag-refused");
  },
  transcripts: async (stage) => {
    const { uploader } = stage;
    const preview = { speakers: ["Zoë", "李小龙", "عمر"], cues: 1204, durationMs: 42 * 60_000, complete: true };
    const long = { ...preview, cues: 20_140, durationMs: 11 * 3_600_000, complete: false };
    const weekly = add(stage, "weekly.vtt", 84_210);
    uploader.succeed(weekly);
    uploader.patch(weekly, { inspection: { hint: null, preview } });
    const marathon = { sentBytes: 0.9 * MB, bytesPerSecond: 0.9 * MB, remainingMs: 1000 };
    uploader.patch(add(stage, "hackathon-all-rooms.srt", 2.1 * MB), {
      ...{ status: "active", step: "transfer", inspection: { hint: null, preview: long } },
      ...marathon,
    });
    uploader.patch(add(stage, "customer-call.vtt", 61_000), {
      inspection: { hint: { code: "renamed", named: "vtt", found: "srt" }, preview: { ...preview, speakers: [] } },
    });
    uploader.patch(add(stage, "board.docx", 310_000), { inspection: { hint: { code: "cut-off" }, preview: null } });
    await assertLines(stage, "preview", 3);
    await assertLines(stage, "hint", 2);
  },
  pictures: async (stage) => {
    const { uploader, element } = stage;
    const files = [await painted("whiteboard.png", 900, 600), await painted("sticker.png", 300, 700, "transparent")];
    const heic = new File(["x"], "IMG_2041.heic", { type: "image/heic" });
    for (const file of [...files, heic, fileOf("notes.pdf", 2.3 * MB)]) uploader.add([{ file, folder: "" }]);
    const [first, second] = uploader.snapshot.uploads;
    if (first) uploader.succeed(first.id);
    if (second) uploader.patch(second.id, { ...SENDING, sentBytes: second.sizeBytes / 2 });
    while ((element.shadowRoot?.querySelectorAll("canvas").length ?? 0) < 2) await new Promise(requestAnimationFrame);
  },
  "paste-text": async ({ element }) => {
    element.purpose = "meeting_transcript";
    await element.updateComplete;
    element.shadowRoot?.querySelector<HTMLElement>("[part=paste-button]")?.click();
    while (!element.shadowRoot?.querySelector("[part=pasted]")) await new Promise(requestAnimationFrame);
    // With nothing in it yet.
    element.shadowRoot.querySelector<HTMLElement>("[part=pasted] .browse")?.click();
    while (!element.shadowRoot?.querySelector("[aria-invalid]")) await new Promise(requestAnimationFrame);
  },
  pasted: async (stage) => {
    await pasteText(stage, `WEBVTT\n\n${CUE.repeat(40)}`);
    while (!stage.element.shadowRoot?.querySelector("[part=pasted]")) await new Promise(requestAnimationFrame);
  },
  "pasted-again": async (stage) => {
    await pasteText(stage, `WEBVTT\n\n${CUE.repeat(3)}`);
    await pasteText(stage, `WEBVTT\n\n${CUE.repeat(4)}`);
    while (!stage.element.shadowRoot?.querySelector(".pasted-question")) await new Promise(requestAnimationFrame);
  },
  "pasted-discarded": async (stage) => {
    await pasteText(stage, `WEBVTT\n\n${CUE.repeat(3)}`);
    const { shadowRoot } = stage.element;
    const key = new KeyboardEvent("keydown", { key: "Escape", bubbles: true });
    shadowRoot?.querySelector("[part=pasted-text]")?.dispatchEvent(key);
    while (!shadowRoot?.querySelector(".pasted-discarded")) await new Promise(requestAnimationFrame);
  },
  "not-meant": async (stage) => {
    drop(stage, "._interview.vtt");
    while (!stage.element.shadowRoot?.querySelector(".notice .text-button")) await new Promise(requestAnimationFrame);
  },
  "no-file": async (stage) => {
    drop(stage);
    while (!stage.element.shadowRoot?.querySelector(".notice")) await new Promise(requestAnimationFrame);
  },
  "drop-target": async (stage) => {
    stage.element.accept = ".vtt, .srt, .txt, .docx, .pdf";
    await aim(stage, "text/vtt");
  },
  "drop-target-refused": async (stage) => {
    stage.element.accept = "text/vtt, text/plain";
    // Until the code that judges the type is loaded.
    for (;;) {
      await aim(stage, "image/png");
      await new Promise(requestAnimationFrame);
      if (stage.element.matches(":state(drag-refused)")) break;
    }
  },
  paused: (stage) => {
    const { uploader } = stage;
    const recording = { sentBytes: 45 * MB, confirmedBytes: 45 * MB, resumable: true } as const;
    uploader.patch(add(stage, "all-hands.mp4", 400 * MB), { status: "paused", step: "transfer", ...recording });
    const running = add(stage, "board-meeting-recording-uncut.mp4", 301 * MB);
    const patch = { sentBytes: 160 * MB, bytesPerSecond: 2.1 * MB, remainingMs: 65_000 };
    uploader.patch(running, { status: "active", step: "transfer", ...patch, resumable: true });
    uploader.patch(add(stage, "notes.pdf", 9 * MB), { status: "paused", step: "transfer", sentBytes: 3 * MB });
  },
  "paused-all": (stage) => {
    const recording = { sentBytes: 45 * MB, confirmedBytes: 45 * MB, resumable: true } as const;
    for (const name of ["all-hands.mp4", "interview.mp4"]) {
      stage.uploader.patch(add(stage, name, 400 * MB), { status: "paused", step: "transfer", ...recording });
    }
  },
  "uploaded-before": (stage) => {
    const { uploader } = stage;
    const weekly = { id: "fil_1", name: "weekly.vtt", uploadedAt: Date.UTC(2026, 2, 12, 12) };
    for (const name of ["weekly.vtt", "weekly (1).vtt"]) {
      uploader.patch(add(stage, name, 84_210), {
        status: "paused",
        canPause: false,
        canResume: true,
        uploadedBefore: weekly,
      });
    }
    uploader.succeed(add(stage, "kickoff-call.vtt", 84_210));
  },
  "same-name": (stage) => {
    const { uploader } = stage;
    const name = "weekly-sync.vtt";
    uploader.succeed(add(stage, name, 84_210, "2026/march"));
    uploader.patch(add(stage, name, 93_000, "2026/april"), { ...SENDING, sentBytes: 40_000 });
    uploader.fail(add(stage, name, 71_400), "network");
  },
  "signed-out": (stage) => {
    const kept = { resumable: true, sentBytes: 45 * MB, confirmedBytes: 45 * MB, step: "transfer" } as const;
    const id = add(stage, "all-hands.mp4", 301 * MB);
    stage.uploader.fail(id, "signed-out");
    stage.uploader.patch(id, kept);
  },
  unmeasured: (stage) => {
    stage.uploader.patch(add(stage, "all-hands.mp4", 301 * MB), { ...SENDING, isMeasured: false, bytesPerSecond: null });
    const chunks = { sentBytes: 96 * MB, confirmedBytes: 96 * MB, bytesPerSecond: null, resumable: true };
    stage.uploader.patch(add(stage, "interview.mp4", 192 * MB), { ...SENDING, ...chunks, isMeasured: false });
  },
  "waiting-offline": (stage) => {
    for (const [name, sentBytes] of Object.entries({ "all-hands.mp4": 160 * MB, "interview.mp4": 12 * MB })) {
      stage.uploader.patch(add(stage, name, 301 * MB), { ...WAITING, waitReason: "offline", sentBytes });
    }
  },
  "waiting-busy": (stage) => {
    const { uploader } = stage;
    const waits = { busy: new UploadError("server", "503", { retryAfterMs: 95_000 }), lost: new UploadError("network", "") };
    const busy = { error: waits.busy, waitingUntil: Date.now() + 95_000, sentBytes: 160 * MB };
    uploader.patch(add(stage, "all-hands.mp4", 301 * MB), { ...WAITING, ...busy });
    const lost = { error: waits.lost, waitingUntil: Date.now() + 8000, sentBytes: 4 * MB };
    uploader.patch(add(stage, "interview.vtt", 12 * MB), { ...WAITING, ...lost });
  },
  finishing: (stage) => {
    const { uploader } = stage;
    const sent = { sentBytes: 400 * MB, resumable: true };
    uploader.patch(add(stage, "all-hands.mp4", 400 * MB), { status: "active", step: "transfer", ...sent });
    const checking = { verifying: true, sentBytes: 301 * MB };
    uploader.patch(add(stage, "interview.mp4", 301 * MB), { status: "active", step: "transfer", ...checking });
  },
  continued: (stage) => {
    const sent = { sentBytes: 52 * MB, bytesPerSecond: 2.1 * MB, remainingMs: 165_000, resumable: true };
    const id = add(stage, "all-hands.mp4", 400 * MB);
    stage.uploader.patch(id, { status: "active", step: "transfer", origin: "continued", ...sent });
    const paused = { sentBytes: 45 * MB, confirmedBytes: 45 * MB, resumable: true } as const;
    const other = add(stage, "interview.mp4", 400 * MB);
    stage.uploader.patch(other, { status: "paused", step: "transfer", origin: "continued", ...paused });
  },
  changed: (stage) => {
    const sent = { sentBytes: 5 * MB, bytesPerSecond: 2.1 * MB, remainingMs: 185_000, resumable: true };
    const id = add(stage, "all-hands.mp4", 400 * MB);
    stage.uploader.patch(id, { status: "active", step: "transfer", origin: "changed", ...sent });
    add(stage, "notes.pdf", 2.3 * MB);
  },
  "interrupted-reopenable": (stage) => {
    stage.uploader.interrupt(interrupted("all-hands.mp4"), interrupted(LONG_NAME, { savedAt: NOW - 3 * DAY }));
    mixture(stage);
  },
  "interrupted-add-again": (stage) => {
    const rest = { reopenable: false };
    stage.uploader.interrupt(
      interrupted("all-hands.mp4", rest),
      interrupted("interview.vtt", { ...rest, confirmedBytes: 0, sizeBytes: 12 * MB, savedAt: NOW - DAY }),
    );
    stage.uploader.succeed(add(stage, "kickoff-call.vtt", 84_210));
  },
  "interrupted-only": (stage) => {
    stage.uploader.interrupt(interrupted("all-hands.mp4"), interrupted("interview.mp4", { reopenable: false }));
  },
  "interrupted-not-reopened": async (stage) => {
    stage.uploader.reopens = false;
    stage.uploader.interrupt(interrupted("all-hands.mp4"));
    await stage.element.updateComplete;
    stage.element.shadowRoot?.querySelector<HTMLElement>("[part=resume-button]")?.click();
  },
  error: (stage) => {
    const { uploader } = stage;
    uploader.succeed(add(stage, "kickoff-call.vtt", 84_210));
    uploader.fail(add(stage, "interview-with-customer.srt", 3.1 * MB), "network");
    uploader.fail(add(stage, "contract.docx", 1.2 * MB, "sales"), "refused", {
      detail: "mimeType is not allowed for purpose meeting_transcript",
    });
    uploader.fail(add(stage, "all-hands.mp4", 301 * MB), "storage-unreachable");
    uploader.cancel(add(stage, "draft.txt", 900));
  },
  rejected: (stage) => {
    stage.uploader.configure({ accept: ".vtt, .srt, .txt" });
    stage.element.accept = ".vtt, .srt, .txt";
    stage.uploader.succeed(add(stage, "kickoff-call.vtt", 84_210));
    stage.element.addFiles([fileOf("holiday.png", 2 * MB), fileOf("empty.txt", 0)]);
  },
  "rejected-one": (stage) => {
    stage.element.addFiles([fileOf("board-meeting-recording-uncut.mp4", 700 * MB)]);
  },
  "rejected-many": (stage) => {
    stage.uploader.configure({ accept: ".vtt" });
    stage.element.addFiles(Array.from({ length: 12 }, (_, index) => fileOf(`photo-${index + 1}.png`, MB)));
  },
  done: (stage) => {
    const sizes = { "kickoff-call.vtt": 84_210, "interview.srt": 214_000, "proposal.docx": 1.2 * MB, "figures.csv": 50_000 };
    for (const [name, bytes] of Object.entries(sizes)) stage.uploader.succeed(add(stage, name, bytes));
  },
  "done-one": (stage) => {
    stage.element.multiple = false;
    stage.uploader.succeed(add(stage, "interview.vtt", 3.1 * MB));
  },
  restored: (stage) => {
    const held = { mimeType: "text/vtt", md5: "5eb63bbbe01eeed093cb22bb8f5acdc3" };
    const files = [
      { id: "fil_1", name: "kickoff-call.vtt", sizeBytes: 84_210, ...held },
      { id: "fil_2", name: LONG_NAME, sizeBytes: 12.4 * MB, ...held, mimeType: "" },
    ];
    stage.element.name = "transcript";
    stage.element.formStateRestoreCallback(JSON.stringify(files), "restore");
    stage.uploader.succeed(add(stage, "interview.srt", 214_000));
  },
  "submit-waits": async (stage) => {
    await sendOff(stage);
  },
  "submit-stopped": async (stage) => {
    stage.uploader.fail(await sendOff(stage), "network");
  },
  "right-to-left": (stage) => {
    document.documentElement.dir = "rtl";
    mixture(stage);
  },
  disabled: ({ element }) => {
    element.disabled = true;
  },
  "not-set-up": (stage) => {
    stage.element.uploader = null;
    return stage.element.addFiles([fileOf("interview.vtt", 3 * MB)]);
  },
} satisfies Record<string, (stage: Stage) => void | Promise<void>>;

export type StateName = keyof typeof STATES;
