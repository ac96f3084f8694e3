import type { Random } from "../virtual/random.ts";
import type { Timeline } from "../virtual/timeline.ts";

export interface ScriptedBody {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly content: Uint8Array<ArrayBuffer>;
  readonly pieces: number;
  /** Milliseconds between two pieces. */
  readonly pieceMs: number;
  /** Whether all bytes arrive, or half of them before the connection breaks or falls silent. */
  readonly end: "whole" | "cut" | "stall";
}

/** A request's body that arrives in pieces, in events of the process that has begun to serve the request. */
export function createScriptedBody(script: ScriptedBody, signal: AbortSignal): ReadableStream<Uint8Array> {
  const { timeline, random, content, pieces, pieceMs, end } = script;
  const process = timeline.current;
  const total = end === "whole" ? content.length : Math.floor(content.length / 2);
  const pieceBytes = Math.max(1, Math.ceil(total / pieces));
  let isOver = false;

  return new ReadableStream<Uint8Array>({
    start(controller) {
      const breakOff = (): void => {
        if (isOver) return;
        isOver = true;
        controller.error(new Error("aborted"));
      };
      signal.addEventListener("abort", breakOff);
      const arrive = (offset: number): void => {
        timeline.schedule(pieceMs + random.latencyMs(), process, "bytes of a request arrive", () => {
          if (isOver) return;
          const piece = content.slice(offset, Math.min(total, offset + pieceBytes));
          if (piece.length > 0) {
            controller.enqueue(piece);
            return arrive(offset + piece.length);
          }
          if (end === "cut") breakOff();
          else if (end === "whole") {
            isOver = true;
            controller.close();
          }
        });
      };
      arrive(0);
    },
    cancel() {
      isOver = true;
    },
  });
}
