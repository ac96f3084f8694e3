/** Each takes most of the files that are made. */
export const ACCEPTS: readonly [string, ...string[]] = [
  ".txt, text/*",
  "text/plain, .vtt, application/json, bin, md",
  "*/*",
  "TEXT/*, application/*, audio/*",
  ".Txt .vtt .json .md .bin",
  "text/plain; charset=utf-8, text/vtt, application/json, text/markdown, application/octet-stream",
  "txt/plain, Texts, application/*, .{bin,json} *.*.",
];
