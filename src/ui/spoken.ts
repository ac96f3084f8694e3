/** Text for screen readers: as a name of a control, or announced, without the marks that isolate names: speech engines and braille displays may spell them out. */
export function spoken(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, "");
}
