import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "파일 업로드",
  heading: () => "여기로 파일을 끌어다 놓으세요",
  headingTranscript: "녹취록 추가",
  headingMore: "파일을 더 끌어다 놓으세요",
  headingAdding: "파일을 추가하는 중…",
  dropAccepted: "놓으면 추가됩니다",
  dropRefused: "여기에는 추가할 수 없습니다",
  browse: (kind) => (kind === "folder" ? "폴더 선택" : "파일 선택"),
  pasteText: "텍스트 붙여넣기",
  kinds: { audio: "오디오", image: "이미지", text: "텍스트", video: "동영상" },
  upTo: (size, each) => `${each ? "파일당 " : ""}최대 ${size}`,
  atMost: (count, formats) => formats.plural(count, { other: "최대 #개" }),
  notSetUp: "이 페이지의 업로드가 아직 설정되지 않았습니다. 설정될 때까지 파일은 이 목록에 남아 있습니다.",

  notAdded: (name) => `${name} 파일이 추가되지 않았습니다`,
  manyNotAdded: (count, formats) => formats.plural(count, { other: "파일 #개가 추가되지 않았습니다" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "외 #개" }),
  details: "대상과 이유 보기",
  dismiss: "이 메시지 닫기",
  unreadable: "읽을 수 없습니다. 파일이 아직 있는지, 열 수 있는 권한이 있는지 확인해 주세요.",
  notLoaded:
    "페이지의 일부를 불러오지 못했습니다. 네트워크를 확인하고 파일을 다시 추가해 주세요. 그래도 안 되면 페이지를 새로 고쳐 주세요.",
  keptOffline: "오프라인 상태입니다. 다시 연결되면 파일이 바로 추가됩니다.",
  rejections: {
    empty: "빈 파일입니다. 내용이 있는 파일을 선택해 주세요.",
    "too-small": (size) => `최소 크기인 ${size}보다 작습니다. 더 큰 파일을 선택해 주세요.`,
    "too-large": (size) => `최대 크기인 ${size}보다 큽니다. 더 작은 파일을 선택해 주세요.`,
    type: (kinds) => `이 형식의 파일은 추가할 수 없습니다. 허용되는 형식: ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, { other: "이름이 #자보다 깁니다. 이름을 줄여서 다시 추가해 주세요." }),
    "name-missing": "이름이 없습니다. 이름을 붙여 다시 추가해 주세요.",
    "too-many": (count, formats) =>
      count === 1
        ? "한 번에 한 파일만 가능합니다. 다른 파일이 업로드될 때까지 기다리거나 취소한 뒤 다시 추가해 주세요."
        : formats.plural(count, {
            other: "이 목록에는 파일을 #개까지만 담을 수 있습니다. 하나를 제거한 뒤 다시 추가해 주세요.",
          }),
  },
  because: (title, reason) => `${title}. ${reason}`,

  valueMissing: (multiple) => (multiple ? "파일을 하나 이상 추가해 주세요." : "파일을 추가해 주세요."),
  stillUploading: "아직 업로드되지 않은 파일이 있습니다. 기다리거나 일시 중지된 파일을 계속 업로드해 주세요.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./outcomes.ts"),
  () => import("./transcripts.ts"),
] as const;
