import type { FilesMessages } from "../words/messages.ts";

export const sentences = {
  label: "Przesłane pliki",
  heading: "Przesłane pliki",
  columns: { name: "Nazwa", status: "Stan", size: "Rozmiar", added: "Dodano", actions: "Działania" },
  statuses: { PENDING: "Oczekuje", COMPLETED: "Ukończono", CANCELLED: "Anulowano", EXPIRED: "Wygasło" },

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
  cancel: (name) => `Anuluj ${name}`,

  notSetUp: "Lista plików nie jest jeszcze skonfigurowana na tej stronie.",
  offline: "Brak połączenia. Lista wczyta się, gdy tylko wróci.",
  busy: (duration) =>
    `Serwer jest zajęty. ${duration === null ? "Trwa kolejna próba." : `Kolejna próba za ${duration}`}`,
  listFailed: "Nie udało się wczytać plików",
  notOpened: (name) => `Nie udało się otworzyć pliku ${name}`,
  notCancelled: (name) => `Nie udało się anulować pliku ${name}`,
  problems: {
    network: "Serwer jest nieosiągalny. Proszę sprawdzić sieć i spróbować ponownie.",
    timeout: "Serwer zbyt długo nie odpowiadał. Proszę spróbować za chwilę.",
    busy: "Serwer jest bardzo zajęty. Proszę spróbować za chwilę.",
    server: "Serwer miał problem. Proszę spróbować za chwilę.",
    unauthorized: "Sesja wygasła. Proszę się zalogować i spróbować ponownie.",
    forbidden: "Nie wolno tu tego oglądać.",
    "not-found": "Serwer już go nie zna.",
    changed: "Jego stan w międzyczasie się zmienił.",
    refused: "Serwer nie przyjmuje tego żądania.",
    protocol: "Lista na tej stronie obecnie nie działa. Proszę powiadomić osoby prowadzące tę stronę.",
  },
  serverSaid: (words) => `Serwer informuje: „${words}”`,
  tryAgain: "Spróbuj ponownie",
  dismiss: "Zamknij tę wiadomość",
  ready: (name) => `Plik ${name} jest gotowy, ale przeglądarka nie otworzyła karty.`,
  openLink: "Otwórz",

  because: (title, reason) => `${title}. ${reason}`,
  announceShown: (range) => `Pliki: ${range}.`,
  announceCancelled: (name) => `Anulowano ${name}.`,
} satisfies FilesMessages;

export const more = [] as const;
