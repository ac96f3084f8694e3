/** The states that the screenshots show, each as a script for an element and its uploader. */
import type { LightfieldUploader } from "../../../src/element/index.ts";
import type { ScriptedUploader } from "../../element/support/scripted-uploader.ts";

export interface Stage {
  readonly element: LightfieldUploader;
  readonly uploader: ScriptedUploader;
}

const MB = 1_048_576;
const NOW = Date.now();

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

function drag({ element }: Stage, type: string): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(["x"], "dragged", { type }));
  element.dispatchEvent(new DragEvent("dragenter", { dataTransfer, bubbles: true, cancelable: true }));
}

function mixture(stage: Stage): void {
  const { uploader } = stage;
  uploader.succeed(add(stage, "kickoff-call.vtt", 84_210));
  const running = add(stage, "Quarterly business review – full recording transcript (final, approved).docx", 12.4 * MB);
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

export const STATES = {
  idle: ({ element }) => {
    element.accept = ".vtt, .srt, .txt, .docx, .pdf";
  },
  "drag-over": (stage) => {
    drag(stage, "text/vtt");
  },
  "drag-refused": (stage) => {
    stage.element.accept = "text/vtt";
    drag(stage, "image/png");
  },
  uploading: mixture,
  "uploading-one": (stage) => {
    stage.element.multiple = false;
    const id = add(stage, "interview.vtt", 3.1 * MB);
    const patch = { sentBytes: 2.2 * MB, bytesPerSecond: 0.9 * MB, remainingMs: 1000 };
    stage.uploader.patch(id, { status: "active", step: "transfer", ...patch });
  },
  waiting: (stage) => {
    const { uploader } = stage;
    const lost = add(stage, "interview.vtt", 12 * MB);
    const waiting = { status: "waiting", step: "transfer", waitReason: "backoff", waitingUntil: NOW + 3_600_000 } as const;
    uploader.patch(lost, { ...waiting, sentBytes: 4 * MB, waitingUntil: Date.now() + 8000 });
    const offline = add(stage, "all-hands.mp4", 301 * MB);
    uploader.patch(offline, { status: "waiting", step: "transfer", waitReason: "offline", sentBytes: 160 * MB });
    const paused = add(stage, "notes.pdf", 9 * MB);
    uploader.patch(paused, { status: "paused", step: "transfer", sentBytes: 3 * MB, resumable: true });
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
  "right-to-left": (stage) => {
    document.documentElement.dir = "rtl";
    mixture(stage);
  },
  disabled: ({ element }) => {
    element.disabled = true;
  },
  "not-set-up": (stage) => {
    stage.element.uploader = null;
    stage.element.addFiles([fileOf("interview.vtt", 3 * MB)]);
  },
} satisfies Record<string, (stage: Stage) => void>;

export type StateName = keyof typeof STATES;
