/** Extensions that are common in large drops. Those of macOS packages ("pages", "key") are excluded: they are folders. */
const FILE_NAME =
  /\.(?:vtt|srt|sbv|txt|md|csv|json|pdf|docx?|pptx?|xlsx?|rtf|html?|eml|m4a|mp[34]|mov|wav|png|jpe?g|zip)$/i;

/** Whether a dropped item can be taken for a file by its name alone: "weekly.vtt", not "weekly.2026" or "weekly". */
export function isFileByName(name: string): boolean {
  return FILE_NAME.test(name);
}
