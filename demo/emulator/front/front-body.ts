import type { RequestListener } from "node:http";
import type { Socket } from "node:net";
import type { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { BitFlip, Trickle, Tripwire } from "../faults/sabotage.ts";
import { header } from "../node-http.ts";
import { answerEarly } from "./front-answers.ts";
import type { Exchange } from "./front-exchange.ts";
import { pointOf } from "./meant-request.ts";
import { PassOn } from "./pass-on.ts";

const NEVER = new Promise<never>(() => {});

/** Delay before a cut: a real server notices it a moment after the last byte, when it has processed that byte. */
const NOTICE_MS = 50;

/** Passes a request to its listener and applies the fault to the body. */
export async function passOn(listener: RequestListener, exchange: Exchange): Promise<void> {
  const { req, res, socket, entry } = exchange;
  const end = new PassOn(req, (bytes) => {
    entry.bytesIn += bytes;
  });
  // A listener that responds first and reads the body afterwards does both in the same turn.
  res.once("finish", () => setImmediate(() => end.discardUnread()));
  listener(end.request, res);
  try {
    await pipeline([req, ...sabotageOf(exchange, end), end]);
  } catch (error) {
    if (!socket.destroyed && !res.headersSent) throw error;
  }
}

/** Transforms that a fault adds between the socket and the listener. */
function sabotageOf(exchange: Exchange, end: PassOn): Transform[] {
  const { req, socket, fault, expire } = exchange;
  if (fault === null) return [];
  const point = pointOf(fault, req);
  const tripwire = (onReached: () => void | Promise<void>): Transform[] => [
    new Tripwire(point, async (bytes) => {
      await end.passed(bytes);
      await onReached();
    }),
  ];
  switch (fault.do) {
    case "disconnect":
      return tripwire(() => cut(socket));
    case "stall":
      return tripwire(() => NEVER);
    case "expire":
      return tripwire(expire);
    case "status":
      return tripwire(() => answerEarly(exchange, fault));
    case "trickle":
      return [new Trickle(fault.bytesPerSecond)];
    case "corrupt":
      return [new BitFlip(Math.min(point, Number(header(req, "content-length") ?? Number.POSITIVE_INFINITY) - 1))];
    case "disconnect-before-answer":
    case "garbage":
    case "refuse-cors":
      return [];
    default:
      return fault.do satisfies never;
  }
}

async function cut(socket: Socket): Promise<never> {
  await sleep(NOTICE_MS);
  socket.destroy();
  return NEVER;
}
