/** The states of `<lightfield-files>` that the screenshots show, each as a script for an element and its endpoint. */
import type { LightfieldFiles } from "../../../src/files/index.ts";
import { listed, manyFiles, ScriptedEndpoint } from "../../files/support/scripted-endpoint.ts";

export interface FilesStage {
  readonly element: LightfieldFiles;
  readonly endpoint: ScriptedEndpoint;
  /** Attaches the element and waits for its first list, or for why there is none. */
  show(): Promise<void>;
  click(part: string): Promise<void>;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MB = 1_000_000;

const mixture = () => [
  listed("interview-with-customer.srt", { status: "PENDING", mimeType: "application/x-subrip", sizeBytes: 214_000, ageMs: 8_000 }),
  listed("Quarterly business review – full recording transcript (final, approved).docx", {
    mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    sizeBytes: 12.4 * MB,
    ageMs: 12 * MINUTE,
  }),
  listed("kickoff-call.vtt", { ageMs: 3 * HOUR }),
  listed("all-hands.mp4", { status: "EXPIRED", mimeType: "video/mp4", sizeBytes: 301 * MB, ageMs: 26 * HOUR }),
  listed("Réunion d’équipe à Genève.txt", { mimeType: "text/plain", sizeBytes: 18_432, ageMs: 74 * HOUR }),
  listed("draft.pdf", { status: "CANCELLED", mimeType: "application/pdf", sizeBytes: 900, ageMs: 40 * 24 * HOUR }),
];

export const FILES_STATES = {
  "files-list": async ({ endpoint, show }) => {
    endpoint.files = mixture();
    await show();
  },
  "files-pages": async ({ endpoint, show, click }) => {
    endpoint.files = manyFiles(137);
    await show();
    await click("next-button");
  },
  "files-loading": async ({ endpoint, show }) => {
    endpoint.silence("list");
    await show();
  },
  "files-empty": async ({ show }) => show(),
  "files-not-set-up": async ({ element, show }) => {
    element.endpoint = null;
    await show();
  },
  "files-forbidden": async ({ endpoint, show }) => {
    endpoint.refuse("list", 403);
    await show();
  },
  "files-error": async ({ endpoint, show, click }) => {
    endpoint.files = mixture().slice(1, 4);
    await show();
    endpoint.refuse("list", 503);
    await click("refresh-button");
  },
  "files-busy": async ({ endpoint, show, click }) => {
    endpoint.files = mixture().slice(1, 3);
    await show();
    endpoint.refuse("list", 429);
    // The delay before the next try is a random part of a second: here a minute, so that the state outlasts every look.
    const { random } = Math;
    Math.random = () => 60;
    await click("refresh-button");
    Math.random = random;
  },
  "files-not-opened": async ({ endpoint, show, click }) => {
    endpoint.files = mixture().slice(1, 4);
    endpoint.refuse("url", 500);
    await show();
    await click("open-button");
  },
  "files-open-link": async ({ endpoint, element, show, click }) => {
    endpoint.files = mixture().slice(1, 4);
    await show();
    window.open = () => null;
    element.target = "_blank";
    await click("open-button");
  },
  "files-right-to-left": async ({ endpoint, show, click }) => {
    document.documentElement.dir = "rtl";
    endpoint.files = [...mixture(), ...manyFiles(30)];
    await show();
    await click("refresh-button");
  },
} satisfies Record<string, (stage: FilesStage) => Promise<void>>;

export type FilesStateName = keyof typeof FILES_STATES;

export function createFilesStage(element: LightfieldFiles): FilesStage {
  const endpoint = new ScriptedEndpoint();
  element.endpoint = endpoint;
  const settle = async () => {
    // A few turns for the calls, which answer at once, and for what is drawn of them.
    for (let turn = 0; turn < 5; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      await element.updateComplete;
    }
  };
  return {
    element,
    endpoint,
    async show() {
      (document.querySelector("main") ?? document.body).append(element);
      await settle();
    },
    async click(part) {
      element.shadowRoot?.querySelector<HTMLElement>(`[part=${part}]`)?.click();
      await settle();
    },
  };
}
