/**
 * Many small files, picked at once, through the element beside bare XHR PUTs, in turns:
 *
 *     npm run bench -- --suite many [--files 1000] [--rounds 3] [--ending pdf] [--peers]     about 2 minutes
 *     npm run bench -- --suite many --files 10000 --rounds 2                  about 5 minutes; only the first and the third
 */
import { installPeers, type PageName } from "./bundles.ts";
import { heapOf } from "./heap.ts";
import { alternate, isChosen, OPTIONS, report, spreadOf } from "./report.ts";
import { type Measured, Stage } from "./stage.ts";

const FILE_BYTES = 10_240;

interface ManyContender {
  readonly name: string;
  readonly page: PageName;
  readonly atOnce: number;
  readonly overHttp?: boolean;
  readonly isPeer?: boolean;
  /** Whether it also runs with so many files that a run takes more than half a minute. */
  readonly isShort?: boolean;
}

/** Number of files from which on a run takes long, so that there is no warm-up and there are fewer contenders. */
const LONG = 5_000;

const ALL: readonly ManyContender[] = [
  { name: "bare XHR, 6 at a time", page: "bare", atOnce: 6, isShort: true },
  { name: "MD5 in a worker beside each PUT, 6 at a time", page: "floor", atOnce: 6 },
  { name: "element, 6 at a time", page: "element", atOnce: 6, isShort: true },
  { name: "element, 3 at a time", page: "element", atOnce: 3 },
  { name: "element, real endpoint, 6 at a time", page: "element", atOnce: 6, overHttp: true },
  { name: "Uppy dashboard (no hash), 6 at a time", page: "uppy", atOnce: 6, isPeer: true },
  { name: "Vaadin (no hash), 6 at a time", page: "vaadin", atOnce: 6, isPeer: true },
];

const count = Number(OPTIONS.files);
const contenders = ALL.filter(
  ({ name, page, isPeer, isShort }) =>
    (!isPeer || OPTIONS.peers) &&
    (count < LONG || isShort || OPTIONS.only !== undefined) &&
    (page === "bare" || isChosen(page) || isChosen(name)),
);
if (OPTIONS.peers) installPeers();
const stage = await Stage.open([...new Set(contenders.map(({ page }) => page))]);
try {
  const paths = await stage.writeSmallFiles(count, FILE_BYTES, OPTIONS.ending);
  const runs = new Map<string, (Measured & { heapPerFile: number })[]>(contenders.map(({ name }) => [name, []]));
  const contend = contenders.map(({ name, page, atOnce, overHttp }) => async () => {
    const endpoint = overHttp ? "/api/uploads" : null;
    let heapBefore = Number.NaN;
    let heapPerFile = Number.NaN;
    const run = await stage.run(page, paths, {
      atOnce,
      bytesPerSecond: 0,
      signsType: true,
      tus: null,
      endpoint,
      before: async (open) => {
        heapBefore = await heapOf(open);
      },
      after: async (open) => {
        heapPerFile = ((await heapOf(open)) - heapBefore) / count;
      },
    });
    runs.get(name)?.push({ ...run, heapPerFile });
  });
  await alternate(contend, {
    rounds: Number(OPTIONS.rounds),
    warmsUp: count < LONG,
    onWarm: () => {
      for (const list of runs.values()) list.length = 0;
    },
  });
  const bare = spreadOf((runs.get("bare XHR, 6 at a time") ?? []).map(({ ms }) => ms));
  await report(
    `${count} files of 10 KiB (.${OPTIONS.ending})`,
    contenders.map(({ name }) => {
      const of = runs.get(name) ?? [];
      const ms = spreadOf(of.map((run) => run.ms));
      const listed = of.filter(({ allListedMs }) => allListedMs !== null);
      return {
        contender: name,
        "files a second × bare": bare.median / ms.median,
        "files a second": count / (ms.median / 1000),
        "ms, median": ms.median,
        min: ms.min,
        max: ms.max,
        "first row, ms": listed.length ? spreadOf(listed.map(({ firstRowMs }) => firstRowMs ?? 0)).median : null,
        "all listed, ms": listed.length ? spreadOf(listed.map(({ allListedMs }) => allListedMs ?? 0)).median : null,
        "longest task, ms": Math.max(0, ...of.flatMap(({ longTasks }) => longTasks)),
        "page CPU, s": spreadOf(of.map(({ cpuS }) => cpuS)).median,
        "heap growth, bytes a file": spreadOf(of.map(({ heapPerFile }) => heapPerFile)).median,
      };
    }),
  );
} finally {
  await stage.close();
}
