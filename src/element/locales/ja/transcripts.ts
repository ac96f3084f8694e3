import type { IntakeMessages } from "../../words/intake-messages.ts";
import type { TranscriptMessages } from "../../words/transcript-messages.ts";

const transcripts = {
  hints: {
    blank: "このファイルには空白しかありません。最後まで保存されていますか？",
    "no-cues": "この字幕には言葉が含まれていません。",
    "cut-off": "ファイルの末尾がありません。最後までダウンロードされていますか？",
    recording: "これは録音・録画です。代わりに、内容の文字起こし（テキスト）を追加してください。",
    picture: "これは画像です。代わりに、文字起こしをテキストで追加してください。",
    archive: "これは圧縮ファイルです。展開して、中の文字起こしを追加してください。",
    "web-page": "これはウェブページです。文字起こしの代わりにサインイン画面が保存されたのかもしれません。",
    shortcut: "これは文書へのリンクです。文書をダウンロードして追加してください。",
    locked: "パスワードで保護されているため、文書のテキストを読み取れません。",
    "not-text": "このファイルには読み取れるテキストがありません。",
  },
  renamed: (named, found) =>
    `名前は .${named} ですが、中身は .${found} のファイルです。名前を変えるか、正しいファイルを追加してください。`,
  encoding: () =>
    "このファイルの一部の文字が正しく表示されない可能性があります。できれば UTF-8 で保存して、もう一度追加してください。",
  announceHints: (count, formats) =>
    formats.plural(count, { other: "# 件のファイルをご確認ください。通常と異なる点があります。" }),
  speakers: (count, complete, formats) =>
    complete ? formats.plural(count, { other: "話者 # 人" }) : formats.plural(count, { other: "話者 # 人以上" }),
  cues: (count, complete, formats) =>
    complete ? formats.plural(count, { other: "字幕 # 件" }) : formats.plural(count, { other: "字幕 約 # 件" }),

  pasted: "貼り付けたテキスト",
  pastedName: "ファイル名",
  pastedContent: "文字起こしのテキスト",
  pastedEmpty: "まだテキストがありません。ここに貼り付けるか入力してください。",
  pastedAdd: "追加",
  pastedDiscard: "破棄",
  pastedAgain: "すでにテキストがあります。今貼り付けたテキストをどうしますか？",
  pastedBelow: "下に追加",
  pastedReplace: "最初のテキストと置き換える",
  pastedKeep: "使わない",
  pastedGone: "テキストを破棄しました。",
  pastedBack: "元に戻す",
  pastedFile: (date) => `貼り付けた文字起こし ${date}`,
} satisfies TranscriptMessages;

const intake = {
  "folder-empty": "このフォルダーには追加できるファイルがありません。",
  "folder-for-one":
    "ここに追加できるファイルは 1 つだけです。フォルダーを開き、ファイルそのものをドロップしてください。",
  "no-files": "ファイルが含まれていませんでした。先にファイルを端末に保存してから追加してください。",
  "system-file": "アップロードしたいファイルではなく、プログラムが残したファイルのようです。",
  addAnyway: "それでも追加",
} satisfies IntakeMessages;

export const sentences = { intake, transcripts };
