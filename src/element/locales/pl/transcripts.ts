import type { IntakeMessages } from "../../words/intake-messages.ts";
import type { TranscriptMessages } from "../../words/transcript-messages.ts";

const transcripts = {
  hints: {
    blank: "Ten plik zawiera tylko spacje i puste wiersze. Czy został zapisany w całości?",
    "no-cues": "Te napisy nie zawierają słów.",
    "cut-off": "Brakuje końca tego pliku. Czy został pobrany w całości?",
    recording: "To jest nagranie. Dodaj zamiast niego tekst transkrypcji.",
    picture: "To jest obraz. Dodaj zamiast niego transkrypcję jako tekst.",
    archive: "To jest archiwum. Rozpakuj je i dodaj zawartą w nim transkrypcję.",
    "web-page": "To jest strona internetowa, być może strona logowania zapisana zamiast transkrypcji.",
    shortcut: "To tylko odnośnik do dokumentu. Pobierz dokument i dodaj go zamiast odnośnika.",
    locked: "Ten dokument chroni hasło, więc nie można odczytać jego tekstu.",
    "not-text": "W tym pliku nie ma czytelnego tekstu.",
  },
  renamed: (named, found) =>
    `Według nazwy to plik .${named}, według zawartości plik .${found}. Zmień nazwę lub dodaj właściwy plik.`,
  encoding: () =>
    "Niektóre znaki w tym pliku mogą być wyświetlane nieprawidłowo. W miarę możliwości zapisz go jako UTF-8 i dodaj ponownie.",
  announceHints: (count, formats) =>
    formats.plural(count, {
      few: "Sprawdź # pliki: jest w nich coś nietypowego.",
      many: "Sprawdź # plików: jest w nich coś nietypowego.",
      other: "Sprawdź # pliku: jest w nich coś nietypowego.",
    }),
  speakers: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "# mówca", few: "# mówców", many: "# mówców", other: "# mówcy" })
      : formats.plural(count, { one: "co najmniej # mówca", other: "co najmniej # mówców" }),
  cues: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "# napis", few: "# napisy", many: "# napisów", other: "# napisu" })
      : formats.plural(count, { one: "około # napisu", other: "około # napisów" }),

  pasted: "Wklejony tekst",
  pastedName: "Nazwa pliku",
  pastedContent: "Tekst transkrypcji",
  pastedEmpty: "Nie ma jeszcze tekstu. Wklej go tu lub wpisz.",
  pastedAdd: "Dodaj",
  pastedDiscard: "Odrzuć",
  pastedAgain: "Jest tu już tekst. Co zrobić z tekstem wklejonym teraz?",
  pastedBelow: "Dodaj poniżej",
  pastedReplace: "Zastąp pierwszy",
  pastedKeep: "Pomiń",
  pastedGone: "Tekst został odrzucony.",
  pastedBack: "Przywróć",
  pastedFile: (date) => `Wklejona transkrypcja ${date}`,
} satisfies TranscriptMessages;

const intake = {
  "folder-empty": "W tym folderze nie ma pliku, który można dodać.",
  "folder-for-one": "Można tu dodać tylko jeden plik. Otwórz folder i przeciągnij sam plik.",
  "no-files": "Nie dołączono żadnego pliku. Najpierw zapisz plik na urządzeniu, a potem go dodaj.",
  "system-file": "Wygląda na plik pozostawiony przez program, a nie na taki, który chcesz przesłać.",
  addAnyway: "Dodaj mimo to",
} satisfies IntakeMessages;

export const sentences = { intake, transcripts };
