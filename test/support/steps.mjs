/**
 * The steps of a run: one command each. Some run at a time, in this order, each when the step that it needs is through, and
 * beside them what mostly waits.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { browserTestFiles, filesIn, nodeTestFiles, ROOT } from "./test-files.mjs";

/**
 * @typedef {{
 *   name: string,
 *   command: string,
 *   args: string[],
 *   env?: Record<string, string>,
 *   runsTests?: boolean,
 *   needs?: string[],
 *   browser?: boolean,
 *   waits?: boolean,
 *   files?: readonly string[],
 *   bundled?: readonly string[],
 * }} Step `runsTests`: it writes a report, and one without tests is a failure. `needs`: names of steps that have to pass
 * first. `browser`: it shares one browser with other such steps. `waits`: for other processes most of the time, so that it
 * runs beside two others. `files`: test files that Node loads, which the command takes at its end. `bundled`: test files that it
 * has its pages load.
 */

const bin = (path, ...args) => ({ command: process.execPath, args: [join(ROOT, "node_modules", path), ...args] });
const npm = (name) => ({ command: "npm", args: ["run", "--silent", name] });

/** Ends a test file that hangs, because a server was left open for example. No test rests on this limit. */
const FILE_TIMEOUT_MS = 900_000;

/** @returns {Step} */
function nodeTests(name, files, { concurrency, ...rest }) {
  return {
    name,
    command: process.execPath,
    args: [
      // Node's own held clock says that it is experimental, to every file that uses it.
      "--disable-warning=ExperimentalWarning",
      "--test",
      `--test-concurrency=${concurrency}`,
      `--test-timeout=${FILE_TIMEOUT_MS}`,
      "--test-reporter=./test/support/node-reporter.mjs",
    ],
    files,
    // The library that talks to S3 announces on every start which version of Node it will need one day.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
    runsTests: true,
    ...rest,
  };
}

/** @returns {Step[]} */
function types() {
  const projects = ["tsconfig.json", ...["src", "demo", "test"].flatMap((folder) => filesIn(folder, "tsconfig.json"))];
  return projects
    .filter((path) => existsSync(join(ROOT, path)))
    .map((path) => ({ name: `Types of ${path}`, ...bin("typescript/bin/tsc", "--noEmit", "--project", path) }));
}

const lint = () => ({ name: "Lint", ...bin("@biomejs/biome/bin/biome", "check", "--error-on-warnings", ".") });
const manifest = () => ({
  name: "Manifest",
  command: process.execPath,
  args: [join(ROOT, "test/support/check-manifest.mjs")],
});
const build = () => ({ name: "Build", ...npm("build") });
const size = () => ({ name: "Size", ...npm("size"), needs: ["Build"] });

const wholePageFiles = () => filesIn("test/e2e", ".test.ts");

const ENGINE_NAMES = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKit" };

/** @returns {Step[]} one for each engine, so that two of them run beside each other */
function browserTests(engines, files = browserTestFiles()) {
  return engines.map((engine) => ({
    name: `Browser tests in ${ENGINE_NAMES[engine]}`,
    ...bin("@web/test-runner/dist/bin.js", ...files),
    env: { BROWSERS: engine },
    runsTests: true,
    bundled: files,
  }));
}

const wholePages = (files, concurrency = 3) =>
  nodeTests("Whole-page tests", files, { concurrency, needs: ["Build"], browser: true });

/** Tests of whole pages that start each engine by themselves. */
const isOfEngines = (path) => path.startsWith("test/e2e/engines/");

/** @returns {Step[]} one for each engine */
function pagesInEngines(engines, files) {
  return (files.length > 0 ? engines : []).map((engine) => {
    const name = `Whole-page tests in ${ENGINE_NAMES[engine]}`;
    const step = nodeTests(name, files, { concurrency: 1, needs: ["Build"] });
    return { ...step, env: { ...step.env, ENGINES: engine } };
  });
}

/** Engines by the time that their tests take. */
const SLOWEST_FIRST = ["webkit", "chromium", "firefox"];

/**
 * The longest first, so that every place is taken until the end. Node's tests before those of the last engines: alone at the
 * end, they leave a quarter of two cores idle.
 * @param {readonly string[]} engines @returns {Step[]}
 */
