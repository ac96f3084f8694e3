/**
 * A desktop without a screen for Orca and Firefox: a virtual display, a window manager, the accessibility bus, and Speech
 * Dispatcher with a module that speaks into a file. It has to run inside `dbus-run-session`. Packages on Debian: orca,
 * speech-dispatcher, at-spi2-core, xvfb, openbox, xdotool, dbus, firefox-esr.
 */
import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { startProgram, stopProgram } from "../processes.mjs";

const PAUSE_MS = 50;
/** Orca has said what it has to say when it was quiet for this time. */
const QUIET_MS = 2_000;
const LIMIT_MS = 60_000;
const A11Y_BUS = "/usr/libexec/at-spi-bus-launcher";
const SPEECH_MODULE = join(import.meta.dirname, "log-module.mjs");

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again until the answer is true. */
export async function until(what, ask) {
  const giveUpAt = Date.now() + LIMIT_MS;
  while (!(await ask())) {
    if (Date.now() > giveUpAt) throw new Error(`Waited ${LIMIT_MS / 1000} s for ${what}.`);
    await sleep(PAUSE_MS);
  }
}

export class Desktop {
  #programs = [];
  /** File with everything that was spoken, a line each. */
  #spokenFile;
  #seen = 0;
  /** Environment of the programs on this desktop. */
  env;

  /** @param {string} folder a temporary folder, the home of the desktop's user */
  static async start(folder) {
    const desktop = new Desktop();
    const display = `:${90 + (process.pid % 100)}`;
    const env = {
      ...process.env,
      HOME: folder,
      XDG_RUNTIME_DIR: folder,
      XDG_CONFIG_HOME: join(folder, "config"),
      XDG_DATA_HOME: join(folder, "data"),
      XDG_CACHE_HOME: join(folder, "cache"),
      DISPLAY: display,
      GTK_MODULES: "gail:atk-bridge",
      GNOME_ACCESSIBILITY: "1",
      NO_AT_BRIDGE: "0",
      LANG: "C.UTF-8",
      SPEECHD_ADDRESS: `unix_socket:${join(folder, "speech.socket")}`,
      SPOKEN_FILE: join(folder, "spoken"),
    };
    desktop.env = env;
    desktop.#spokenFile = env.SPOKEN_FILE;
    desktop.#run("Xvfb", [display, "-screen", "0", "1000x800x24", "-nolisten", "tcp"]);
    await until("the display", () => desktop.#answers("xdotool", ["getdisplaygeometry"]));
    desktop.#run("openbox", []);
    desktop.#run(A11Y_BUS, ["--launch-immediately"]);
    await desktop.#answers("gsettings", ["set", "org.gnome.desktop.interface", "toolkit-accessibility", "true"]);
    await desktop.#startSpeech(folder);
    desktop.#run("orca", ["--disable=braille"]);
    await until("Orca", async () => (await desktop.#spoken()).length > 0);
    return desktop;
  }

  /** Presses keys, as "Tab" or "shift+Tab". */
  async press(...keys) {
    await this.#answers("xdotool", ["key", "--clearmodifiers", ...keys]);
  }

  /** Clicks a place of the screen, in pixels. */
  async click(x, y) {
    await this.#answers("xdotool", ["mousemove", `${x}`, `${y}`, "click", "1"]);
  }

  /** What Orca has spoken since the last call, once it is quiet. */
  async heard() {
    let count = -1;
    let now = await this.#spoken();
    while (now.length > count) {
      count = now.length;
      await sleep(QUIET_MS);
      now = await this.#spoken();
    }
    const fresh = now.slice(this.#seen);
    this.#seen = now.length;
    return fresh;
  }

  /** Version of a program, as it reports it. */
  async version(command) {
    const { stdout } = await promisify(execFile)(command, ["--version"], { env: this.env });
    return stdout.trim();
  }

  async stop() {
    for (const program of this.#programs.reverse()) await stopProgram(program);
  }

  async #startSpeech(folder) {
    const config = join(folder, "speech");
    await mkdir(config);
    const lines = [
      `LogDir "${config}"`,
      "DefaultModule log",
      `AddModule "log" "${SPEECH_MODULE}" ""`,
      "DisableAutoSpawn",
    ];
    await writeFile(join(config, "speechd.conf"), lines.join("\n"));
    const socket = join(folder, "speech.socket");
    this.#run("speech-dispatcher", ["-s", "-t", "0", "-C", config, "-S", socket, "-P", join(folder, "speech.pid")]);
    await until("the speech server", () => existsSync(socket));
  }

  #run(command, args) {
    this.#programs.push(startProgram(command, args, { env: this.env }));
  }

  #answers(command, args) {
    return new Promise((resolve) => {
      const child = spawn(command, args, { env: this.env, stdio: "ignore" });
      child.once("error", () => resolve(false));
      child.once("exit", (code) => resolve(code === 0));
    });
  }

  async #spoken() {
    const lines = await readFile(this.#spokenFile, "utf8").catch(() => "");
    return lines.split("\n").filter(Boolean);
  }
}
