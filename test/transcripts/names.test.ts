/** Names of speakers in many languages, and words before colons that are none. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inspect } from "../../src/transcripts/inspect.ts";
import { srt, vtt } from "./captions.ts";

const NAMES: Readonly<Record<string, readonly [texts: readonly string[], speakers: readonly string[]]>> = {
  "apostrophes and hyphens in lower case": [
    ["Jeanne d’Arc: Hi", "Nasser al-Farabi: Yes", "Carlo dell'Acqua: Sì"],
    ["Jeanne d’Arc", "Nasser al-Farabi", "Carlo dell'Acqua"],
  ],
  "a first word in lower case": [
    ["van der Berg, Jan: Hi", "de Vries: Ja", "al-Rashid: Yes"],
    ["van der Berg, Jan", "de Vries", "al-Rashid"],
  ],
  "abbreviated titles": [
    ["Dr. med. Mira Stahl: Hi", "Dipl.-Ing. Jon Abara jr.: Ja"],
    ["Dr. med. Mira Stahl", "Dipl.-Ing. Jon Abara jr."],
  ],
  "a joiner in a Persian name": [
    ["علی‌رضا: سلام", "مریم: سلام"],
    ["علی‌رضا", "مریم"],
  ],
  "a family as an emoji": [
    ["Mira 👩‍👩‍👧: Hi", "Jon: Yes"],
    ["Mira 👩‍👩‍👧", "Jon"],
  ],
  "chevrons of Japan": [
    ["≫田中：はい", "＞＞鈴木：いいえ"],
    ["田中", "鈴木"],
  ],
  "corner brackets": [
    ["〈田中〉はい", "＜鈴木＞いいえ", "〈田中〉では", "＜鈴木＞はい"],
    ["田中", "鈴木"],
  ],
  "two with dashes and one line without": [
    ["- Mira: Hi\n- Jon: Yes", "–Mira: So\n–Lena: No"],
    ["Mira", "Jon", "Lena"],
  ],
  "directions in brackets": [
    ["Mira: Hi", "Mira (laughs): So", "Jon: Yes", "Jon [on the phone]: Hm"],
    ["Mira", "Jon"],
  ],
  "names all in lower case": [
    ["mira: hi", "jon: yes", "mira: so", "jon: no"],
    ["mira", "jon"],
  ],
  "Hebrew titles": [
    ["ד״ר כהן: שלום", "גב׳ לוי: כן"],
    ["ד״ר כהן", "גב׳ לוי"],
  ],
  Vietnamese: [
    ["Nguyễn Thị Minh Khai: Chào", "Trần: Vâng"],
    ["Nguyễn Thị Minh Khai", "Trần"],
  ],
};

/** Words before colons that are not persons, in captions of nothing else, several times each. */
const LABELS = [
  "Slide",
  "Page",
  "Folie 3",
  "Frage",
  "Antwort",
  "Beispiel",
  "Datum",
  "Quelle",
  "Thema",
  "Exemple",
  "Réponse",
  "Étape 2",
  "Pregunta",
  "Respuesta",
  "Ejemplo",
  "Paso 1",
  "Domanda",
  "Risposta",
  "Pergunta",
  "Resposta",
  "Opmerking",
  "Vraag",
  "Uwaga",
  "Вопрос",
  "Ответ",
  "質問",
  "回答",
  "問題",
  "日期",
  "질문",
  "참고",
  "P.S.",
  "Re",
  "Fwd",
  "FYI",
  "Question 4",
  "Not",
];

describe("speakers are told with", () => {
  for (const [what, [texts, speakers]] of Object.entries(NAMES)) {
    it(what, async () => {
      for (const name of ["a.vtt", "a.srt"]) {
        const { preview } = await inspect(new File([name === "a.vtt" ? vtt(...texts) : srt(...texts)], name));
        assert.deepEqual(preview?.speakers, speakers);
      }
    });
  }
});

describe("nobody speaks in captions that begin with", () => {
  for (const label of LABELS) {
    it(label, async () => {
      const { preview } = await inspect(new File([vtt(`${label}: so`, `${label}: so`, `${label}: so`)], "a.vtt"));
      assert.deepEqual(preview?.speakers, []);
    });
  }

  it("a few words with colons in a long film", async () => {
    const film = Array.from({ length: 98 }, (_, at) => `Sentence ${at} of the film.`);
    const { preview } = await inspect(
      new File([vtt(...film.slice(0, 94), "Berlin: a", "Monday: b", "Berlin: c", "Monday: d")], "a.vtt"),
    );
    assert.deepEqual(preview?.speakers, []);
  });
});
