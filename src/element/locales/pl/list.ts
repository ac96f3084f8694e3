import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "Pliki",
  queued: "W kolejce",
  preparing: "Przygotowywanie…",
  checking: "Sprawdzanie…",
  awaitingServer: "Kończenie…",
  verifying: "Weryfikowanie…",
  sentOfTotal: (sent, total) => `${sent} z ${total}`,
  timeLeft: (duration) => `zostało ${duration}`,
  retrying: (cause, duration) =>
    `${cause === "busy" ? "Serwer jest zajęty." : "Połączenie zostało przerwane."} ${duration === null ? "Wkrótce kolejna próba." : `Kolejna próba za ${duration}`}`,
  paused: "Wstrzymano",
  failed: "Nie przesłano",
  uploaded: "Przesłano",
  verified: "Zweryfikowano",
  cancelled: "Anulowano",
  serverSaid: (words) => `Serwer informuje: „${words}”`,

  progressLabel: (name) => `Przesyłanie: ${name}`,
  cancel: (name) => `Anuluj ${name}`,
  remove: (name) => `Usuń ${name} z listy`,
  retryVisible: "Ponów",
  retry: (name) => `Ponów ${name}`,
  pause: (name) => `Wstrzymaj ${name}`,
  resume: (name) => `Wznów ${name}`,

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
  overall: "Wszystkie pliki",
  start: "Prześlij",
  pauseAll: "Wstrzymaj wszystko",
  resumeAll: "Wznów wszystko",
  cancelAll: "Anuluj wszystko",
  retryAll: "Ponów nieudane",
  clear: "Usuń zakończone",
  onlyFailed: "Tylko nieudane",

  restored: "Przesłane wcześniej",
  submitWaits: "Formularz zostanie wysłany, gdy tylko wszystkie pliki zostaną przesłane.",
  submitStopped:
    "Formularz nie został wysłany, bo nie wszystkie pliki zostały przesłane. Proszę ponowić lub usunąć nieudane i wysłać jeszcze raz.",
  submitCancel: "Jeszcze nie wysyłaj",

  interrupted: "Niedokończone podczas poprzedniej wizyty",
  safe: (safe, total) => `${safe} z ${total} jest już bezpieczne`,
  resumeVisible: "Wznów",
  discardVisible: "Odrzuć",
  discard: (name) => `Odrzuć ${name}`,
  addAgain: "Aby kontynuować, proszę dodać ponownie ten sam plik.",
  notReopened:
    "Przeglądarka nie mogła go ponownie otworzyć. Proszę dodać plik jeszcze raz; przesyłanie ruszy od miejsca przerwania.",
} satisfies ListMessages;
