import assert from "node:assert/strict";
import { it } from "node:test";
import { inspect } from "../../src/transcripts/inspect.ts";

export type Content = string | Uint8Array<ArrayBuffer>;
export type Expected = readonly [hint: string | null, cues: number, speakers?: readonly string[]];

const clock = (at: number, point: string) => `00:00:${String(at).padStart(2, "0")}${point}000`;
export const span = (at: number, point: string) => `${clock(at, point)} --> ${clock(at + 1, point)}`;
export const vtt = (...texts: readonly string[]) =>
  `WEBVTT\n\n${texts.map((text, at) => `${span(at, ".")}\n${text}\n`).join("\n")}`;
export const srt = (...texts: readonly string[]) =>
  texts.map((text, at) => `${at + 1}\n${span(at, ",")}\n${text}\n`).join("\n");
export const lines = (text: string, count = 40) => `${text}\n`.repeat(count);

/** Neither a hint nor a preview. */
export const NOTHING: Expected = [null, 0, []];

export type Inputs = Readonly<Record<string, readonly [name: string, content: Content, ...Expected]>>;

/** A test for each input: hint, number of cues and, where they are given, speakers. */
export function testInspections(inputs: Inputs): void {
  for (const [what, [name, content, hint, cues, speakers]] of Object.entries(inputs)) {
    it(what, async () => {
      const { hint: found, preview } = await inspect(new File([content], name));
      assert.deepEqual(
        [found?.code ?? null, preview?.cues ?? 0, preview?.speakers ?? []],
        [hint, cues, speakers ?? preview?.speakers ?? []],
      );
    });
  }
}
