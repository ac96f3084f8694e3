import assert from "node:assert/strict";
import { test } from "node:test";
import { piecesOf } from "../../src/ui/name-line.ts";

const LONG = {
  en: "Quarterly business review – full recording transcript (final, approved).docx",
  de: "Besprechungsprotokoll Quartalszahlen und Ausblick 2027 (freigegeben).docx",
  ar: "محضر الاجتماع الأسبوعي للفريق مع العميل – النسخة النهائية المعتمدة.docx",
  fa: "صورت‌جلسه‌ی هفتگی تیم با مشتری – نسخه‌ی نهایی و تأییدشده.docx",
  ur: "ٹیم کی ہفتہ وار میٹنگ کی مکمل روداد – حتمی اور منظور شدہ نسخہ.docx",
  hi: "ग्राहक के साथ साप्ताहिक बैठक का पूरा विवरण – अंतिम प्रति.docx",
};

for (const [language, name] of Object.entries(LONG)) {
  test(`a long name in ${language} is shortened between words only, and keeps its ending`, () => {
    const [head, rest, ending] = piecesOf(name);
    assert.equal(head + rest + ending, name);
    assert.equal(ending, ".docx");
    assert.ok(head.length > 8 && head.length <= 23, head);
    assert.match(rest, /^\s/);
  });
}

test("a short name is one piece", () => {
  assert.deepEqual(piecesOf("interview-with-customer.srt"), ["interview-with-customer", "", ".srt"]);
  assert.deepEqual(piecesOf("README"), ["README", "", ""]);
});

test("a long word without joined letters is cut, between whole letters", () => {
  const [head, , ending] = piecesOf(`${"😀".repeat(20)}${"x".repeat(60)}.vtt`);
  assert.match(head, /^(😀)+x*$/u);
  assert.equal(ending, ".vtt");
});

for (const word of ["الاجتماعاتالأسبوعيةللفريقمعالعميل", "ग्राहकबैठककासम्पूर्णविवरणऔरनिर्णय"]) {
  test(`a long word of joined letters is whole: ${word}`, () => {
    assert.equal(piecesOf(`${word} 2026.vtt`)[0], word);
  });
}

test("a name of Chinese letters, which are twice as wide, is shown up to half as many", () => {
  const [head] = piecesOf(`${"会议记录".repeat(6)}.docx`);
  assert.equal(head.length, 9);
});
