import { expect } from "@open-wc/testing";
import { ExposedStates } from "../../src/ui/exposed-states.ts";
import { turn } from "../support/until.ts";

class StatesHost extends HTMLElement {
  readonly states = new ExposedStates(this.attachInternals());
}
customElements.define("states-host", StatesHost);

function refusing(): Set<string> {
  return Object.assign(new Set<string>(), {
    add: (name: string) => {
      throw new SyntaxError(`The specified value '${name}' must start with '--'.`);
    },
  });
}

/** Uses so much memory, for a moment, that the browser collects what nothing refers to. */
async function collectGarbage(): Promise<void> {
  for (let round = 0; round < 40; round++) {
    const garbage = Array.from({ length: 3_000 }, (_, index) => ({ index, text: String(index) }));
    expect(new Uint8Array(new ArrayBuffer(8_000_000)).length + garbage.length).to.be.greaterThan(8_000_000);
    await turn();
  }
}

describe("the custom states of an element", () => {
  it("are exactly those that were set last", () => {
    const host = new StatesHost();
    host.states.set(new Set(["loading", "empty"]));
    host.states.set(new Set(["empty", "has-errors"]));
    expect(["loading", "empty", "has-errors"].map((name) => host.matches(`:state(${name})`))).to.deep.equal([
      false,
      true,
      true,
    ]);
  });

  it("can be taken away after the browser has collected garbage", async () => {
    const host = new StatesHost();
    host.states.set(new Set(["loading"]));
    await collectGarbage();
    expect(host.matches(":state(loading)")).to.equal(true);
    host.states.set(new Set());
    expect(host.matches(":state(loading)")).to.equal(false);
  });

  for (const [browser, states] of [
    ["Safari before 17.4, which has none", undefined],
    ["Chrome before 125, which accepts no names of words", refusing()],
  ] as const) {
    it(`are left out in ${browser}`, () => {
      const exposed = new ExposedStates({ states } as unknown as ElementInternals);
      exposed.set(new Set(["loading"]));
      exposed.set(new Set(["empty"]));
      expect([...(states ?? [])]).to.deep.equal([]);
    });
  }
});
