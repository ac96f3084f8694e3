import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "파일",
  queued: "대기 중",
  held: "아직 전송 안 됨, 확인 필요",
  preparing: "준비 중…",
  finishing: "마무리 중…",
  sentOfTotal: (sent, total) => `${sent} / ${total}`,
  timeLeft: (duration) => `${duration} 남음`,
  stalled: "네트워크를 기다리는 중…",
  retrying: (cause, duration) =>
    `${{ busy: "서버가 혼잡합니다.", problem: "서버에 문제가 생겼습니다.", lost: "연결이 끊겼습니다." }[cause]} ${duration === null ? "곧 다시 시도합니다." : `${duration} 후 다시 시도합니다.`}`,
  paused: "일시 중지됨",
  failed: "업로드 실패",
  uploaded: "업로드됨",
  pleaseCheck: "업로드됨, 확인 필요",
  verified: "업로드 및 검증됨",
  cancelled: "취소됨",
  serverSaid: (words) => `서버 응답: “${words}”`,

  progressLabel: (name) => `${name} 업로드 중`,
  cancel: (name) => `${name} 취소`,
  remove: (name) => `목록에서 ${name} 제거`,
  removed: (name, isUploaded) =>
    isUploaded
      ? `${name} 파일을 목록에서 뺐습니다. 업로드된 상태는 그대로입니다.`
      : `${name} 파일을 목록에서 뺐습니다.`,
  removedMany: (count, formats) => formats.plural(count, { other: "파일 #개를 목록에서 뺐습니다." }),
  undo: "되돌리기",
  retryVisible: "다시 시도",
  retry: (name) => `${name} 다시 시도`,
  againVisible: "다시 업로드",
  anotherVisible: "다른 파일 선택",
  pause: (name) => `${name} 일시 중지`,
  resume: (name) => `${name} 계속`,

  summary: (uploaded, total, formats) =>
    uploaded === total
      ? formats.plural(total, { other: "파일 #개 업로드됨" })
      : formats.plural(total, { other: `파일 #개 중 ${formats.number(uploaded)}개 업로드됨` }),
  summaryFailed: (count, formats) => formats.plural(count, { other: "#개 실패" }),
  summaryToCheck: (count, formats) => formats.plural(count, { other: "#개 확인 필요" }),
  overall: "모든 파일",
  start: "업로드",
  sendVisible: "그대로 업로드",
  pauseAll: "모두 일시 중지",
  resumeAll: "모두 계속",
  cancelAll: "모두 취소",
  retryAll: "실패 항목 다시 시도",
  clear: "완료 항목 빼기",
  onlyFailed: "실패 항목만",

  restored: "이전에 업로드됨",
  submitWaits: "모든 파일이 업로드되면 양식이 제출됩니다.",
  submitStopped:
    "업로드되지 않은 파일이 있어 양식이 제출되지 않았습니다. 실패 항목을 다시 시도하거나 제거한 뒤 다시 제출해 주세요.",
  submitCancel: "아직 제출하지 않기",

  interrupted: "이전 방문에서 끝내지 못한 업로드",
  safe: (safe, total) => `${total} 중 ${safe} 업로드됨`,
  resumeVisible: "계속",
  discardVisible: "버리기",
  discard: (name) => `${name} 버리기`,
  addAgain: "계속하려면 같은 파일을 다시 추가해 주세요.",
  chooseVisible: "다시 선택",
  notReopened: "브라우저에서 파일을 다시 열지 못했습니다. 다시 추가하면 멈춘 곳부터 이어집니다.",
} satisfies ListMessages;
