import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Messages } from "../../../src/element/words/messages.ts";
import type { TranscriptMessages } from "../../../src/element/words/transcript-messages.ts";
import type { SearchMessages } from "../../../src/files/search/messages.ts";
import type { FilesMessages } from "../../../src/files/words/messages.ts";
import { createFormats, type Formats } from "../../../src/ui/format.ts";
import {
  ENGLISH_WORDS,
  FILES_ENGLISH_WORDS,
  LANGUAGES,
  type LanguageKey,
  type Samples,
  sentencesOf,
  type Words,
  wordsOf,
} from "../support/languages.ts";

type Functions<T> = { [K in keyof T as T[K] extends (...args: never) => string ? K : never]: T[K] };
type ArgumentsOf<T> = { [K in keyof Functions<T>]: Functions<T>[K] extends (...args: infer A) => string ? A[] : never };

const NAME = "\u2068Ω.1\u2069";
/** Counts of every plural category of every language. */
const COUNTS = [0, 1, 2, 3, 5, 11, 21, 22, 25, 100, 1000, 1_000_000];
const SIZE = "12,4";
/** Duration that ends with a full stop, as in German. */
const DURATION = "57.";

/** Sample arguments of each sentence. A new sentence without samples is a compile error. */
function uploaderSamples(formats: Formats) {
  const counts = COUNTS.map((count): [number, Formats] => [count, formats]);
  const several = COUNTS.filter((count) => count > 1).map((count): [number, Formats] => [count, formats]);
  return {
    heading: [[true], [false]],
    browse: [["file"], ["files"], ["folder"]],
    upTo: [
      [SIZE, true],
      [SIZE, false],
    ],
    atMost: several,
    notAdded: [[NAME]],
    manyNotAdded: several,
    moreNotAdded: counts.slice(1),
    because: [["77", "88"]],
    about: [[NAME, "88"]],
    announceAdded: COUNTS.slice(1).map((count) => [count, NAME, formats]),
    announceFailed: [[NAME, "88"]],
    announceManyFailed: several,
    announceDone: COUNTS.flatMap((count): [number, number, Formats][] => [
      [count, 0, formats],
      [count, 3, formats],
    ]),
    valueMissing: [[true], [false]],
    sentOfTotal: [["66", "99"]],
    timeLeft: [[DURATION]],
    removed: [
      [NAME, true],
      [NAME, false],
    ],
    removedMany: COUNTS.slice(1).map((count) => [count, formats]),
    summaryToCheck: COUNTS.slice(1).map((count) => [count, formats]),
    retrying: [
      ["busy", DURATION],
      ["busy", null],
      ["problem", DURATION],
      ["problem", null],
      ["lost", DURATION],
      ["lost", null],
    ],
    serverSaid: [["88"]],
    progressLabel: [[NAME]],
    cancel: [[NAME]],
    remove: [[NAME]],
    retry: [[NAME]],
    pause: [[NAME]],
    resume: [[NAME]],
    summary: COUNTS.slice(1).flatMap((count): [number, number, Formats][] => [
      [count, count, formats],
      [0, count, formats],
    ]),
    summaryFailed: counts.slice(1),
    safe: [["66", "99"]],
    discard: [[NAME]],
  } satisfies ArgumentsOf<Messages>;
}

function rejectionSamples(formats: Formats) {
  return {
    "too-small": [[SIZE]],
    "too-large": [[SIZE]],
    type: [[SIZE]],
    "name-too-long": [[255, formats]],
    "too-many": COUNTS.slice(1).map((count) => [count, formats]),
  } satisfies ArgumentsOf<Messages["rejections"]>;
}

function transcriptSamples(formats: Formats) {
  const counts = COUNTS.slice(1).flatMap((count): [number, boolean, Formats][] => [
    [count, true, formats],
    [count, false, formats],
  ]);
  return {
    // File extensions, which are not translated.
    renamed: [["vtt", "pdf"]],
    encoding: [["utf-16"], ["legacy"]],
    announceHints: COUNTS.slice(2).map((count) => [count, formats]),
    speakers: counts,
    cues: counts,
    pastedFile: [["2026-11-24"]],
  } satisfies ArgumentsOf<TranscriptMessages>;
}

function filesSamples(formats: Formats) {
  return {
    count: COUNTS.map((count) => [count, formats]),
    range: [[26, 50, 137, formats]],
    open: [[NAME]],
    cancel: [[NAME]],
    busy: [[DURATION], [null]],
    notOpened: [[NAME]],
    notCancelled: [[NAME]],
    serverSaid: [["88"]],
    ready: [[NAME]],
    because: [["77", "88"]],
    announceShown: [["88"]],
    announceCancelled: [[NAME]],
  } satisfies ArgumentsOf<FilesMessages>;
}

