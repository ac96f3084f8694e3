import type { TroubleMessages } from "../../words/messages.ts";

export const sentences = {
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
    expired: "Czas na to przesyłanie minął. Proszę spróbować ponownie.",
    checksum: "Plik uległ uszkodzeniu po drodze. Proszę spróbować ponownie.",
    protocol: "Serwer odpowiedział w niezrozumiały sposób. Proszę powiadomić osoby prowadzące tę stronę.",
    "unsupported-transfer":
      "Ta strona nie umie przesyłać tak, jak wymaga serwer. Proszę powiadomić osoby prowadzące tę stronę.",
    internal: "Na tej stronie coś poszło nie tak. Proszę spróbować ponownie.",
  },
} satisfies TroubleMessages;
