import type { Plan } from "./steps.ts";

export interface Found extends Plan {
  /** How many seeds to run, from the plan's own: the fault needs latencies that not every seed has. Default one. */
  readonly seeds?: number;
}

/** Plans that broke a promise once, shrunk, by what they show. */
export const FOUND: Readonly<Record<string, Found>> = {
  "delivers once at a time when a client sends a file again through another instance": {
    seed: 81,
    uploads: 1,
    steps: [
      { afterMs: 0, kind: "open", upload: 0, at: 1, isReplacing: false },
      { afterMs: 65_000, kind: "patch", upload: 0, at: 1, share: 1, pieces: 3, end: "whole" },
      { afterMs: 3, kind: "patch", upload: 0, at: 0, share: 1, pieces: 4, end: "stall" },
    ],
  },
  "sends no file whose session is closed while storage stalls": {
    seed: 356,
    uploads: 1,
    steps: [
      { afterMs: 0, kind: "open", upload: 0, at: 0, isReplacing: false },
      { afterMs: 1, kind: "storage", manner: { kind: "stall", afterBytes: 26 }, lasting: "for ever" },
      { afterMs: 1500, kind: "patch", upload: 0, at: 1, share: 1, pieces: 4, end: "whole" },
      { afterMs: 6000, kind: "forget", upload: 0, at: 1 },
    ],
  },
  "closes a session although an instance hangs with the lock of its bytes": {
    seed: 1520,
    uploads: 1,
    steps: [
      { afterMs: 0, kind: "open", upload: 0, at: 1, isReplacing: false },
      { afterMs: 6000, kind: "post", upload: 0, at: 1 },
      { afterMs: 100, kind: "head", upload: 0, at: 0, times: 6 },
      { afterMs: 400, kind: "leave", upload: 0 },
      { afterMs: 1500, kind: "patch", upload: 0, at: 0, share: 0.5, pieces: 1, end: "whole" },
      { afterMs: 100, kind: "confirm", upload: 0, at: 1 },
      { afterMs: 10, kind: "delete", upload: 0, at: 1 },
      { afterMs: 30, kind: "freeze", at: 0, forMs: 40_000 },
    ],
  },
  "opens a session once when two requests for it arrive at one instance": {
    seed: 3,
    uploads: 1,
    steps: [
      { afterMs: 0, kind: "open", upload: 0, at: 0, isReplacing: false },
      { afterMs: 10, kind: "open", upload: 0, at: 0, isReplacing: false },
    ],
  },
  "opens a session once when two requests for it arrive at two instances": {
    seed: 63,
    uploads: 1,
    steps: [
      { afterMs: 0, kind: "open", upload: 0, at: 0, isReplacing: false },
      { afterMs: 10, kind: "open", upload: 0, at: 1, isReplacing: true },
    ],
  },
  "keeps the session of a file that is delivered while a clean-up runs": {
    seed: 1,
    seeds: 80,
    uploads: 1,
    steps: [
      { afterMs: 0, kind: "open", upload: 0, at: 0, isReplacing: false },
      { afterMs: 2000, kind: "patch", upload: 0, at: 0, share: 1, pieces: 1, end: "whole" },
      { afterMs: 60, kind: "clean", at: 1 },
      { afterMs: 400, kind: "head", upload: 0, at: 0, times: 1 },
    ],
  },
  "cancels nothing half-way when the disk fails for a moment": {
    seed: 186,
    uploads: 2,
    steps: [
      { afterMs: 0, kind: "open", upload: 0, at: 1, isReplacing: false },
      { afterMs: 6000, kind: "open", upload: 1, at: 0, isReplacing: true },
      { afterMs: 10, kind: "disk", on: "read", how: "error", lasting: "for ever" },
      { afterMs: 30, kind: "forget", upload: 0, at: 0 },
      { afterMs: 400, kind: "freeze", at: 0, forMs: 15_000 },
      { afterMs: 12_000, kind: "patch", upload: 0, at: 0, share: 1, pieces: 2, end: "whole" },
    ],
  },
  "sends a file less and less often while storage fails and its client asks on": {
    seed: 1,
    uploads: 1,
    steps: [
      { afterMs: 0, kind: "open", upload: 0, at: 0, isReplacing: false },
      {
        afterMs: 0,
        kind: "storage",
        manner: { kind: "answer", status: 500, words: "", isEarly: false },
        lasting: "for ever",
      },
      { afterMs: 2000, kind: "patch", upload: 0, at: 0, share: 1, pieces: 1, end: "whole" },
      { afterMs: 1000, kind: "head", upload: 0, at: 0, times: 60 },
      { afterMs: 20 * 60_000, kind: "head", upload: 0, at: 0, times: 1 },
    ],
  },
  "leaves storage alone as it asked of a copy whose bytes the disk did not take": {
    seed: 9414,
    uploads: 5,
    steps: [
      { afterMs: 0, kind: "open", upload: 2, at: 1, isReplacing: false },
      { afterMs: 0, kind: "open", upload: 3, at: 1, isReplacing: false },
      { afterMs: 30, kind: "open", upload: 4, at: 0, isReplacing: true },
      { afterMs: 0, kind: "storage", manner: { kind: "wait", status: 429, retryAfterSeconds: 5 }, lasting: "a while" },
      { afterMs: 0, kind: "freeze", at: 1, forMs: 40000 },
      { afterMs: 100, kind: "patch", upload: 4, at: 0, share: 1, pieces: 2, end: "whole" },
      { afterMs: 0, kind: "patch", upload: 4, at: 0, share: 1, pieces: 2, end: "whole" },
    ],
  },
  "delivers once at a time when the disk fails while storage hangs": {
    seed: 14332,
    uploads: 1,
    steps: [
      { afterMs: 0, kind: "open", upload: 0, at: 0, isReplacing: false },
      { afterMs: 6000, kind: "head", upload: 0, at: 1, times: 1 },
      { afterMs: 400, kind: "patch", upload: 0, at: 0, share: 0.8573819887824357, pieces: 3, end: "whole" },
      { afterMs: 10, kind: "storage", manner: { kind: "stall", afterBytes: 2 }, lasting: "for ever" },
      { afterMs: 100, kind: "disk", on: "read", how: "error", lasting: "once" },
      { afterMs: 6000, kind: "head", upload: 0, at: 0, times: 2 },
    ],
  },
  "does not stop a request in the place of one that another has waited for": {
    seed: 1,
    seeds: 30,
    uploads: 1,
    steps: [
      { afterMs: 0, kind: "open", upload: 0, at: 0, isReplacing: false },
      { afterMs: 2000, kind: "patch", upload: 0, at: 0, share: 0.5, pieces: 3, pieceMs: 100, end: "whole" },
      { afterMs: 30, kind: "head", upload: 0, at: 0, times: 1 },
      { afterMs: 460, kind: "patch", upload: 0, at: 0, share: 1, pieces: 4, pieceMs: 150, end: "whole" },
    ],
  },
  "gives the bytes of a session to one of two that replace it at the same time": {
    seed: 1,
    seeds: 20,
    uploads: 1,
    steps: [
      { afterMs: 0, kind: "open", upload: 0, at: 0, isReplacing: false },
      { afterMs: 2000, kind: "patch", upload: 0, at: 0, share: 0.5, pieces: 1, end: "whole" },
      { afterMs: 2000, kind: "open", upload: 0, at: 0, isReplacing: true },
      { afterMs: 0, kind: "open", upload: 0, at: 1, isReplacing: true },
      { afterMs: 2000, isOlder: true, kind: "patch", upload: 0, at: 0, share: 1, pieces: 1, end: "whole" },
      { afterMs: 2000, kind: "patch", upload: 0, at: 0, share: 1, pieces: 1, end: "whole" },
    ],
  },
};