function searchSamples(formats: Formats) {
  return {
    none: [[NAME]],
    partly: [[100, 337, formats]],
    loading: [[25, 337, formats]],
  } satisfies ArgumentsOf<SearchMessages>;
}

function samplesFor(language: string): Samples {
  const formats = createFormats(language);
  const byName = new Map<string, readonly (readonly unknown[])[]>();
  for (const [key, args] of Object.entries(uploaderSamples(formats))) byName.set(key, args);
  for (const [key, args] of Object.entries(rejectionSamples(formats))) byName.set(`rejections.${key}`, args);
  for (const [key, args] of Object.entries(transcriptSamples(formats))) byName.set(`transcripts.${key}`, args);
  for (const [key, args] of Object.entries(filesSamples(formats))) byName.set(`files.${key}`, args);
  for (const [key, args] of Object.entries(searchSamples(formats))) byName.set(`files.search.${key}`, args);
  return (name) => byName.get(name) ?? [];
}

const ENGLISH: Words = { uploader: ENGLISH_WORDS, files: FILES_ENGLISH_WORDS };
const saidIn = (language: string, words: Words) => sentencesOf(words, samplesFor(language));

/** Words that are spelled as in English. */
const SAME_WORD: Partial<Record<LanguageKey, readonly string[]>> = {
  de: ["kinds.audio", "kinds.text", "kinds.video", "files.columns.name", "files.columns.status"],
  fr: ["kinds.audio", "kinds.image", "files.columns.actions"],
  es: ["kinds.audio"],
  pt: ["files.columns.status"],
  it: ["kinds.audio", "kinds.video", "files.count(1)"],
  nl: ["kinds.audio", "kinds.video", "files.columns.status"],
  tr: ["kinds.video"],
};
/** Sentences that consist only of arguments and signs. */
const ONLY_SIGNS = /^(files\.)?(because|about)\(/;

const NOT_LATIN = ["ru", "uk", "ar", "he", "hi", "ja", "ko", "zh-Hans", "zh-Hant"];

const shape = (words: object): unknown =>
  Object.fromEntries(
    Object.entries(words)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, value]) => [key, typeof value === "object" ? shape(value) : "a sentence"]),
  );

