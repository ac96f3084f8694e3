/**
 * Provides the browsers before the tests need them. On Debian and its relatives, as root, it installs what is missing;
 * everywhere else it says in one line what to install. Runs on its own too: `node test/support/ensure-browsers.mjs`.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import {
  DEBIAN_FONTS,
  DEBIAN_PACKAGES,
  ENGINES,
  findEngines,
  findHeadlessShell,
  HEADLESS_SHELL,
  installHint,
} from "./browsers.mjs";

export function canInstall() {
  return existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get") && process.getuid?.() === 0;
}

/** @param {readonly string[]} packages */
export function install(packages) {
  console.log(`Installing ${packages.join(" ")} with apt-get (a few minutes the first time) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) => spawnSync("apt-get", ["-qq", ...args], { env, encoding: "utf8" });
  // A mirror that refreshes one of several lists badly is no reason to give up: the install decides.
  apt("update");
  const result = apt("install", "-y", "--no-install-recommends", ...packages);
  if (result.status !== 0) console.error(lastLines(result.stderr || result.stdout || String(result.error)));
}

function lastLines(text) {
  return text.trim().split("\n").slice(-5).join("\n");
}

/**
 * @param {object} [options]
 * @param {readonly string[]} [options.wanted] the engines to look for
 * @param {boolean} [options.ci] whether a missing engine is a failure; otherwise the run goes without it and says so
 * @returns {{present: string[], missing: string[], error: string | null}} `error` is the line to end with
 */
export function ensureBrowsers({ wanted = ENGINES, ci = Boolean(process.env.CI) } = {}) {
  const missingNow = () => wanted.filter((engine) => !findEngines().includes(engine));
  const before = missingNow();
  if (before.length > 0 && canInstall()) {
    install([...before.flatMap((engine) => DEBIAN_PACKAGES[engine]), ...DEBIAN_FONTS]);
  }
  // Without it the tests take longer, and nothing else.
  if (wanted.includes("chromium") && findHeadlessShell() === null && canInstall()) install([HEADLESS_SHELL]);
  const missing = missingNow();
  const present = wanted.filter((engine) => !missing.includes(engine));
  return {
    present,
    missing,
    error: ci && missing.length > 0 ? `Missing browsers: ${missing.join(", ")}. ${installHint(missing)}` : null,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    const { present, missing, error } = ensureBrowsers();
    console.log(
      `Browsers: ${present.join(", ") || "none"}.${missing.length > 0 ? ` Missing: ${missing.join(", ")}.` : ""}`,
    );
    if (error) throw new Error(error);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
