import type { OutcomeMessages } from "../../words/messages.ts";

export const sentences = {
  errors: {
    network: "연결이 끊겼습니다. 네트워크를 확인하고 다시 시도해 주세요.",
    timeout: "서버 응답이 너무 오래 걸립니다. 잠시 후 다시 시도해 주세요.",
    "storage-unreachable": "이 페이지에서 파일 저장소에 연결할 수 없습니다. 계속되면 페이지 관리자에게 알려 주세요.",
    "file-unreadable":
      "파일을 더 이상 읽을 수 없습니다. 이동되었거나 이름 또는 내용이 바뀌었습니다. 다시 추가해 주세요.",
    "rate-limited": "서버가 매우 혼잡합니다. 잠시 후 다시 시도해 주세요.",
    server: "서버에 문제가 생겼습니다. 잠시 후 다시 시도해 주세요.",
    unauthorized: "다른 탭 등에서 다시 로그인한 다음 여기에서 계속해 주세요.",
    forbidden: "이 파일을 여기에 업로드할 권한이 없습니다. 권한이 필요하면 페이지 관리자에게 알려 주세요.",
    "not-found": "서버에서 이 업로드를 더 이상 찾을 수 없습니다. 다시 시도해 주세요.",
    conflict: "서버에 같은 이름의 파일이 이미 있습니다. 이름을 바꿔 다시 추가하거나 다시 시도해 주세요.",
    refused: "서버가 이 파일을 받지 않았습니다. 다른 파일을 선택하거나 페이지 관리자에게 알려 주세요.",
    "too-large": "파일이 너무 커서 여기에 업로드할 수 없습니다. 더 작은 파일을 선택해 주세요.",
    type: "이런 종류의 파일은 여기에서 받지 않습니다. 다른 파일을 선택해 주세요.",
    "too-many": "하루에 업로드할 수 있는 파일 수에 도달했습니다. 내일 다시 시도해 주세요.",
    "share-full": "완료되지 않은 업로드가 너무 많습니다. 일부를 완료하거나 취소한 후 다시 시도해 주세요.",
    "not-set-up": "지금은 이 페이지에서 업로드할 수 없습니다. 페이지 관리자에게 알려 주세요.",
    expired: "업로드 제한 시간이 지났습니다. 다시 시도해 주세요.",
    checksum: "파일이 전송 중에 손상되었습니다. 다시 시도해 주세요.",
    protocol: "지금은 이 페이지에서 업로드할 수 없습니다. 페이지 관리자에게 알려 주세요.",
    "unsupported-transfer": "지금은 이 페이지에서 업로드할 수 없습니다. 페이지 관리자에게 알려 주세요.",
    internal: "이 페이지에서 문제가 발생했습니다. 다시 시도해 주세요.",
  },

  about: (name, sentence) => `${name}: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `${name} 파일을 추가했습니다.` : formats.plural(count, { other: "파일 #개를 추가했습니다." }),
  announceFailed: (name, reason) => `${name} 파일이 업로드되지 않았습니다. ${reason}`,
  announceManyFailed: (count, formats) => formats.plural(count, { other: "파일 #개가 업로드되지 않았습니다." }),
  offline: "오프라인 상태입니다. 다시 연결되면 바로 이어집니다.",
  continued: "중단된 곳부터 이어짐",
  changed: "내용이 이전과 달라 처음부터 업로드합니다.",
  announceResumed: "업로드를 재개했습니다",
  announceOnline: "다시 연결되었습니다.",
  announceHalf: "절반을 업로드했습니다.",
  announceDismissed: "메시지를 닫았습니다.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { other: "파일 #개 업로드 완료" })}${failed ? formats.plural(failed, { other: ", #개 실패" }) : ""}.`,
} satisfies OutcomeMessages;
