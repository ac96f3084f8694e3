import { type Stage, fileOf } from "./states.ts";

/** A list of so many files, in every state by turns. */
export function fill({ element, uploader }: Stage, count: number): void {
  if (count === 0) return;
  const names = Array.from({ length: count }, (_, index) => `call-${String(index + 1).padStart(4, "0")}.vtt`);
  const { added } = uploader.add(names.map((name) => ({ file: fileOf(name, 3_000_000) })));
  added.forEach(({ id }, index) => {
    const running = { step: "transfer", sentBytes: 1_000_000, confirmedBytes: 900_000, resumable: true } as const;
    switch (index % 7) {
      case 0:
        return uploader.succeed(id);
      case 1:
        return uploader.fail(id, "refused", { detail: "mimeType is not allowed" });
      case 2:
        return uploader.patch(id, { ...running, status: "active", inspection: { hint: { code: "cut-off" }, preview: null } });
      case 3:
        return uploader.patch(id, { ...running, status: "paused" });
      case 4:
        return uploader.patch(id, { ...running, status: "waiting", waitReason: "offline" });
      case 5:
        return element.cancel(id);
      default:
        return;
    }
  });
}
