import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "Przesyłanie plików",
  heading: (multiple) => (multiple ? "Upuść pliki tutaj" : "Upuść plik tutaj"),
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

  because: (title, reason) => `${title}. ${reason}`,
  about: (name, sentence) => `${name}: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1
      ? `Dodano ${name}.`
      : formats.plural(count, { few: "Dodano # pliki.", many: "Dodano # plików.", other: "Dodano # pliku." }),
  announceFailed: (name, reason) => `Nie przesłano pliku ${name}. ${reason}`,
  announceManyFailed: (count, formats) =>
    formats.plural(count, {
      few: "Nie przesłano # plików.",
      many: "Nie przesłano # plików.",
      other: "Nie przesłano # pliku.",
    }),
  offline: "Brak połączenia. Przesyłanie ruszy dalej, gdy tylko wróci.",
  continued: "Wznowiono od miejsca przerwania",
  changed: "Zawartość nie jest już ta sama, dlatego plik jest przesyłany od początku.",
  announceResumed: "Wznowiono",
  announceOnline: "Połączenie zostało przywrócone.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "Przesłano # plik", few: "Przesłano # pliki", many: "Przesłano # plików", other: "Przesłano # pliku" })}${failed ? formats.plural(failed, { other: ", nie przesłano: #" }) : ""}.`,

  valueMissing: (multiple) => (multiple ? "Proszę dodać co najmniej jeden plik." : "Proszę dodać plik."),
  stillUploading: "Proszę poczekać, aż wszystkie pliki zostaną przesłane.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./trouble.ts"),
  () => import("./transcripts.ts"),
] as const;
