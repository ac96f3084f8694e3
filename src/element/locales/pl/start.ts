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
  upTo: (size, each) => `do ${size}${each ? " na plik" : ""}`,
  atMost: (count, formats) =>
    formats.plural(count, { few: "maksymalnie # pliki", many: "maksymalnie # plików", other: "maksymalnie # pliku" }),
  notSetUp: "Przesyłanie nie jest jeszcze skonfigurowane na tej stronie. Do tego czasu pliki pozostaną na tej liście.",

  notAdded: (name) => `Nie dodano pliku ${name}`,
  manyNotAdded: (count, formats) =>
    formats.plural(count, { few: "Nie dodano # plików", many: "Nie dodano # plików", other: "Nie dodano # pliku" }),
  moreNotAdded: (count, formats) =>
    formats.plural(count, { one: "i # inny", few: "i # inne", many: "i # innych", other: "i # innego" }),
  details: "Pokaż, których i dlaczego",
  dismiss: "Zamknij ten komunikat",
  unreadable: "Nie udało się go odczytać. Sprawdź, czy nadal istnieje i czy możesz go otworzyć.",
  notLoaded:
    "Nie udało się wczytać części tej strony. Sprawdź połączenie i dodaj plik ponownie. Jeśli to nie pomoże, odśwież stronę.",
  keptOffline: "Brak połączenia. Pliki zostaną dodane po odzyskaniu połączenia.",
  rejections: {
    empty: "Jest pusty. Wybierz plik z zawartością.",
    "too-small": (size) => `Jest mniejszy niż ${size}, a tyle wynosi tu minimum. Wybierz większy plik.`,
    "too-large": (size) => `Jest większy niż ${size}, a tyle wynosi tu maksimum. Wybierz mniejszy plik.`,
    type: (kinds) => `Pliki tego typu nie są tu akceptowane. Akceptowane: ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, {
        few: "Jego nazwa ma więcej niż # znaki. Skróć ją i dodaj plik ponownie.",
        other: "Jego nazwa ma więcej niż # znaków. Skróć ją i dodaj plik ponownie.",
      }),
    "name-missing": "Nie ma nazwy. Nadaj mu nazwę i dodaj go ponownie.",
    "too-many": (count, formats) =>
      count === 1
        ? "Tylko jeden plik naraz. Poczekaj na przesłanie drugiego lub anuluj je i dodaj ten ponownie."
        : formats.plural(count, {
            few: "Na tej liście mieszczą się tylko # pliki. Usuń jeden i dodaj ten ponownie.",
            other: "Na tej liście mieści się tylko # plików. Usuń jeden i dodaj ten ponownie.",
          }),
  },
  because: (title, reason) => `${title}. ${reason}`,

  valueMissing: (multiple) => (multiple ? "Dodaj co najmniej jeden plik." : "Dodaj plik."),
  stillUploading: "Nie wszystkie pliki zostały jeszcze przesłane. Poczekaj lub wznów te wstrzymane.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./outcomes.ts"),
  () => import("./transcripts.ts"),
] as const;
