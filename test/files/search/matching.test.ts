import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { HostFile } from "../../../src/engine/session/host-files.ts";
import { folded, wordsOf } from "../../../src/files/search/matching.ts";
import { inOrder, type Order } from "../../../src/files/search/order.ts";

const finds = (query: string, name: string) => wordsOf(query).every((word) => folded(name).includes(word));

describe("a search", () => {
  for (const [query, name] of [
    ["muller", "Müller.vtt"],
    ["MÜLLER", "mu\u0308ller.vtt"],
    ["strasse", "Straße 5.pdf"],
    ["lodz", "Łódź.txt"],
    ["smorrebrod", "Smørrebrød.txt"],
    ["istanbul", "İSTANBUL.vtt"],
    ["ISTANBUL", "ıstanbul.vtt"],
    ["елка", "Ёлка.txt"],
    ["σοφος", "ΣΟΦΟΣ.txt"],
    ["احمد", "أحمد.vtt"],
    ["مدرسه", "مَدْرَسَة.vtt"],
    ["2026", "تقرير ٢٠٢٦.pdf"],
    ["12", "रिपोर्ट १२.pdf"],
    ["שלום", "שָׁלוֹם.txt"],
    ["かいぎ", "カイギ.vtt"],
    ["vtt", "ＶＴＴ"],
    ["회", "회의록.txt"],
    ["ㅎ", "회의록.txt"],
    ["sync team", "team_weekly-sync.vtt"],
    ["  ", "anything"],
  ] as const) {
    it(`for "${query}" finds "${name}"`, () => assert.ok(finds(query, name)));
  }

  it("finds no name that lacks one of the words", () => {
    assert.ok(!finds("team budget", "team_weekly-sync.vtt"));
    assert.ok(!finds("कल", "काल.txt"));
  });
});

const file = (filename: string, createdAt: number, sizeBytes: number) =>
  ({ filename, createdAt, sizeBytes }) as HostFile;

describe("an order", () => {
  const files = [
    file("call 10.vtt", 2, 300),
    file("Äpfel.pdf", 4, 100),
    file("call 9.vtt", 3, 200),
    file("zebra.txt", 1, 200),
  ];
  const names = (order: Order, language: string) => inOrder(files, order, language).map(({ filename }) => filename);

  it("by name follows the language, and numbers by their value", () => {
    assert.deepEqual(names("name", "de"), ["Äpfel.pdf", "call 9.vtt", "call 10.vtt", "zebra.txt"]);
    assert.deepEqual(names("name", "sv"), ["call 9.vtt", "call 10.vtt", "zebra.txt", "Äpfel.pdf"]);
  });

  it("by age or size puts the newer of two equal files first", () => {
    assert.deepEqual(names("newest", "en"), ["Äpfel.pdf", "call 9.vtt", "call 10.vtt", "zebra.txt"]);
    assert.deepEqual(names("oldest", "en"), ["zebra.txt", "call 10.vtt", "call 9.vtt", "Äpfel.pdf"]);
    assert.deepEqual(names("largest", "en"), ["call 10.vtt", "call 9.vtt", "zebra.txt", "Äpfel.pdf"]);
    assert.deepEqual(names("smallest", "en"), ["Äpfel.pdf", "call 9.vtt", "zebra.txt", "call 10.vtt"]);
  });
});
