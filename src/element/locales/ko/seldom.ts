import type { SeldomMessages } from "../../words/seldom-messages.ts";

export const sentences: SeldomMessages = {
  already: (date) => `${date}에 이미 업로드됨`,
  unchanged: "그 이후로 내용이 바뀌지 않았습니다.",
  alreadyAs: (name) => `같은 내용이 ${name} 이름으로 업로드되었습니다.`,
  alreadyMany: (count, formats) =>
    formats.plural(count, { other: "파일 #개는 이미 업로드되었습니다. 다시 업로드하거나 목록에서 빼 주세요." }),
  signedOut: "로그아웃됨",
  continueVisible: "계속",
  uploading: "업로드 중…",
};
