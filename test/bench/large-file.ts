/** Sends one large file with each contender in turns, at full speed of the loopback device and at 1 Gbit/s. */
import { installPeers, type PageName } from "./bundles.ts";
import { alternate, isChosen, OPTIONS, report, spreadOf } from "./report.ts";
import { type Measured, Stage } from "./stage.ts";

export interface LargeFileContender {
  readonly name: string;
  readonly page: PageName;
  readonly signsType?: boolean;
  readonly tus?: { readonly chunkBytes: number | null };
  /** Uses the real endpoint over HTTP instead of functions on the page. The endpoint's URLs have no limited rate. */
  readonly overHttp?: boolean;
  readonly onlyAtRates?: readonly number[];
  readonly isPeer?: boolean;
}

const LINES = [
  { key: "loopback", name: "full loopback speed", bytesPerSecond: 0 },
  { key: "gbit", name: "1 Gbit/s", bytesPerSecond: 125_000_000 },
];

export async function compareLargeFile(title: string, all: readonly LargeFileContender[]): Promise<void> {
  const chosen = all.filter(
    ({ name, page, isPeer }) => (!isPeer || OPTIONS.peers) && (page === "bare" || isChosen(page) || isChosen(name)),
  );
  if (OPTIONS.peers) installPeers();
  const stage = await Stage.open([...new Set(chosen.map(({ page }) => page))]);
  try {
    const { path, md5 } = await stage.writeRandomFile("recording.bin", Number(OPTIONS.mib));
    for (const { key, name: line, bytesPerSecond } of LINES) {
      if (OPTIONS.line !== undefined && OPTIONS.line !== key) continue;
      const contenders = chosen.filter(({ onlyAtRates }) => onlyAtRates?.includes(bytesPerSecond) ?? true);
      const runs = new Map<string, Measured[]>(contenders.map(({ name }) => [name, []]));
      const contend = contenders.map(({ name, page, signsType = true, tus = null, overHttp = false }) => async () => {
        const endpoint = overHttp ? "/api/uploads" : null;
        const run = await stage.run(page, [path], { atOnce: 3, bytesPerSecond, signsType, tus, endpoint });
        if (run.md5 !== null && run.md5 !== md5) throw new Error(`${name} computed ${run.md5}, the file has ${md5}.`);
        runs.get(name)?.push(run);
      });
      await alternate(contend, {
        rounds: Number(OPTIONS.rounds),
        onWarm: () => {
          for (const list of runs.values()) list.length = 0;
        },
      });
      const bare = spreadOf((runs.get("bare XHR PUT") ?? []).map(({ ms }) => ms));
      const floorCpu = spreadOf((runs.get("MD5 in a worker beside a PUT") ?? []).map(({ cpuS }) => cpuS)).median;
      await report(
        `${title}, ${OPTIONS.mib} MiB, ${line}`,
        contenders.map(({ name }) => {
          const of = runs.get(name) ?? [];
          const ms = spreadOf(of.map((run) => run.ms));
          const cpu = spreadOf(of.map(({ cpuS }) => cpuS)).median;
          return {
            contender: name,
            "× bare": ms.median / bare.median,
            "fastest runs": ms.min / bare.min,
            "ms, median": ms.median,
            min: ms.min,
            max: ms.max,
            "page CPU, s": cpu,
            "× floor's CPU": cpu / floorCpu,
            "grows, MiB": spreadOf(of.map(({ grownMib }) => grownMib)).median,
            "longest task, ms": Math.max(0, ...of.flatMap(({ longTasks }) => longTasks)),
          };
        }),
      );
    }
  } finally {
    await stage.close();
  }
}
