import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { FAULT_PHASES, type Fault, type FaultKind, type FaultPhase } from "../../demo/emulator/index.ts";
import { FAILED_REQUEST, HOST_LINE, UPLOADER_LINE } from "./complaints.ts";
import { md5Of, randomFile } from "./source-files.ts";
import type { Stage } from "./support.ts";
import { NO_RATE_LIMIT, openStage } from "./support.ts";
import { until } from "./waiting.ts";
import type { SeenUpload, WidgetPage } from "./widget-page.ts";

interface Journey {
  readonly page: string;
  readonly phases: readonly FaultPhase[];
  /** Where the browser sends the bytes. */
  readonly bytesAt: FaultPhase;
  /** A browser that was refused once asks again; a relay on the page's own origin refuses nobody. */
  readonly corsRefusals: number;
}

/** How the bytes travel, by the page whose host has them travel so. */
const JOURNEYS: Readonly<Record<string, Journey>> = {
  put: { page: "/", phases: ["create", "transfer", "complete"], bytesAt: "transfer", corsRefusals: 2 },
  tus: {
    page: "/resumable.html",
    // With a relay, "transfer" is the relay's own PUT to storage.
    phases: ["create", "relay", "transfer", "complete"],
    bytesAt: "relay",
    corsRefusals: 1,
  },
};

/** Every kind of fault, some of them in several shapes. */
const SHAPES: Readonly<Record<FaultKind, readonly Omit<Fault, "at">[]>> = {
  disconnect: [{ do: "disconnect", afterBytes: 30_000 }],
  "disconnect-before-answer": [{ do: "disconnect-before-answer" }],
  status: [
    { do: "status", status: 429, retryAfterSeconds: 1 },
    { do: "status", status: 500 },
    { do: "status", status: 503, retryAfterSeconds: 1 },
    { do: "status", status: 503 },
    { do: "status", status: 403 },
  ],
  trickle: [{ do: "trickle" }],
  stall: [{ do: "stall", afterBytes: 30_000 }],
  expire: [{ do: "expire" }],
  corrupt: [{ do: "corrupt", afterBytes: 5_000 }],
  garbage: [{ do: "garbage" }],
  "refuse-cors": [{ do: "refuse-cors" }],
};

const SMALL_BYTES = 100_000;
/** More than the buffers between browser and server hold, so that a server which stops reading is noticed. */
const STALLED_BYTES = 24_000_000;

interface Case {
  readonly name: string;
  readonly fault: Fault;
}

/** A "no" to cancel is the last word: such a session ends when its time is over. */
const isFinal = ({ at, status }: Fault): boolean => at === "cancel" && status === 403;

function casesAt(phases: readonly FaultPhase[], refusals = 1): Case[] {
  const cases: Case[] = [];
  for (const [kind, shapes] of Object.entries(SHAPES) as [FaultKind, readonly Omit<Fault, "at">[]][]) {
    for (const at of phases.filter((phase) => FAULT_PHASES[kind].includes(phase))) {
      for (const { status, retryAfterSeconds, ...shape } of shapes) {
        const details = [kind, status, retryAfterSeconds && `after-${retryAfterSeconds}`].filter(Boolean);
        const name = `${at}-${details.join("-")}.bin`;
        cases.push({
          name,
          fault: {
            at,
            fileName: name,
            times: kind === "refuse-cors" ? refusals : 1,
            ...shape,
            ...(status && { status }),
            ...(retryAfterSeconds && { retryAfterSeconds }),
          },
        });
      }
    }
  }
  return cases.filter(({ fault }) => !isFinal(fault));
}

let stage: Stage;
before(async () => {
  stage = await openStage({
    emulator: NO_RATE_LIMIT,
    // What stands still between host, relay and Lightfield is given up early; the page's own clock is moved forward.
    calls: { timeoutMs: 3_000 },
    relay: { idleMs: 3_000, answerWithinMs: 2_000 },
  });
});
afterEach(() => stage.endTest());
after(() => stage.close());

async function sourcesOf(cases: readonly Case[]): Promise<string[]> {
  const size = ({ fault }: Case) => (fault.do === "stall" && fault.at !== "create" ? STALLED_BYTES : SMALL_BYTES);
  return Promise.all(cases.map((one) => randomFile(stage.sourceDir, one.name, size(one))));
}

/** All of them under way at once, so that the slowest fault takes as long as all of them. */
async function startAll(widget: WidgetPage, sources: readonly string[]): Promise<void> {
  await widget.page.evaluate((count) => {
    const uploader = document.querySelector("lightfield-uploader");
    if (uploader) uploader.maxConcurrentUploads = count;
  }, sources.length);
  await widget.drop(sources);
}

async function assertVerified(upload: SeenUpload, sources: readonly string[]): Promise<void> {
  const source = sources.find((path) => path.endsWith(`/${upload.name}`)) ?? "";
  const stored = stage.emulator.files().find(({ id }) => id === upload.fileId);
  assert.equal(stored?.status, "COMPLETED", upload.name);
  assert.equal(stored?.md5, await md5Of(source), `${upload.name} does not lie there as it was sent`);
}

async function noneIsPending(names: ReadonlySet<string>): Promise<void> {
  const pending = () =>
    stage.emulator.files().filter(({ requestedName, status }) => status === "PENDING" && names.has(requestedName));
  await until("no session is pending", () => pending().length === 0).catch((cause) => {
    throw new Error(`still pending: ${pending().map(({ requestedName }) => requestedName)}`, { cause });
  });
}

