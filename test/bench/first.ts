/**
 * First paint: milliseconds from the first line of the page's script until the browser has painted the contender.
 *
 *     npm run bench -- --suite first [--rounds 15] [--peers]     about 1 minute, 3 with peers
 */
import { installPeers, type PageName } from "./bundles.ts";
import { alternate, isChosen, OPTIONS, report, spreadOf } from "./report.ts";
import { Stage } from "./stage.ts";

const ALL: readonly { readonly page: PageName; readonly isPeer?: boolean }[] = [
  { page: "lit" },
  { page: "element" },
  { page: "mux", isPeer: true },
  { page: "vaadin", isPeer: true },
  { page: "uppy", isPeer: true },
  { page: "filepond", isPeer: true },
];

const contenders = ALL.filter(({ page, isPeer }) => (!isPeer || OPTIONS.peers) && isChosen(page));
if (OPTIONS.peers) installPeers();
const stage = await Stage.open(contenders.map(({ page }) => page));
try {
  for (const cpuRate of [1, 4]) {
    const times = new Map<PageName, number[]>(contenders.map(({ page }) => [page, []]));
    const contend = contenders.map(({ page: name }) => async () => {
      const page = await stage.openPage(name, { cpuRate });
      const ms = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            new PerformanceObserver((_list, observer) => {
              const painted = performance.getEntriesByName("first-contentful-paint")[0];
              if (!painted) return;
              observer.disconnect();
              resolve(painted.startTime - (performance.getEntriesByName("begun")[0]?.startTime ?? Number.NaN));
            }).observe({ type: "paint", buffered: true });
          }),
      );
      await page.context().close();
      times.get(name)?.push(ms);
    });
    await alternate(contend, {
      rounds: Math.max(Number(OPTIONS.rounds), 15),
      onWarm: () => {
        for (const list of times.values()) list.length = 0;
      },
    });
    const mux = times.has("mux") ? spreadOf(times.get("mux") ?? []).median : null;
    await report(
      `first paint, CPU × ${cpuRate}`,
      contenders.map(({ page }) => {
        const ms = spreadOf(times.get(page) ?? []);
        return {
          contender: page,
          "ms, median": ms.median,
          min: ms.min,
          max: ms.max,
          "× mux-uploader": mux && ms.median / mux,
        };
      }),
    );
  }
} finally {
  await stage.close();
}
