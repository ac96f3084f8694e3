/** The memory of uploaded content, as a chunk of its own: loaded when the first file is verified, or when one was before. */
import { browserClock } from "./browser/clock.ts";
import { createUploadedStore, type WriteMark } from "./browser/uploaded-store.ts";
import { KnownContents } from "./engine/duplicates/known-contents.ts";

/** @param key of the mark in `localStorage` that is changed with every write */
export function createContentMemory(key: string): KnownContents {
  return new KnownContents(createUploadedStore(markIn(key)), browserClock.now);
}

/** A page that may not use storage has no mark. */
function markIn(key: string): WriteMark {
  return {
    read() {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write(mark) {
      try {
        localStorage.setItem(key, mark);
      } catch {}
    },
  };
}
