/**
 * Where the three engines are on this machine. A variable wins, then the usual paths; nothing is downloaded.
 * WebKit needs three programs: the driver, a browser that the driver can steer, and (without a screen) a virtual one.
 */
import { accessSync, constants, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

export const ENGINES = /** @type {const} */ (["chromium", "firefox", "webkit"]);

/** What brings an engine on Debian and its relatives. */
export const DEBIAN_PACKAGES = {
  chromium: ["chromium"],
  firefox: ["firefox-esr"],
  webkit: ["webkit2gtk-driver", "xvfb", "xauth"],
};

/** Without one, a headless browser lays out text with no glyphs at all. */
export const DEBIAN_FONTS = ["fonts-dejavu-core"];

/**
 * Chromium without a browser's window. Opening and closing a page takes 0.2 s of the processor instead of 1.3 s (Chromium 156,
 * ten pages each). Tests of pages use it where it is installed; benchmarks do not.
 */
export const HEADLESS_SHELL = "chromium-headless-shell";

const CANDIDATES = {
  chromium: [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
  firefox: [
    "firefox-esr",
    "firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
  ],
  webkitDriver: ["WebKitWebDriver"],
  xvfb: ["Xvfb"],
};

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {readonly string[]} names programs on the PATH, or absolute paths */
function firstExecutable(names) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  for (const name of names) {
    const paths = /[\\/]/.test(name) ? [name] : folders.map((folder) => join(folder, name));
    const found = paths.find(isExecutable);
    if (found) return found;
  }
  return null;
}

/** A variable that names a program that is not there is a mistake worth hearing about, not a reason to look elsewhere. */
function fromVariable(variable) {
  const path = process.env[variable];
  if (!path) return null;
  if (!isExecutable(path)) throw new Error(`${variable} is set to ${path}, which cannot be run.`);
  return path;
}

/** The path of a Chromium or Chrome, or null. */
export function findChromium() {
  return fromVariable("CHROMIUM_PATH") ?? firstExecutable(CANDIDATES.chromium);
}

/** The path of the Chromium that tests drive, which is faster where it has no window; or null. */
export function findTestChromium() {
  return fromVariable("CHROMIUM_PATH") ?? findHeadlessShell() ?? findChromium();
}

export const findHeadlessShell = () => firstExecutable([HEADLESS_SHELL]);

/** The path of a Firefox, or null. */
export function findFirefox() {
  return fromVariable("FIREFOX_PATH") ?? firstExecutable(CANDIDATES.firefox);
}

/** WebKitGTK keeps its test browser in a private folder: /usr/lib/<architecture>/webkit2gtk-<version>/MiniBrowser. */
function findMiniBrowser() {
  const fixed = fromVariable("WEBKIT_PATH");
  if (fixed || process.platform !== "linux") return fixed;
  const builds = [];
  for (const lib of ["/usr/lib", "/usr/libexec", "/usr/lib64"]) {
    for (const folder of foldersIn(lib)) {
      if (/^webkit(2gtk|gtk)-/.test(folder)) builds.push(join(lib, folder, "MiniBrowser"));
      if (!folder.includes("-linux-")) continue;
      for (const inner of foldersIn(join(lib, folder))) {
        if (/^webkit(2gtk|gtk)-/.test(inner)) builds.push(join(lib, folder, inner, "MiniBrowser"));
      }
    }
  }
  return builds.find(isExecutable) ?? null;
}

function foldersIn(path) {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

/** The programs that run WebKit, or null when one of them is missing. `xvfb` is null where there is a screen. */
export function findWebKit() {
  const driver = fromVariable("WEBKIT_DRIVER_PATH") ?? firstExecutable(CANDIDATES.webkitDriver);
  const browser = findMiniBrowser();
  const xvfb = firstExecutable(CANDIDATES.xvfb);
  const hasScreen = Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  if (!driver || !browser || (!xvfb && !hasScreen)) return null;
  return { driver, browser, xvfb };
}

/** The engines of this machine, in the order in which they are run. */
export function findEngines() {
  const present = { chromium: findChromium(), firefox: findFirefox(), webkit: findWebKit() };
  return ENGINES.filter((engine) => present[engine] !== null);
}

/** The one line that says how to get what is missing. */
export function installHint(missing) {
  const packages = missing.flatMap((engine) => DEBIAN_PACKAGES[engine]);
  return `Install on Debian or Ubuntu: sudo apt-get install -y --no-install-recommends ${packages.join(" ")}; elsewhere set ${missing
    .map((engine) => `${engine.toUpperCase()}_PATH`)
    .join(", ")}.`;
}

/** Chromium refuses its sandbox to root, which is who runs the tests in most containers. */
export function chromiumArgs() {
  return process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}

/** How playwright starts the Chromium of this machine; says what to install when there is none. */
export function chromiumLaunch() {
  const executablePath = findTestChromium();
  if (executablePath === null) throw new Error(`No Chromium found. ${installHint(["chromium"])}`);
  return { executablePath, args: chromiumArgs() };
}
