/** Fields of the details of events that fit into one line of the log. */
interface Detail {
  readonly file?: File;
  readonly message?: string;
  readonly upload?: { readonly name: string; readonly md5: string | null };
  readonly error?: { readonly code: string; readonly message: string };
  readonly counts?: Readonly<Record<string, number>>;
}

export function wordsFor({ file, message, upload, error, counts }: Detail): string {
  if (counts) {
    const present = Object.entries(counts).filter(([, count]) => count > 0);
    return present.map(([status, count]) => `${count} ${status}`).join(", ");
  }
  const words = [file?.name ?? upload?.name, message, upload?.md5 && `MD5 ${upload.md5}`];
  if (error) words.push(`${error.code}: ${error.message}`);
  return words.filter(Boolean).join(" · ");
}
