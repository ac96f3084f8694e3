import type { OutcomeMessages } from "../../words/messages.ts";

export const sentences = {
  errors: {
    network: "Utracono połączenie. Sprawdź połączenie z internetem i spróbuj ponownie.",
    timeout: "Serwer zbyt długo nie odpowiadał. Spróbuj ponownie za chwilę.",
    "storage-unreachable":
      "Magazyn plików jest niedostępny z tej strony. Jeśli to się powtórzy, powiadom osoby prowadzące tę stronę.",
    "file-unreadable":
      "Nie można już odczytać pliku. Został przeniesiony, zmieniony lub ma inną nazwę; dodaj go ponownie.",
    "rate-limited": "Serwer jest bardzo zajęty. Spróbuj ponownie za chwilę.",
    server: "Wystąpił problem z serwerem. Spróbuj ponownie za chwilę.",
    unauthorized: "Zaloguj się ponownie, na przykład w innej karcie, i kontynuuj tutaj.",
    forbidden:
      "Nie masz uprawnień do przesłania tu tego pliku. Jeśli to pomyłka, skontaktuj się z osobami prowadzącymi tę stronę.",
    "not-found": "Serwer nie rozpoznaje już tego przesyłania. Spróbuj ponownie.",
    conflict:
      "Na serwerze jest już plik o tej nazwie. Zmień nazwę swojego i dodaj go ponownie lub spróbuj jeszcze raz.",
    refused: "Serwer nie przyjął tego pliku. Spróbuj z innym plikiem lub powiadom osoby prowadzące tę stronę.",
    "too-large": "Ten plik jest za duży, aby go tu przesłać. Wybierz mniejszy plik.",
    type: "Pliki tego rodzaju nie są tu przyjmowane. Wybierz inny plik.",
    "too-many": "Przesłano już tyle plików, ile wolno w ciągu jednego dnia. Spróbuj ponownie jutro.",
    "share-full": "Masz zbyt wiele niedokończonych przesyłań. Dokończ lub anuluj niektóre i spróbuj ponownie.",
    "not-set-up": "Przesyłanie plików na tej stronie obecnie nie działa. Powiadom osoby prowadzące tę stronę.",
    expired: "Upłynął limit czasu tego przesyłania. Spróbuj ponownie.",
    checksum: "Plik uległ uszkodzeniu podczas przesyłania. Spróbuj ponownie.",
    protocol: "Przesyłanie plików na tej stronie obecnie nie działa. Powiadom osoby prowadzące tę stronę.",
    "unsupported-transfer":
      "Przesyłanie plików na tej stronie obecnie nie działa. Powiadom osoby prowadzące tę stronę.",
    internal: "Na tej stronie coś poszło nie tak. Spróbuj ponownie.",
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
  offline: "Brak połączenia. Przesyłanie zostanie wznowione po odzyskaniu połączenia.",
  continued: "Wznowiono od miejsca przerwania",
  changed: "Zawartość nie jest już ta sama, dlatego plik jest przesyłany od początku.",
  announceResumed: "Wznowiono",
  announceOnline: "Połączenie zostało przywrócone.",
  announceHalf: "Przesłano połowę.",
  announceDismissed: "Komunikat zamknięty.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "Przesłano # plik", few: "Przesłano # pliki", many: "Przesłano # plików", other: "Przesłano # pliku" })}${failed ? formats.plural(failed, { other: ", nie przesłano: #" }) : ""}.`,
} satisfies OutcomeMessages;