/** More than any limit of the page's on how long a request may stand still. */
const LONGEST_SILENCE_MS = 400_000;

/** All of them settled. Once only one is left that stands still on its way from the page, the page's clock is moved. */
async function settledInTime(widget: WidgetPage, count: number, at: FaultPhase): Promise<SeenUpload[]> {
  const stalled = `${at}-stall.bin`;
  const isSettled = ({ status }: SeenUpload) => ["succeeded", "failed", "cancelled"].includes(status);
  let seen: SeenUpload[] = [];
  await until(
    "only what stands still is under way",
    async () => {
      seen = await widget.uploads();
      return seen.length === count && seen.every((upload) => upload.name === stalled || isSettled(upload));
    },
    () => JSON.stringify(seen.map(({ status, step, sentBytes }) => [status, step, sentBytes])),
  );
  await until(`${stalled} is given up by the page's watchdog`, async () => {
    const upload = (await widget.uploads()).find(({ name }) => name === stalled);
    if (upload?.status !== "active") return upload !== undefined;
    await widget.page.clock.fastForward(LONGEST_SILENCE_MS);
    return false;
  });
  return widget.settled(count);
}

async function openWithClock(page: string): Promise<WidgetPage> {
  const context = await stage.newContext();
  await context.clock.install();
  const widget = await stage.open(page, context);
  widget.complaints.allow(FAILED_REQUEST);
  stage.hostLog.expect(HOST_LINE);
  return widget;
}

/** Clicks what the row offers: to retry, or after a refusal of the file to choose another one, here the same again. */
async function pressRemedy(widget: WidgetPage, name: string, source: string): Promise<void> {
  const another = widget.button("Choose another", name);
  await widget.button("Retry", name).or(another).waitFor();
  if (!(await another.isVisible())) return widget.button("Retry", name).click();
  const chosen = widget.page.waitForEvent("filechooser");
  await another.click();
  await (await chosen).setFiles(source);
}

for (const [kind, { page, phases, bytesAt, corsRefusals }] of Object.entries(JOURNEYS)) {
  test(`${kind}: after every fault the file is there and verified, or it says why not and can be tried again`, async (t) => {
    const cases = casesAt(phases, corsRefusals);
    const sources = await sourcesOf(cases);
    stage.emulator.faults.add(...cases.map(({ fault }) => fault));
    const widget = await openWithClock(page);
    widget.complaints.allow(UPLOADER_LINE);
    // A relay on the page's own origin refuses nobody.
    if (kind === "put")
      widget.complaints.expect(/blocked by CORS policy/, /^<lightfield-uploader> \[storage-unreachable\] .*CORS/);
    await startAll(widget, sources);
    const uploads = await settledInTime(widget, cases.length, bytesAt);
    const left = stage.emulator.faults.list.map(({ fileName }) => fileName);
    stage.emulator.faults.clear();

    const failed = uploads.filter(({ status }) => status === "failed");
    // From the last to the first: a row that is retried becomes smaller, and moves those below it.
    for (const { name } of [...failed].reverse()) {
      const sentence = await widget.failureOf(name);
      t.diagnostic(`failed, with a sentence: ${name}: ${sentence}`);
      assert.match(sentence, /\w{3}.*\./, `${name} failed without a sentence`);
      await pressRemedy(widget, name, sources.find((path) => path.endsWith(`/${name}`)) ?? "");
      await until(`${name} is retried`, async () =>
        (await widget.uploads()).some((one) => one.name === name && one.status !== "failed"),
      );
    }
    const retried = await widget.settled(cases.length);
    assert.deepEqual(
      retried.filter(({ status }) => status !== "succeeded").map(({ name, error }) => `${name}: ${error}`),
      [],
    );
    for (const upload of retried) await assertVerified(upload, sources);
    await noneIsPending(new Set(cases.map(({ name }) => name)));
    t.diagnostic(
      `${cases.length} faults: ${cases.length - failed.length} healed by themselves, ${failed.length} by the button`,
    );
    assert.deepEqual(left, [], "not every fault has happened");
  });

  test(`${kind}: whatever happens to the request to cancel, no session stays behind`, async (t) => {
    const cases = casesAt(["cancel"]);
    const sources = await sourcesOf(cases);
    for (const { name, fault } of cases) {
      const slowly = { at: bytesAt, do: "trickle", bytesPerSecond: 2_000, fileName: name } as const;
      stage.emulator.faults.add(fault, slowly);
    }
    const names = new Set(cases.map(({ name }) => name));
    // The other kind of transfer has left cancelled sessions of these names.
    const earlier = new Set(stage.emulator.files().map(({ id }) => id));
    const sessions = () =>
      stage.emulator.files().filter(({ id, requestedName }) => names.has(requestedName) && !earlier.has(id));
    const widget = await openWithClock(page);
    await startAll(widget, sources);
    await until("every file has a session", () => sessions().length === cases.length);
    await until("a file is on its way", async () => (await widget.uploads()).some(({ step }) => step === "transfer"));
    await widget.page.getByRole("button", { name: "Cancel all" }).click();
    const uploads = await widget.settled(cases.length);
    assert.ok(uploads.every(({ status }) => status === "cancelled"));
    await noneIsPending(names);
    t.diagnostic(`${cases.length} faults at cancel, ${sessions().length} sessions, none pending`);
  });
}
