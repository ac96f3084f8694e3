import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "Przesyłanie plików",
  heading: (multiple) => (multiple ? "Upuść pliki tutaj" : "Upuść plik tutaj"),
  headingTranscript: "Dodaj transkrypcję",
  headingMore: "Upuść więcej plików",
  headingAdding: "Dodawanie plików…",
  dropAccepted: "Puść, aby dodać",
  dropRefused: "Tego nie można tu dodać",
  browse: (kind) => ({ file: "Wybierz plik", files: "Wybierz pliki", folder: "Wybierz folder" })[kind],
  pasteText: "Wklej tekst",
  kinds: { audio: "dźwięk", image: "obraz", text: "tekst", video: "wideo" },
  upTo: (size, each) => `do ${size}${each ? " każdy" : ""}`,
  atMost: (count, formats) =>
    formats.plural(count, { few: "najwyżej # pliki", many: "najwyżej # plików", other: "najwyżej # pliku" }),
  notSetUp:
    "Przesyłanie nie jest jeszcze skonfigurowane na tej stronie. Do tego czasu Państwa pliki pozostaną na tej liście.",

  notAdded: (name) => `Nie dodano pliku ${name}`,
  manyNotAdded: (count, formats) =>
    formats.plural(count, { few: "Nie dodano # plików", many: "Nie dodano # plików", other: "Nie dodano # pliku" }),
  moreNotAdded: (count, formats) =>
    formats.plural(count, { one: "i # inny", few: "i # inne", many: "i # innych", other: "i # innego" }),
  details: "Pokaż, których i dlaczego",
  dismiss: "Zamknij tę wiadomość",
  unreadable: "Nie udało się go odczytać. Proszę sprawdzić, czy nadal istnieje i czy można go otworzyć.",
  notLoaded: "Nie udało się wczytać części tej strony. Proszę sprawdzić połączenie i dodać plik ponownie.",
  keptOffline: "Brak połączenia. Pliki zostaną dodane, gdy tylko wróci.",
  rejections: {
    empty: "Jest pusty. Proszę wybrać plik z zawartością.",
    "too-small": (size) => `Jest mniejszy niż ${size}, a tyle wynosi tu minimum.`,
    "too-large": (size) => `Jest większy niż ${size}, a tyle wynosi tu maksimum.`,
    type: (kinds) => `Ten rodzaj pliku nie jest tu przyjmowany. Przyjmowane: ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, {
        few: "Jego nazwa ma więcej niż # znaki. Proszę ją skrócić i dodać plik ponownie.",
        other: "Jego nazwa ma więcej niż # znaków. Proszę ją skrócić i dodać plik ponownie.",
      }),
    "name-missing": "Nie ma nazwy. Proszę ją nadać i dodać plik ponownie.",
    "too-many": (count, formats) =>
      count === 1
        ? "Tylko jeden plik naraz. Proszę poczekać na przesłanie drugiego lub go anulować i dodać ten ponownie."
        : formats.plural(count, {
            few: "Na tej liście mieszczą się tylko # pliki. Proszę usunąć jeden i dodać ten ponownie.",
            other: "Na tej liście mieści się tylko # plików. Proszę usunąć jeden i dodać ten ponownie.",
          }),
  },
  because: (title, reason) => `${title}. ${reason}`,

  valueMissing: (multiple) => (multiple ? "Proszę dodać co najmniej jeden plik." : "Proszę dodać plik."),
  stillUploading: "Proszę poczekać, aż wszystkie pliki zostaną przesłane.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./outcomes.ts"),
  () => import("./transcripts.ts"),
] as const;