for (const language of LANGUAGES) {
  describe(`in ${language}`, () => {
    let words: Words;
    let said: ReadonlyMap<string, string>;
    before(async () => {
      words = await wordsOf(language);
      said = saidIn(language, words);
    });

    it("every sentence exists, and no other", () => {
      assert.deepEqual(shape(words.uploader), shape(ENGLISH.uploader));
      assert.deepEqual(shape(words.files), shape(ENGLISH.files));
    });

    it("each sentence contains its arguments and no programming errors", () => {
      assert.ok(said.size > 200);
      for (const [name, sentence] of said) {
        assert.equal(sentence.trim(), sentence, name);
        assert.match(sentence, /[\p{L}\d]/u, name);
        assert.doesNotMatch(sentence, /\b(undefined|null|NaN)\b|\[object|[{}$#`]| {2}/, name);
        // "57." is a duration: a full stop after it would be a second one.
        assert.doesNotMatch(sentence, /\.\.|\.。|\.।|\.;|\. ?,/, name);
        for (const given of [NAME, SIZE, "57.", "66", "77", "88", "99"]) {
          const count = name.split(given).length - 1;
          // Several added files are not named, and a count may contain the digits of a sample.
          if (count > 0 && !/\d{3}|announceAdded\(\d\d|announceAdded\([2-9]/.test(name))
            assert.ok(sentence.includes(given), name);
        }
      }
    });

    it("none is English", () => {
      const english = saidIn("en", ENGLISH);
      const same = [...said].filter(([name, sentence]) => english.get(name) === sentence && !ONLY_SIGNS.test(name));
      const names = same.map(([name]) => name);
      assert.deepEqual(
        names.filter((name) => !SAME_WORD[language]?.includes(name)),
        [],
      );
      for (const [name, sentence] of said) {
        assert.doesNotMatch(sentence, /\b(the|this|that|please|again|could|not|files|your)\b/i, name);
        if (NOT_LATIN.includes(language))
          assert.doesNotMatch(sentence.replace(/UTF-8|\.?vtt|\.?pdf/g, "").replaceAll(NAME, ""), /[a-z]/i, name);
      }
    });
  });
}

describe("the list of files", () => {
  for (const language of ["en", ...LANGUAGES] as const) {
    it(`has the words of the uploader for the same things in ${language}`, async () => {
      const { uploader, files } = language === "en" ? ENGLISH : await wordsOf(language);
      const pairs = {
        uploaded: [uploader.uploaded, files.statuses.COMPLETED],
        cancelled: [uploader.cancelled, files.statuses.CANCELLED],
        cancel: [uploader.cancel(NAME), files.cancel(NAME)],
        retry: [uploader.retryVisible, files.tryAgain],
        dismiss: [uploader.dismiss, files.dismiss],
        serverSaid: [uploader.serverSaid("88"), files.serverSaid("88")],
        busy: [uploader.retrying("busy", DURATION), files.busy(DURATION)],
        because: [uploader.because("77", "88"), files.because("77", "88")],
        timeout: [uploader.errors.timeout, files.problems.timeout],
      };
      for (const [what, [one, other]] of Object.entries(pairs)) assert.equal(one, other, what);
    });
  }
});

describe("the plurals", () => {
  const uploaded = async (language: LanguageKey, counts: readonly number[]) => {
    const { uploader } = await wordsOf(language);
    const formats = createFormats(language);
    return counts.map((count) => uploader.announceDone(count, 0, formats));
  };

  it("of Polish are three", async () => {
    assert.deepEqual(await uploaded("pl", [1, 2, 5, 22, 25]), [
      "Przesłano 1 plik.",
      "Przesłano 2 pliki.",
      "Przesłano 5 plików.",
      "Przesłano 22 pliki.",
      "Przesłano 25 plików.",
    ]);
  });

  it("of Russian and Ukrainian are three, and 21 is like 1", async () => {
    assert.deepEqual(await uploaded("ru", [1, 3, 5, 11, 21]), [
      "Загружен 1 файл.",
      "Загружено 3 файла.",
      "Загружено 5 файлов.",
      "Загружено 11 файлов.",
      "Загружен 21 файл.",
    ]);
    assert.deepEqual(await uploaded("uk", [1, 3, 5, 21]), [
      "Завантажено 1 файл.",
      "Завантажено 3 файли.",
      "Завантажено 5 файлів.",
      "Завантажено 21 файл.",
    ]);
  });

  it("of Arabic are six", async () => {
    const texts = await uploaded("ar", [0, 1, 2, 3, 11, 100]);
    assert.equal(new Set(texts.map((text) => text.replace(/[\d٠-٩]+/g, "#"))).size, 6);
    assert.equal(texts[2], "تم رفع ملفين.");
  });

  it("are as many as the language has, wherever files are counted", async () => {
    const kinds = {
      de: 2,
      fr: 2,
      es: 2,
      pt: 2,
      it: 2,
      nl: 2,
      pl: 3,
      ru: 3,
      uk: 3,
      ar: 6,
      he: 2,
      hi: 2,
      tr: 1,
      ja: 1,
      ko: 1,
    };
    for (const [language, count] of Object.entries(kinds)) {
      const texts = await uploaded(language as LanguageKey, [0, 1, 2, 3, 11, 100]);
      assert.equal(new Set(texts.map((text) => text.replace(/[\d٠-٩]+/g, "#"))).size, count, language);
    }
  });

  it("follow the language of the sentence and not English", () => {
    const forms = { one: "# one", two: "# two", few: "# few", many: "# many", other: "# other" };
    assert.equal(createFormats("pl").plural(3, forms), "3 few");
    assert.match(createFormats("ar").plural(2, forms), / two$/);
    assert.equal(createFormats("ja").plural(1, forms), "1 other");
    assert.equal(createFormats("de").plural(1234, forms), "1.234 other");
  });
});

describe("the output of Intl", () => {
  it("joins parts of a duration and lists for screen readers as the language does", () => {
    assert.equal(createFormats("en").duration(3_900_000), "1 hr 5 min");
    assert.equal(createFormats("en").series(["43%", "5 MB of 12 MB"]), "43%, 5 MB of 12 MB");
    assert.ok(!createFormats("ar").series(["1", "2"]).includes(","));
  });

  it("keeps a number before its unit in right-to-left text", () => {
    assert.equal(createFormats("he").size(12_000_000), "\u206812 MB\u2069");
    assert.equal(createFormats("en").size(12_000_000), "12 MB");
  });
});
