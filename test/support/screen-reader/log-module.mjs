#!/usr/bin/env node
/**
 * Output module of Speech Dispatcher that speaks into a file, whose path is in the variable SPOKEN_FILE: one line for each message,
 * in the order in which they come, without the echoes of keys. The protocol is that of all output modules ("Output Modules" in
 * the manual of Speech Dispatcher).
 */
import { appendFileSync } from "node:fs";
import { createInterface } from "node:readline";

const file = process.env.SPOKEN_FILE;
const reply = (...lines) => process.stdout.write(`${lines.join("\n")}\n`);
const SETTINGS = {
  AUDIO: ["207 OK RECEIVING AUDIO SETTINGS", "203 OK AUDIO INITIALIZED"],
  LOGLEVEL: ["207 OK RECEIVING LOGLEVEL SETTINGS", "203 OK LOG LEVEL SET"],
  SET: ["203 OK RECEIVING SETTINGS", "203 OK SETTINGS RECEIVED"],
};
const ECHOES = new Set(["tab", "return", "space"]);
const MESSAGES = ["SPEAK", "CHAR", "KEY", "SOUND_ICON"];

/** What is being received, up to a line with a dot: the lines, and what follows them. */
let receiving = null;

function spoken(lines) {
  const text = lines
    .map((line) => line.replace(/^\.\./, "."))
    .join(" ")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
  if (text.trim() && !ECHOES.has(text.trim())) appendFileSync(file, `${text.trim()}\n`);
  reply("200 OK SPEAKING", "701 BEGIN", "702 END");
}

function take(command) {
  if (command in SETTINGS) {
    const [ready, done] = SETTINGS[command];
    reply(ready);
    receiving = { lines: [], end: () => reply(done) };
  } else if (MESSAGES.includes(command)) {
    reply("202 OK RECEIVING MESSAGE");
    receiving = { lines: [], end: spoken };
  } else if (command === "INIT") reply("299-Writes what is spoken into a file.", "299 OK LOADED SUCCESSFULLY");
  else if (command.startsWith("LIST VOICES")) reply("200-log\ten\tnone", "200 OK VOICE LIST SENT");
  else if (command === "QUIT") {
    reply("210 OK QUIT");
    process.exit();
  } else if (command !== "STOP" && command !== "PAUSE") reply("300 ERR UNKNOWN COMMAND");
}

createInterface({ input: process.stdin }).on("line", (line) => {
  if (!receiving) return take(line.trim());
  if (line !== ".") return void receiving.lines.push(line);
  const { lines, end } = receiving;
  receiving = null;
  end(lines);
});
