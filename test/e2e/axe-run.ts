/** A checker's rules (WCAG 2.2 A and AA, and good practice) over states, list lengths, themes and directions. */
import { ALL_STATES, type Shown, type StatesPage, type THEMES } from "./states-page.ts";

export const COUNTS = [0, 1, 1000];

type Theme = (typeof THEMES)[number];

export class AxeRun {
  readonly #states: StatesPage;
  #combinations = 0;
  #texts = 0;
  #lowest: readonly [ratio: number, where: string] = [Number.POSITIVE_INFINITY, "nowhere"];
  readonly #undecided = new Map<string, number>();

  constructor(states: StatesPage) {
    this.#states = states;
  }

  /** What is wrong in any state, in the given themes. */
  async everyState(lang: "en" | "ar", themes: readonly Theme[]): Promise<string[]> {
    const found: string[] = [];
    for (const state of ALL_STATES) found.push(...(await this.findings({ state, lang }, themes)));
    return found;
  }

  async findings(shown: Shown, themes: readonly Theme[]): Promise<string[]> {
    const found: string[] = [];
    await this.#states.show(shown);
    for (const theme of themes) {
      await this.#states.setTheme(theme);
      const where = `${shown.state ?? `${shown.count} files`}, ${shown.lang}, ${theme}`;
      const verdict = await this.#states.axe();
      found.push(...verdict.violations.map((what) => `${where}: ${what}`));
      for (const what of verdict.undecided) {
        const key = `${shown.state}: ${what}`;
        this.#undecided.set(key, (this.#undecided.get(key) ?? 0) + 1);
      }
      if (verdict.lowest && verdict.lowest.ratio < this.#lowest[0]) {
        this.#lowest = [verdict.lowest.ratio, `${where}, ${verdict.lowest.of}`];
      }
      this.#texts += verdict.texts;
      this.#combinations += 1;
    }
    return found;
  }

  /** Figures of everything that was checked so far. */
  get summary(): string {
    const [ratio, where] = this.#lowest;
    const undecided = [...this.#undecided].map(([what, count]) => `undecided, ${count} ×: ${what}`);
    const first = `axe: ${this.#combinations} combinations; the lowest contrast of ${this.#texts} texts is ${ratio}: ${where}`;
    return [first, ...undecided].join("; ");
  }
}
