import { expect } from "@open-wc/testing";
import { Paced } from "../../../src/element/form/paced.ts";
import { waitUntil } from "../support/stage.ts";

function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

describe("work that is limited to a share of the time", () => {
  it("runs whenever it is requested while it takes no time", () => {
    let done = 0;
    const paced = new Paced(() => done++);
    for (let asked = 1; asked <= 100; asked++) {
      paced.soon();
      expect(done).to.equal(asked);
    }
  });

  it("waits after it has taken long, and then runs once for all requests in the meantime", async () => {
    let asked = 0;
    const done: number[] = [];
    const paced = new Paced(() => {
      work(5);
      done.push(asked);
    });
    for (; asked < 100; asked++) paced.soon();
    expect(done).to.deep.equal([0]);
    await waitUntil(() => done.length > 1);
    expect(done).to.deep.equal([0, 100]);
  });

  it("runs at once when it must, and not again for waiting requests", async () => {
    const done: string[] = [];
    let asked = "first";
    const paced = new Paced(() => {
      work(5);
      done.push(asked);
    });
    paced.soon();
    asked = "later";
    paced.soon();
    asked = "last";
    paced.now();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(done).to.deep.equal(["first", "last"]);
  });
});
