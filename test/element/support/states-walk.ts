/** Puts both elements into every state that the screenshots show. */
import "../../../src/define.ts";
import "../../../src/files/define.ts";
import type { LightfieldUploader } from "../../../src/element/index.ts";
import type { LightfieldFiles } from "../../../src/files/index.ts";
import { expectConsole } from "../../support/console.ts";
import { loadEverything } from "../../support/load-everything.ts";
import { createFilesStage, FILES_STATES, searchFor } from "../../support/screenshots/files-states.ts";
import { STATES } from "../../support/screenshots/states.ts";
import { turn } from "../../support/until.ts";
import { isReferenceEngine } from "./engine.ts";
import { ScriptedUploader } from "./scripted-uploader.ts";

export type EitherElement = LightfieldUploader | LightfieldFiles;

export interface WalkOptions {
  /** Called before the element is attached. */
  prepare(element: EitherElement): void;
  /** The states to show. Absent: all. */
  readonly states?: ReadonlySet<string>;
  /** Whether no engine can change what is looked at (attributes, words): all but the reference engine then show some states. */
  readonly isSameEverywhere?: boolean;
  /** Called with the element in the state. */
  look(element: EitherElement, state: string): void | Promise<void>;
}

/** For a test that walks through all states: twice what the slowest machine needs. */
export const WALK_LIMIT_MS = 300_000;

/** States for engines other than Chromium: the beginning, one file, a refusal, transcripts, interrupted ones, the list. */
const SOME_STATES = new Set([
  "idle",
  "uploading",
  "error",
  "rejected",
  "transcripts",
  "interrupted-only",
  "files-list",
]);

/** For the title of a test that `isSameEverywhere`: how many states the engine takes. */
export const WALKED_STATES = isReferenceEngine ? "every state" : `each of ${SOME_STATES.size} states`;

/** What developers read of the states in which their page is at fault. */
const HINTS = [/\[storage-unreachable\]/, /\[endpoint-missing\]/, /\[reads-forbidden\]/];

/** Takes the elements one after the other; each leaves the document before the next comes. */
export async function walkStates(where: HTMLElement, options: WalkOptions): Promise<number> {
  const { prepare, look, isSameEverywhere = false } = options;
  const states = options.states ?? (isSameEverywhere && !isReferenceEngine ? SOME_STATES : null);
  if (!states) expectConsole(...HINTS);
  await loadEverything();
  const { dir } = document.documentElement;
  const isWanted = ([state]: readonly [string, unknown]) => states?.has(state) ?? true;
  let count = 0;
  for (const [state, enter] of Object.entries(STATES).filter(isWanted)) {
    const element = document.createElement("lightfield-uploader");
    const uploader = new ScriptedUploader();
    element.multiple = true;
    element.uploader = uploader;
    prepare(element);
    where.append(element);
    await element.updateComplete;
    await enter({ element, uploader });
    await drawn(element);
    await look(element, state);
    element.remove();
    document.documentElement.dir = dir;
    count++;
  }
  for (const [state, enter] of Object.entries(FILES_STATES).filter(isWanted)) {
    const { open } = window;
    const element = document.createElement("lightfield-files");
    prepare(element);
    await enter({
      ...createFilesStage(element),
      async show() {
        where.append(element);
        await drawn(element);
      },
      async click(part) {
        element.shadowRoot?.querySelector<HTMLElement>(`[part=${part}]`)?.click();
        await drawn(element);
      },
      async search(query) {
        await searchFor(element, query);
        await drawn(element);
      },
    });
    await look(element, state);
    element.remove();
    document.documentElement.dir = dir;
    window.open = open;
    count++;
  }
  return count;
}

/** Waits for calls that answer at once, and for the updates that follow. */
async function drawn(element: EitherElement): Promise<void> {
  for (let turns = 0; turns < 4; turns++) {
    await turn();
    await element.updateComplete;
  }
}
