import type { TroubleMessages } from "../../words/messages.ts";

export const sentences = {
  rejections: {
    empty: "빈 파일입니다. 내용이 있는 파일을 선택해 주세요.",
    "too-small": (size) => `최소 크기인 ${size}보다 작습니다.`,
    "too-large": (size) => `최대 크기인 ${size}보다 큽니다.`,
    type: (kinds) => `이 종류의 파일은 받지 않습니다. 가능한 종류: ${kinds}.`,
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
  errors: {
    network: "연결이 끊겼습니다. 네트워크를 확인하고 다시 시도해 주세요.",
    timeout: "서버 응답이 너무 오래 걸립니다. 잠시 후 다시 시도해 주세요.",
    "storage-unreachable": "이 페이지에서 파일 저장소에 연결할 수 없습니다. 계속되면 페이지 관리자에게 알려 주세요.",
    "file-unreadable":
      "파일을 더 이상 읽을 수 없습니다. 이동되었거나 이름 또는 내용이 바뀌었습니다. 다시 추가해 주세요.",
    "rate-limited": "서버가 매우 바쁩니다. 잠시 후 다시 시도해 주세요.",
    server: "서버에 문제가 생겼습니다. 잠시 후 다시 시도해 주세요.",
    unauthorized: "로그인이 만료되었습니다. 로그인하고 다시 시도해 주세요.",
    forbidden: "이 파일을 여기에 업로드할 권한이 없습니다.",
    "not-found": "서버에서 이 업로드를 더 이상 찾을 수 없습니다. 다시 시도해 주세요.",
    conflict: "서버의 같은 위치에 이미 파일이 있습니다. 이름을 바꿔 다시 추가하거나 다시 시도해 주세요.",
    refused: "서버에서 이 파일을 받지 않습니다.",
    expired: "업로드 시간이 만료되었습니다. 다시 시도해 주세요.",
    checksum: "파일이 전송 중에 손상되었습니다. 다시 시도해 주세요.",
    protocol: "서버의 응답을 이해할 수 없습니다. 페이지 관리자에게 알려 주세요.",
    "unsupported-transfer": "이 페이지는 서버가 요구하는 방식으로 업로드할 수 없습니다. 페이지 관리자에게 알려 주세요.",
    internal: "이 페이지에서 문제가 발생했습니다. 다시 시도해 주세요.",
  },
} satisfies TroubleMessages;
