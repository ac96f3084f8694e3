import type { FilesMessages } from "../words/messages.ts";

export const sentences = {
  label: "업로드한 파일",
  heading: "업로드한 파일",
  columns: { name: "이름", status: "상태", size: "크기", added: "추가한 날짜", actions: "작업" },
  statuses: { PENDING: "완료되지 않음", COMPLETED: "업로드됨", CANCELLED: "취소됨", EXPIRED: "만료됨" },

  loading: "불러오는 중…",
  empty: "아직 파일이 없습니다. 업로드한 파일이 여기에 표시됩니다.",
  count: (total, formats) => formats.plural(total, { other: "파일 #개" }),
  range: (from, to, total, formats) => `${formats.number(total)}개 중 ${formats.number(from)}–${formats.number(to)}`,
  previous: "이전 페이지",
  next: "다음 페이지",
  refresh: "목록 새로 고침",

  openVisible: "다운로드",
  open: (name) => `${name} 다운로드`,
  cancel: (name) => `${name} 취소`,

  notSetUp: "이 페이지의 파일 목록이 아직 설정되지 않았습니다.",
  offline: "오프라인 상태입니다. 다시 연결되면 바로 목록을 불러옵니다.",
  busy: (duration) =>
    `서버가 혼잡합니다. ${duration === null ? "지금 다시 시도합니다." : `${duration} 후 다시 시도합니다.`}`,
  listFailed: "파일을 불러오지 못했습니다",
  notOpened: (name) => `${name} 파일을 열지 못했습니다`,
  notCancelled: (name) => `${name} 업로드를 취소하지 못했습니다`,
  problems: {
    network: "서버에 연결할 수 없습니다. 네트워크를 확인하고 다시 시도해 주세요.",
    timeout: "서버 응답이 너무 오래 걸립니다. 잠시 후 다시 시도해 주세요.",
    busy: "서버가 매우 혼잡합니다. 잠시 후 다시 시도해 주세요.",
    server: "서버에 문제가 생겼습니다. 잠시 후 다시 시도해 주세요.",
    unauthorized: "로그인되어 있지 않습니다. 로그인하고 다시 시도해 주세요.",
    forbidden: "이 내용을 볼 권한이 없습니다.",
    "not-found": "이 파일은 더 이상 서버에 없습니다.",
    changed: "그사이 상태가 바뀌었습니다. 목록을 새로 고쳐 주세요.",
    refused: "서버가 이 작업을 받아들이지 않았습니다.",
    protocol: "지금은 이 페이지에서 목록을 볼 수 없습니다. 페이지 관리자에게 알려 주세요.",
  },
  serverSaid: (words) => `서버 응답: “${words}”`,
  tryAgain: "다시 시도",
  dismiss: "이 메시지 닫기",
  ready: (name) => `${name} 파일이 준비되었지만 브라우저에서 탭을 열지 않았습니다.`,
  openLink: "열기",

  because: (title, reason) => `${title}. ${reason}`,
  announceShown: (range) => `파일: ${range}.`,
  announceCancelled: (name) => `${name} 업로드를 취소했습니다.`,
} satisfies FilesMessages;

export const more = [] as const;
