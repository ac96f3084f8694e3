import type { IntakeMessages } from "../../words/intake-messages.ts";
import type { TranscriptMessages } from "../../words/transcript-messages.ts";

const transcripts = {
  hints: {
    blank: "Bu dosyada boşluktan başka bir şey yok. Tamamı kaydedildi mi?",
    "no-cues": "Bu altyazılarda hiç sözcük yok.",
    "cut-off": "Bu dosyanın sonu eksik. Tamamı indirildi mi?",
    recording: "Bu bir kayıt. Bunun yerine dökümünün metnini ekleyin.",
    picture: "Bu bir resim. Bunun yerine dökümü metin olarak ekleyin.",
    archive: "Bu bir arşiv. Açıp içindeki dökümü ekleyin.",
    "web-page": "Bu bir web sayfası, belki de dökümün yerine kaydedilmiş bir oturum açma sayfası.",
    shortcut: "Bu yalnızca belgeye giden bir bağlantı. Belgeyi indirip onu ekleyin.",
    locked: "Bu belge parolayla korunuyor, bu yüzden metni okunamıyor.",
    "not-text": "Bu dosyada okunabilir metin yok.",
  },
  renamed: (named, found) =>
    `Adına göre .${named}, içeriğine göre .${found} dosyası. Adını değiştirin ya da doğru dosyayı ekleyin.`,
  encoding: () => "Bu dosyadaki bazı karakterler yanlış görünebilir. Mümkünse UTF-8 olarak kaydedip yeniden ekleyin.",
  announceHints: (count, formats) => formats.plural(count, { other: "Lütfen # dosyaya bakın: bir gariplik var." }),
  speakers: (count, complete, formats) =>
    complete ? formats.plural(count, { other: "# konuşmacı" }) : formats.plural(count, { other: "en az # konuşmacı" }),
  cues: (count, complete, formats) =>
    complete ? formats.plural(count, { other: "# altyazı" }) : formats.plural(count, { other: "yaklaşık # altyazı" }),

  pasted: "Yapıştırılan metin",
  pastedName: "Dosya adı",
  pastedContent: "Döküm metni",
  pastedEmpty: "Henüz metin yok. Buraya yapıştırın veya yazın.",
  pastedAdd: "Ekle",
  pastedDiscard: "Sil",
  pastedAgain: "Burada zaten metin var. Şimdi yapıştırdığınız metin ne olsun?",
  pastedBelow: "Altına ekle",
  pastedReplace: "İlk metnin yerine koy",
  pastedKeep: "Kullanma",
  pastedGone: "Metin silindi.",
  pastedBack: "Geri getir",
  pastedFile: (date) => `Yapıştırılan döküm ${date}`,
} satisfies TranscriptMessages;

const intake = {
  "folder-empty": "Bu klasörde eklenebilecek bir dosya yok.",
  "folder-for-one": "Buraya yalnızca bir dosya eklenebilir. Klasörü açıp dosyanın kendisini sürükleyin.",
  "no-files": "Herhangi bir dosya gelmedi. Önce dosyayı cihazınıza kaydedin, sonra oradan ekleyin.",
  "system-file": "Yüklemek istediğiniz bir dosyadan çok, bir programın bıraktığı bir dosyaya benziyor.",
  addAnyway: "Yine de ekle",
} satisfies IntakeMessages;

export const sentences = { intake, transcripts };
