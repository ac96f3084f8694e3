import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "파일 업로드",
  heading: () => "여기에 파일을 놓으세요",
  headingMore: "파일을 더 놓으세요",
  headingAdding: "파일을 추가하는 중…",
  dropAccepted: "놓으면 추가됩니다",
  dropRefused: "여기에는 추가할 수 없습니다",
  browse: (kind) => (kind === "folder" ? "폴더 선택" : "파일 선택"),
  pasteText: "텍스트 붙여넣기",
  kinds: { audio: "오디오", image: "이미지", text: "텍스트", video: "동영상" },
  upTo: (size, each) => `${each ? "파일당 " : ""}최대 ${size}`,
  atMost: (count, formats) => formats.plural(count, { other: "최대 #개" }),
  notSetUp: "이 페이지의 업로드가 아직 설정되지 않았습니다. 그때까지 파일은 이 목록에 남아 있습니다.",

  notAdded: (name) => `${name} 파일이 추가되지 않았습니다`,
  manyNotAdded: (count, formats) => formats.plural(count, { other: "파일 #개가 추가되지 않았습니다" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "외 #개" }),
  details: "대상과 이유 보기",
  dismiss: "이 메시지 닫기",
  unreadable: "읽을 수 없습니다. 파일이 아직 있는지, 열 수 있는 권한이 있는지 확인해 주세요.",
  notLoaded: "페이지의 일부를 불러오지 못했습니다. 네트워크를 확인하고 파일을 다시 추가해 주세요.",

  because: (title, reason) => `${title}. ${reason}`,
  about: (name, sentence) => `${name}: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `${name} 파일을 추가했습니다.` : formats.plural(count, { other: "파일 #개를 추가했습니다." }),
  announceFailed: (name, reason) => `${name} 파일이 업로드되지 않았습니다. ${reason}`,
  announceManyFailed: (count, formats) => formats.plural(count, { other: "파일 #개가 업로드되지 않았습니다." }),
  offline: "오프라인 상태입니다. 다시 연결되면 바로 이어집니다.",
  continued: "중단된 곳부터 이어짐",
  changed: "내용이 이전과 달라 처음부터 업로드합니다.",
  announceResumed: "다시 시작했습니다",
  announceOnline: "다시 온라인 상태입니다.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { other: "파일 #개 업로드 완료" })}${failed ? formats.plural(failed, { other: ", #개 실패" }) : ""}.`,

  valueMissing: (multiple) => (multiple ? "파일을 하나 이상 추가해 주세요." : "파일을 추가해 주세요."),
  stillUploading: "모든 파일이 업로드될 때까지 기다려 주세요.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./trouble.ts"),
  () => import("./transcripts.ts"),
] as const;
