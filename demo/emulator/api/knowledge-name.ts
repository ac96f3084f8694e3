/**
 * Name of a knowledge upload: with the time before the last extension, so nothing is overwritten.
 * `playbook.md` becomes `playbook_1713045600000.md`, `archive.tar.gz` becomes `archive.tar_1713045600000.gz`.
 * The reference is silent on names without an extension and on dot files: the time goes to the end.
 */
export function stampedName(filename: string, nowMs: number): string {
  const dot = filename.lastIndexOf(".");
  if (dot <= 0) return `${filename}_${nowMs}`;
  return `${filename.slice(0, dot)}_${nowMs}${filename.slice(dot)}`;
}
