import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it, mock } from "node:test";
import { Gathering } from "../../../src/element/announce/gathering.ts";
import type { UploadSnapshot } from "../../../src/engine/snapshot.ts";

const upload = (name: string) => ({ name }) as UploadSnapshot;
const MINUTE_MS = 60_000;

describe("uploads that are announced together", () => {
  let areWordsLoaded = true;
  let announced: string[][] = [];
  let asked = 0;
  const gathering = () =>
    new Gathering((uploads) => {
      asked += 1;
      if (areWordsLoaded) announced.push(uploads.map(({ name }) => name));
      return areWordsLoaded;
    });

  beforeEach(() => {
    mock.timers.enable({ apis: ["setTimeout"] });
    [areWordsLoaded, announced, asked] = [true, [], 0];
  });
  afterEach(() => mock.timers.reset());

  it("are those of one moment, each once", () => {
    const set = gathering();
    set.add(upload("a"));
    mock.timers.tick(200);
    set.add(upload("b"));
    mock.timers.tick(100);
    set.add(upload("c"));
    mock.timers.tick(300);
    assert.deepEqual(announced, [["a", "b"], ["c"]]);
  });

  it("wait for their words, however long these take to load, and are not lost", () => {
    areWordsLoaded = false;
    const set = gathering();
    set.add(upload("a"));
    mock.timers.tick(20_000);
    set.add(upload("b"));
    mock.timers.tick(20_000);
    assert.deepEqual(announced, []);
    areWordsLoaded = true;
    mock.timers.tick(300);
    assert.deepEqual(announced, [["a", "b"]]);
  });

  it("are given up after a minute without words", () => {
    areWordsLoaded = false;
    gathering().add(upload("a"));
    const passMinute = () => {
      for (let ms = 0; ms < MINUTE_MS; ms += 100) mock.timers.tick(100);
    };
    passMinute();
    passMinute();
    const before = asked;
    passMinute();
    assert.deepEqual([before > 1, asked], [true, before]);
  });
});
