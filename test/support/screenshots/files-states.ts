/** The states of `<lightfield-files>` that the screenshots show, each as a script for an element and its endpoint. */
import type { LightfieldFiles } from "../../../src/files/index.ts";
import { until } from "../until.ts";
import { listed, manyFiles, ScriptedEndpoint } from "../../files/support/scripted-endpoint.ts";

export interface FilesStage {
  readonly element: LightfieldFiles;
  readonly endpoint: ScriptedEndpoint;
  /** Attaches the element and waits for its first list, or for why there is none. */
  show(): Promise<void>;
  click(part: string): Promise<void>;
  /** Writes into the search field. */
  search(query: string): Promise<void>;
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

/** Thirty files, a third of them interviews. */
const thirty = () =>
  Array.from({ length: 30 }, (_, index) =>
    listed(["Interview Müller", "kickoff", "Quarterly review"][index % 3] + ` ${30 - index}.${["vtt", "pdf", "docx"][index % 3]}`, {
      ageMs: index * 7 * HOUR,
      sizeBytes: 20_000 + ((index * 7919) % 97) * 61_000,
    }),
  );

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
  "files-three": async ({ endpoint, show }) => {
    endpoint.files = mixture().slice(1, 4);
    await show();
  },
  "files-same-name": async ({ endpoint, show }) => {
    endpoint.files = [12_000, 47_000, 3 * HOUR].map((ageMs, index) =>
      listed("weekly-sync.vtt", { ageMs, sizeBytes: 84_210 + index * 9_000 }),
    );
    await show();
  },
  "files-many": async ({ endpoint, show }) => {
    endpoint.files = thirty();
    await show();
  },
  "files-search": async ({ endpoint, show, search }) => {
    endpoint.files = thirty();
    await show();
    await search("interview");
  },
  "files-search-part": async ({ endpoint, show, search }) => {
    endpoint.files = [...thirty(), ...manyFiles(307)];
    await show();
    await search("call 1");
  },
  "files-search-none": async ({ endpoint, show, search }) => {
    endpoint.files = thirty();
    await show();
    await search("budget");
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
  "files-signed-out": async ({ endpoint, show }) => {
    endpoint.refuse("list", 401);
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
    async search(query) {
      await searchFor(element, query);
      await settle();
    },
  };
}

/** Writes into the search field, as soon as it is there. */
export async function searchFor(element: LightfieldFiles, query: string): Promise<void> {
  const field = () => element.shadowRoot?.querySelector<HTMLInputElement>("[part=search-field]");
  await until("the search field", field);
  const input = field();
  if (!input) return;
  input.value = query;
  input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
}
