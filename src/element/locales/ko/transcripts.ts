import type { IntakeMessages } from "../../words/intake-messages.ts";
import type { TranscriptMessages } from "../../words/transcript-messages.ts";

const transcripts = {
  hints: {
    blank: "이 파일에는 공백만 있습니다. 끝까지 저장되었나요?",
    "no-cues": "이 자막에는 내용이 없습니다.",
    "cut-off": "이 파일의 끝부분이 없습니다. 끝까지 다운로드되었나요?",
    recording: "녹음 또는 녹화 파일입니다. 대신 그 내용을 적은 녹취록을 추가해 주세요.",
    picture: "이미지 파일입니다. 대신 녹취록을 텍스트로 추가해 주세요.",
    archive: "압축 파일입니다. 압축을 풀고 안에 있는 녹취록을 추가해 주세요.",
    "web-page": "웹 페이지입니다. 녹취록 대신 로그인 페이지가 저장되었을 수 있습니다.",
    shortcut: "문서로 연결되는 링크일 뿐입니다. 문서를 다운로드해서 추가해 주세요.",
    locked: "비밀번호로 보호된 문서라 텍스트를 읽을 수 없습니다.",
    "not-text": "이 파일에는 읽을 수 있는 텍스트가 없습니다.",
  },
  renamed: (named, found) =>
    `이름은 .${named} 파일이지만 내용은 .${found} 파일입니다. 이름을 바꾸거나 맞는 파일을 추가해 주세요.`,
  encoding: () => "이 파일의 일부 글자가 잘못 표시될 수 있습니다. 가능하면 UTF-8로 저장해서 다시 추가해 주세요.",
  announceHints: (count, formats) =>
    formats.plural(count, { other: "파일 #개를 확인해 주세요. 이상한 점이 있습니다." }),
  speakers: (count, complete, formats) =>
    complete ? formats.plural(count, { other: "화자 #명" }) : formats.plural(count, { other: "화자 #명 이상" }),
  cues: (count, complete, formats) =>
    complete ? formats.plural(count, { other: "자막 #개" }) : formats.plural(count, { other: "자막 약 #개" }),

  pasted: "붙여넣은 텍스트",
  pastedName: "파일 이름",
  pastedContent: "녹취록 텍스트",
  pastedEmpty: "아직 텍스트가 없습니다. 여기에 붙여넣거나 입력해 주세요.",
  pastedAdd: "추가",
  pastedDiscard: "버리기",
  pastedAgain: "이미 텍스트가 있습니다. 방금 붙여넣은 텍스트를 어떻게 할까요?",
  pastedBelow: "아래에 추가",
  pastedReplace: "기존 텍스트 바꾸기",
  pastedKeep: "사용 안 함",
  pastedGone: "텍스트를 버렸습니다.",
  pastedBack: "되돌리기",
  pastedFile: (date) => `붙여넣은 녹취록 ${date}`,
} satisfies TranscriptMessages;

const intake = {
  "folder-empty": "이 폴더에는 추가할 수 있는 파일이 없습니다.",
  "folder-for-one": "여기에는 파일을 하나만 추가할 수 있습니다. 폴더를 열고 파일을 직접 끌어다 놓으세요.",
  "no-files": "파일을 받지 못했습니다. 먼저 파일을 기기에 저장한 다음 추가해 주세요.",
  "system-file": "업로드하려는 파일이 아니라 프로그램이 남긴 파일로 보입니다.",
  addAnyway: "그래도 추가",
} satisfies IntakeMessages;

export const sentences = { intake, transcripts };
