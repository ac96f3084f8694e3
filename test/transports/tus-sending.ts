import { md5 as md5OfBytes } from "hash-wasm";
import { UploadError } from "../../src/engine/errors.ts";
import type { TusTransfer } from "../../src/engine/ports.ts";
import { createTusTransport, type TusTransportOptions } from "../../src/transports/tus.ts";
import { until } from "../support/until.ts";

export const KiB = 1024;
export const MiB = 1024 * 1024;

/** Random bytes, so that a chunk in the wrong place shows in the digest. */
export async function randomFile(bytes: number): Promise<{ file: Blob; md5: string }> {
  const content = new Uint8Array(bytes);
  const most = 64 * KiB;
  for (let at = 0; at < bytes; at += most) crypto.getRandomValues(content.subarray(at, at + most));
  return { file: new Blob([content]), md5: await md5OfBytes(content) };
}

export interface Sending extends TusTransportOptions {
  readonly chunkBytes?: number | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly checksum?: TusTransfer["checksum"];
  readonly confirmed?: number;
  readonly resuming?: boolean;
  readonly signal?: AbortSignal;
}

/** Sends, and keeps what was reported. `again` is the engine's next try: with what is confirmed by now. */
export function sending(url: string, file: Blob, options: Sending = {}) {
  const { chunkBytes = null, headers = {}, checksum = null, signal = new AbortController().signal } = options;
  const transport = createTusTransport(options);
  const transfer: TusTransfer = { kind: "tus", url, headers, chunkBytes, offset: 0, checksum };
  const sent: number[] = [];
  const confirmed: number[] = [];
  const send = (from: number, resuming: boolean) =>
    transport.send({
      file,
      transfer,
      confirmed: from,
      resuming,
      signal,
      onSent(bytes) {
        if (bytes === null) throw new Error("A page without a service worker reports what is sent.");
        if (bytes < (confirmed.at(-1) ?? 0)) throw new Error(`${bytes} sent, but ${confirmed.at(-1)} confirmed`);
        sent.push(bytes);
      },
      onConfirmed: (bytes) => confirmed.push(bytes),
    });
  return {
    sent,
    confirmed,
    transport,
    transfer,
    result: send(options.confirmed ?? 0, options.resuming ?? false),
    again: () => send(confirmed.at(-1) ?? 0, true),
  };
}

export async function failure(promise: Promise<void>): Promise<UploadError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof UploadError) return error;
    throw error;
  }
  throw new Error("It did not reject.");
}

/** Lets time pass after each of several reports of bytes that left, to a server that is told each time to go on. */
export async function passAtReports(sent: readonly number[], pass: () => void, goOn: () => Promise<unknown>) {
  let seen = 0;
  for (let report = 0; report < 4; report++) {
    await until("a report of bytes that left", () => sent.length > seen);
    seen = sent.length;
    pass();
    await goOn();
  }
}
