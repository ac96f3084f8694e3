import type { MeetingMessages } from "../../words/meeting-messages.ts";

export const sentences: MeetingMessages = {
  heading: "회의 정보",
  title: "제목",
  date: "날짜",
  start: "시작",
  end: "종료",
  upload: "업로드",
  discard: "제거",
  summary: (when, people) => (people === "" ? `회의: ${when}` : `회의: ${when}, ${people}`),
  people: (first, others, formats) => formats.plural(others, { other: `${first} 외 #명` }),
  zone: (zone) => `시간은 현재 시간대(${zone}) 기준입니다.`,
  zoneAssumed: (zone) => `파일에 시간대가 없습니다. 현재 시간대(${zone})의 시간으로 읽었으니 확인해 주세요.`,
  whichDate: "어느 날짜가 맞나요?",
  askTitle: "회의 제목을 입력하세요.",
  askDate: "회의 날짜를 입력하세요.",
  askStart: "시작 시간을 입력하세요.",
  askEnd: "종료 시간을 입력하세요.",
  future: "아직 오지 않은 시간입니다. 회의가 열린 시간을 입력하세요.",
  tooLong: "회의가 18시간을 넘게 됩니다. 시작과 종료를 확인하세요.",
};
