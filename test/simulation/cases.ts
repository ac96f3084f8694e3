import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Scenario } from "./scenario.ts";

/** A scenario that once broke a rule. */
export interface SavedCase {
  /** Behaviour that went wrong, in words. */
  readonly name: string;
  /** Rule that was broken. */
  readonly rule: string;
  readonly scenario: Scenario;
}

const FOLDER = fileURLToPath(new URL("cases/", import.meta.url));

export function savedCases(): SavedCase[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name): SavedCase => JSON.parse(readFileSync(FOLDER + name, "utf8")));
}

/** Keeps a scenario as a test: `cases/<name in kebab case>.json`. */
export function saveCase(name: string, rule: string, scenario: Scenario): void {
  mkdirSync(FOLDER, { recursive: true });
  const file = `${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.json`;
  writeFileSync(FOLDER + file, `${JSON.stringify({ name, rule, scenario }, null, 2)}\n`);
}