export function allSteps(engines) {
  const pages = wholePageFiles();
  const inOrder = SLOWEST_FIRST.filter((engine) => engines.includes(engine));
  const withChromium = engines.includes("chromium");
  const byThemselves = (name, folder, rest) =>
    nodeTests(name, filesIn(folder, ".test.ts"), { concurrency: 1, needs: ["Build"], ...rest });
  return [
    build(),
    ...types(),
    lint(),
    manifest(),
    size(),
    byThemselves("Tests against other servers", "test/peers", { waits: true }),
    ...(withChromium ? [wholePages(pages.filter((path) => !isOfEngines(path)))] : []),
    ...browserTests(inOrder.slice(0, 1)),
    nodeTests("Node tests", nodeTestFiles(), { concurrency: 2, needs: ["Build"] }),
    ...browserTests(inOrder.slice(1)),
    ...pagesInEngines(inOrder, pages.filter(isOfEngines)),
    ...(withChromium ? [byThemselves("Ecosystems", "test/compat", { browser: true })] : []),
  ];
}

/**
 * Types that the build does not check too, those of the tests first, which take the longest. The compiler looks only at what
 * has changed since the last time.
 */
function typesAgain() {
  const built = ["tsconfig.json", "src/server/relay/tsconfig.json"].map((path) => `Types of ${path}`);
  return types()
    .filter(({ name }) => !built.includes(name))
    .map(({ name, args, ...step }) => {
      const seen = join(ROOT, "node_modules/.cache/types", `${name.replaceAll(/[ /]/g, "-")}.tsbuildinfo`);
      return { ...step, name, args: [...args, "--incremental", "--tsBuildInfoFile", seen] };
    })
    .reverse();
}

/**
 * What takes seconds, or hardly ever breaks alone: every language at every width, all themes, thousands of rows, hundreds of
 * megabytes, stalled connections, simulations, and what stands behind a server or a build of its own.
 */
const NOT_QUICK = new RegExp(
  "(narrow-languages|reflow|stability|themes|long-list|accessibility|worker-hasher|put|tus|tus-silence|uploader|recipes" +
    "|parts|spoken-names|tus-checksum|snippets|snippets-run|server/events" +
    "|worker-bundle|instances|subject-limits|with-emulator|every-call|check-endpoint|hard-coded-words|dropped-files" +
    "|real-endpoint|delivery|hostile|mutations|snippets-page|snippets-server|lightfield/client|raw-servers|processes" +
    "|integration/pause|import-rules|run-all|slow-bodies|attach-transcript|openapi|submit-wait|thumbnails|pasted-text" +
    "|files/search/search|uploaded-store|preview)\\.test\\.ts$|^test/(build|emulator|simulation|server/relay)/",
);

const quick = (files) => files.filter((path) => !NOT_QUICK.test(path));

/**
 * The run between two thoughts: types, lint, Node, one engine, one upload in a page. None of its Node tests needs the build.
 * @returns {Step[]}
 */
export function quickSteps(engines) {
  return [
    build(),
    ...browserTests(engines.slice(0, 1), quick(browserTestFiles())),
    nodeTests("Node tests", quick(nodeTestFiles()), { concurrency: 2 }),
    ...typesAgain(),
    lint(),
    ...(engines.includes("chromium") ? [wholePages(["test/e2e/drop-and-verify.test.ts"], 1)] : []),
  ];
}

/** What takes minutes by its nature: real silences, real rate limits, large files. @returns {Step[]} */
export function longSteps() {
  const files = filesIn("test/long", ".test.ts");
  return [build(), nodeTests("Long tests", files, { concurrency: 1, needs: ["Build"], browser: true })];
}

/** The parts of paths that no test file has in its own. @param {readonly string[]} files */
export function withoutTests(files) {
  const all = filesIn("test", ".test.ts");
  return files.filter((wanted) => wanted === "" || !all.some((path) => path.includes(wanted)));
}

/** The given test files, each where it runs. @param {readonly string[]} files @param {readonly string[]} engines */
export function stepsFor(files, engines) {
  const chosen = (all) => all.filter((path) => files.some((wanted) => path.includes(wanted)));
  const inBrowsers = chosen(browserTestFiles());
  const inNode = chosen([...nodeTestFiles(), ...filesIn("test/peers", ".test.ts")]);
  const inPages = chosen(["test/e2e", "test/long", "test/compat"].flatMap((folder) => filesIn(folder, ".test.ts")));
  const pages = inPages.filter((path) => !isOfEngines(path));
  return [
    ...(inPages.length + inNode.length > 0 ? [build()] : []),
    ...(pages.length > 0 ? [wholePages(pages)] : []),
    ...pagesInEngines(engines, inPages.filter(isOfEngines)),
    ...(inBrowsers.length > 0 ? browserTests(engines, inBrowsers) : []),
    ...(inNode.length > 0 ? [nodeTests("Node tests", inNode, { concurrency: 2, needs: ["Build"] })] : []),
  ];
}
