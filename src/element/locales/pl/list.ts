import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "Pliki",
  queued: "W kolejce",
  held: "Jeszcze nie przesłano, sprawdź plik",
  preparing: "Przygotowywanie…",
  finishing: "Kończenie…",
  sentOfTotal: (sent, total) => `${sent} z ${total}`,
  timeLeft: (duration) => `pozostało ${duration}`,
  stalled: "Oczekiwanie na sieć…",
  retrying: (cause, duration) =>
    `${{ busy: "Serwer jest zajęty.", problem: "Wystąpił problem z serwerem.", lost: "Połączenie zostało przerwane." }[cause]} ${duration === null ? "Wkrótce kolejna próba." : `Za ${duration} kolejna próba.`}`,
  paused: "Wstrzymano",
  failed: "Nie przesłano",
  uploaded: "Przesłano",
  pleaseCheck: "Przesłano, sprawdź plik",
  verified: "Przesłano i zweryfikowano",
  cancelled: "Anulowano",
  serverSaid: (words) => `Serwer informuje: „${words}”`,

  progressLabel: (name) => `Przesyłanie: ${name}`,
  cancel: (name) => `Anuluj przesyłanie: ${name}`,
  remove: (name) => `Usuń ${name} z listy`,
  removed: (name, isUploaded) =>
    isUploaded
      ? `Plik ${name} usunięto z tej listy. Przesłany plik został zachowany.`
      : `Plik ${name} usunięto z tej listy.`,
  removedMany: (count, formats) =>
    formats.plural(count, {
      one: "Usunięto z tej listy # plik.",
      few: "Usunięto z tej listy # pliki.",
      many: "Usunięto z tej listy # plików.",
      other: "Usunięto z tej listy # pliku.",
    }),
  undo: "Cofnij",
  retryVisible: "Ponów",
  retry: (name) => `Ponów przesyłanie: ${name}`,
  againVisible: "Prześlij ponownie",
  anotherVisible: "Wybierz inny",
  pause: (name) => `Wstrzymaj przesyłanie: ${name}`,
  resume: (name) => `Wznów przesyłanie: ${name}`,

  summary: (uploaded, total, formats) =>
    uploaded === total
      ? formats.plural(total, {
          one: "Przesłano # plik",
          few: "Przesłano # pliki",
          many: "Przesłano # plików",
          other: "Przesłano # pliku",
        })
      : formats.plural(total, {
          one: `Przesłano ${formats.number(uploaded)} z # pliku`,
          few: `Przesłano ${formats.number(uploaded)} z # plików`,
          many: `Przesłano ${formats.number(uploaded)} z # plików`,
          other: `Przesłano ${formats.number(uploaded)} z # pliku`,
        }),
  summaryFailed: (count, formats) => formats.plural(count, { other: "nie przesłano: #" }),
  summaryToCheck: (count, formats) => formats.plural(count, { other: "do sprawdzenia: #" }),
  overall: "Wszystkie pliki",
  start: "Prześlij",
  sendVisible: "Prześlij mimo to",
  pauseAll: "Wstrzymaj wszystko",
  resumeAll: "Wznów wszystko",
  cancelAll: "Anuluj wszystko",
  retryAll: "Ponów nieudane",
  clear: "Wyczyść zakończone",
  onlyFailed: "Tylko nieudane",

  restored: "Przesłane wcześniej",
  submitWaits: "Formularz zostanie wysłany, gdy tylko wszystkie pliki zostaną przesłane.",
  submitStopped:
    "Formularz nie został wysłany, bo nie wszystkie pliki zostały przesłane. Ponów lub usuń nieudane i wyślij formularz jeszcze raz.",
  submitCancel: "Jeszcze nie wysyłaj",

  interrupted: "Przesyłanie niedokończone podczas poprzedniej wizyty",
  safe: (safe, total) => `przesłano już ${safe} z ${total}`,
  resumeVisible: "Wznów",
  discardVisible: "Odrzuć",
  discard: (name) => `Odrzuć ${name}`,
  addAgain: "Aby kontynuować, dodaj ponownie ten sam plik.",
  chooseVisible: "Wybierz ponownie",
  notReopened:
    "Przeglądarka nie mogła ponownie otworzyć pliku. Dodaj go jeszcze raz; przesyłanie zostanie wznowione od miejsca przerwania.",
} satisfies ListMessages;
