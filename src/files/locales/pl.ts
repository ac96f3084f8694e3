import type { FilesMessages } from "../words/messages.ts";

export const sentences = {
  label: "Przesłane pliki",
  heading: "Przesłane pliki",
  columns: { name: "Nazwa", status: "Stan", size: "Rozmiar", added: "Dodano", actions: "Działania" },
  statuses: { PENDING: "Niedokończony", COMPLETED: "Przesłano", CANCELLED: "Anulowano", EXPIRED: "Wygasł" },

  loading: "Wczytywanie…",
  empty: "Nie ma jeszcze plików. Przesłane pliki pojawią się tutaj.",
  count: (total, formats) =>
    formats.plural(total, { one: "# plik", few: "# pliki", many: "# plików", other: "# pliku" }),
  range: (from, to, total, formats) => `${formats.number(from)}–${formats.number(to)} z ${formats.number(total)}`,
  previous: "Poprzednia strona",
  next: "Następna strona",
  refresh: "Odśwież listę",

  openVisible: "Pobierz",
  open: (name) => `Pobierz ${name}`,
  cancel: (name) => `Anuluj przesyłanie: ${name}`,

  notSetUp: "Lista plików nie jest jeszcze skonfigurowana na tej stronie.",
  offline: "Brak połączenia. Lista wczyta się po odzyskaniu połączenia.",
  busy: (duration) =>
    `Serwer jest zajęty. ${duration === null ? "Trwa kolejna próba." : `Za ${duration} kolejna próba.`}`,
  listFailed: "Nie udało się wczytać plików",
  notOpened: (name) => `Nie udało się otworzyć pliku ${name}`,
  notCancelled: (name) => `Nie udało się anulować przesyłania pliku ${name}`,
  problems: {
    network: "Serwer jest nieosiągalny. Sprawdź połączenie i spróbuj ponownie.",
    timeout: "Serwer zbyt długo nie odpowiadał. Spróbuj ponownie za chwilę.",
    busy: "Serwer jest bardzo zajęty. Spróbuj ponownie za chwilę.",
    server: "Wystąpił problem z serwerem. Spróbuj ponownie za chwilę.",
    unauthorized: "Wymagane jest zalogowanie. Zaloguj się i spróbuj ponownie.",
    forbidden: "Nie masz uprawnień, aby to tutaj zobaczyć.",
    "not-found": "Tego pliku nie ma już na serwerze.",
    changed: "Jego stan w międzyczasie się zmienił. Odśwież listę.",
    refused: "Serwer nie przyjmuje tego żądania.",
    protocol: "Lista na tej stronie obecnie nie działa. Powiadom osoby prowadzące tę stronę.",
  },
  serverSaid: (words) => `Serwer informuje: „${words}”`,
  tryAgain: "Ponów",
  dismiss: "Zamknij ten komunikat",
  ready: (name) => `Plik ${name} jest gotowy, ale przeglądarka nie otworzyła karty.`,
  openLink: "Otwórz",

  because: (title, reason) => `${title}. ${reason}`,
  announceShown: (range) => `Pliki: ${range}.`,
  announceCancelled: (name) => `Anulowano ${name}.`,
} satisfies FilesMessages;

export const more = [] as const;
