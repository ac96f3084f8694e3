import type { SeldomMessages } from "../../words/seldom-messages.ts";

export const sentences: SeldomMessages = {
  already: (date) => `Zaten yüklendi: ${date}`,
  unchanged: "O zamandan beri değişmedi.",
  alreadyAs: (name) => `Aynı içerik ${name} adıyla yüklenmişti.`,
  alreadyMany: (count, formats) =>
    formats.plural(count, { other: "# dosya zaten yüklenmişti. Yeniden yükleyin veya kaldırın." }),
  signedOut: "Oturum kapandı",
  continueVisible: "Devam et",
  uploading: "Yükleniyor…",
};
