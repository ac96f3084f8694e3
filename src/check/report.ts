/** Outcome of one rule of the contract at a live endpoint. */
export interface Finding {
  /** Group of the rule, for example "tokens". */
  readonly group: string;
  /** The rule as a sentence about a correct endpoint. */
  readonly rule: string;
  readonly outcome: "passed" | "failed" | "skipped";
  /** The observed difference, or the reason why the rule was skipped. Absent when passed. */
  readonly observed?: string;
  /** What to change in the endpoint. Absent unless failed. */
  readonly fix?: string;
}

/** Thrown by a rule that the endpoint breaks. */
export class Fault extends Error {
  override readonly name = "Fault";
  readonly fix: string;

  constructor(observed: string, fix: string) {
    super(observed);
    this.fix = fix;
  }
}

/** Thrown by a rule that cannot be tried, with the reason. */
export class Skipped extends Error {
  override readonly name = "Skipped";
}

/** The findings as lines for a terminal, with the counts at the end. */
export function toLines(findings: readonly Finding[]): string[] {
  const lines: string[] = [];
  let group = "";
  for (const finding of findings) {
    if (finding.group !== group) {
      group = finding.group;
      lines.push("", group);
    }
    const mark = { passed: "✓", failed: "✗", skipped: "–" }[finding.outcome];
    lines.push(`  ${mark} ${finding.rule}`);
    if (finding.observed)
      lines.push(`      ${finding.outcome === "failed" ? "Seen: " : "Skipped: "}${finding.observed}`);
    if (finding.fix) lines.push(`      Fix:  ${finding.fix}`);
  }
  const count = (outcome: Finding["outcome"]) => findings.filter((finding) => finding.outcome === outcome).length;
  lines.push("", `${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped`);
  return lines;
}
