/** Sentences about what was dropped or pasted and not simply added: they come with the list. */
export interface IntakeMessages {
  /** Reason that a dropped folder gave nothing: it is empty, or has only files that systems and programs create. */
  "folder-empty": string;
  /** Reason that a folder was left alone where one file is wanted. */
  "folder-for-one": string;
  /** Reason that a drop had no effect: it brought no file, as a mail or an archive's entry may. */
  "no-files": string;
  /** Doubt about a single file such as "._notes.vtt" or "Thumbs.db"; the button `addAnyway` follows. */
  "system-file": string;
  addAnyway: string;
}
