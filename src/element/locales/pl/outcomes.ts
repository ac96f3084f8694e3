import type { OutcomeMessages } from "../../words/messages.ts";

export const sentences = {
  errors: {
    network: "Utracono połączenie. Proszę sprawdzić sieć i spróbować ponownie.",
    timeout: "Serwer zbyt długo nie odpowiadał. Proszę spróbować za chwilę.",
    "storage-unreachable":
      "Magazyn plików jest niedostępny z tej strony. Jeśli to się powtórzy, proszę powiadomić osoby prowadzące tę stronę.",
    "file-unreadable":
      "Pliku nie można już odczytać. Został przeniesiony, zmieniony lub ma inną nazwę; proszę dodać go ponownie.",
    "rate-limited": "Serwer jest bardzo zajęty. Proszę spróbować za chwilę.",
    server: "Serwer miał problem. Proszę spróbować za chwilę.",
    unauthorized: "Sesja wygasła. Proszę się zalogować i spróbować ponownie.",
    forbidden: "Nie wolno tu przesłać tego pliku.",
    "not-found": "Serwer nie zna już tego przesyłania. Proszę spróbować ponownie.",
    conflict:
      "Na serwerze jest już plik w tym miejscu. Proszę zmienić nazwę swojego i dodać go ponownie lub spróbować jeszcze raz.",
    refused: "Serwer nie przyjmuje tego pliku.",
    "too-large": "Ten plik jest za duży, aby go tu przesłać. Proszę wybrać mniejszy plik.",
    type: "Pliki tego rodzaju nie są tu przyjmowane. Proszę wybrać inny plik.",
    "too-many": "Przesłano już tyle plików, ile wolno w ciągu jednego dnia. Proszę spróbować jutro.",
    "share-full":
      "Jest zbyt wiele niedokończonych przesyłań. Proszę dokończyć lub anulować niektóre i spróbować ponownie.",
    "not-set-up": "Przesyłanie plików na tej stronie obecnie nie działa. Proszę powiadomić osoby prowadzące tę stronę.",
    expired: "Czas na to przesyłanie minął. Proszę spróbować ponownie.",
    checksum: "Plik uległ uszkodzeniu po drodze. Proszę spróbować ponownie.",
    protocol: "Przesyłanie plików na tej stronie obecnie nie działa. Proszę powiadomić osoby prowadzące tę stronę.",
    "unsupported-transfer":
      "Przesyłanie plików na tej stronie obecnie nie działa. Proszę powiadomić osoby prowadzące tę stronę.",
    internal: "Na tej stronie coś poszło nie tak. Proszę spróbować ponownie.",
  },

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
  announceHalf: "Połowa jest przesłana.",
  announceDismissed: "Komunikat zamknięty.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "Przesłano # plik", few: "Przesłano # pliki", many: "Przesłano # plików", other: "Przesłano # pliku" })}${failed ? formats.plural(failed, { other: ", nie przesłano: #" }) : ""}.`,
} satisfies OutcomeMessages;
