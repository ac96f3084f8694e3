import crypto, { createHmac, timingSafeEqual } from "node:crypto";
import fs from "node:fs";
import fsPromises from "node:fs/promises";
import http from "node:http";
import { syncBuiltinESMExports } from "node:module";
import type { Storage } from "../model/storage.ts";
import { STORAGE_ORIGIN, StorageRequest } from "../model/storage-request.ts";
import type { Disk } from "./disk.ts";
import { DiskReadStream, DiskWriteStream, fileCalls, isOnDisk } from "./disk-files.ts";
import type { Random } from "./random.ts";
import type { Timeline } from "./timeline.ts";
import { virtualTimers } from "./timers.ts";

export interface VirtualParts {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly disk: Disk;
  readonly storage: Storage;
}

type Call = (...args: unknown[]) => unknown;

/**
 * Puts virtual time, the virtual disk, virtual storage and repeatable randomness in the place of Node's, so that the
 * relay and the tus server run as they are. Everything else (other paths, other hosts) stays Node's own. Returns how to
 * take it all away.
 */
export function installVirtualGlobals({ timeline, random, disk, storage }: VirtualParts): () => void {
  const restores: (() => void)[] = [];
  const replace = (target: object, name: string, value: unknown): void => {
    const before = Object.getOwnPropertyDescriptor(target, name);
    Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: true });
    restores.push(() => {
      if (before) Object.defineProperty(target, name, before);
      else Reflect.deleteProperty(target, name);
    });
  };
  /** Calls on the virtual disk go to `virtual`, those on any other path to Node. */
  const divert = (target: object, name: string, virtual: Call): void => {
    const real = Reflect.get(target, name) as Call;
    replace(target, name, function diverted(this: unknown, ...args: unknown[]) {
      return isOnDisk(args[0]) ? virtual(...args) : real.apply(this, args);
    });
  };

  for (const [name, value] of Object.entries(virtualTimers(timeline))) replace(globalThis, name, value);
  replace(AbortSignal, "timeout", (ms: number) => {
    const controller = new AbortController();
    const end = () => controller.abort(new DOMException("The operation timed out", "TimeoutError"));
    timeline.schedule(ms, timeline.current, "a signal times out", end, true);
    return controller.signal;
  });
  replace(Math, "random", () => random.next());

  for (const [name, call] of Object.entries(fileCalls(disk))) divert(fsPromises, name, call as Call);
  divert(fs, "createReadStream", (path) => new DiskReadStream(disk, path as string));
  divert(fs, "createWriteStream", (path, options) => new DiskWriteStream(disk, path as string, options as object));
  divert(fs, "mkdirSync", () => undefined);
  divert(fs, "chmodSync", () => undefined);
  divert(fs, "mkdir", (...args) => {
    (args.at(-1) as Call)(null);
  });

  const realRequest = http.request as Call;
  replace(http, "request", (url: unknown, ...rest: unknown[]) => {
    if (typeof url !== "string" || !url.startsWith(STORAGE_ORIGIN)) return realRequest(url, ...rest);
    return new StorageRequest(storage, url, rest[0] as ConstructorParameters<typeof StorageRequest>[2]);
  });

  replace(crypto, "randomBytes", (size: number) => Buffer.from(Array.from({ length: size }, () => random.below(256))));
  // WebCrypto's own answers come from other threads, so at no repeatable moment.
  replace(globalThis.crypto.subtle, "importKey", async (_format: string, secret: Uint8Array) => secret);
  replace(
    globalThis.crypto.subtle,
    "sign",
    async (_name: string, secret: Uint8Array, text: Uint8Array) =>
      Uint8Array.from(createHmac("sha256", secret).update(text).digest()).buffer,
  );
  replace(
    globalThis.crypto.subtle,
    "verify",
    async (_name: string, secret: Uint8Array, signature: Uint8Array, text: Uint8Array) => {
      const expected = createHmac("sha256", secret).update(text).digest();
      return signature.length === expected.length && timingSafeEqual(signature, expected);
    },
  );
  syncBuiltinESMExports();

  return () => {
    for (const restore of restores.reverse()) restore();
    syncBuiltinESMExports();
  };
}
