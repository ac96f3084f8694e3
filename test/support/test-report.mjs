/**
 * What one test command reports to the run that started it: a JSON file beside the words it prints.
 *
 * @typedef {{file: string, name: string, ms: number}} TestTime
 * @typedef {{file: string, name: string, error: string}} Failure
 * @typedef {{file: string, name: string, why: string}} Skip
 * @typedef {{file: string, text: string}} Output what a test printed although nothing failed
 * @typedef {{
 *   where: string, passed: number, failed: Failure[], skipped: Skip[], times: TestTime[], output: Output[]
 * }} Report `where` is "Node", "Chromium" …
 */
import { readFileSync, writeFileSync } from "node:fs";

/** Names the file into which a test command writes its reports. */
export const REPORT_VARIABLE = "TEST_REPORT";

/** @param {string} where @returns {Report} */
export function emptyReport(where) {
  return { where, passed: 0, failed: [], skipped: [], times: [], output: [] };
}

/** @param {readonly Report[]} reports */
export function writeReport(reports) {
  const path = process.env[REPORT_VARIABLE];
  if (path) writeFileSync(path, JSON.stringify(reports));
}

/** @param {string} path @returns {Report[]} none when the command ended before it could report */
export function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return [];
  }
}

/** @param {Report} report */
export function printCounts(report) {
  console.log(describeReport(report));
}

/** Failures in full, then one line of counts. @param {Report} report */
export function describeReport({ where, passed, failed, skipped }) {
  const failures = failed.map(({ file, name, error }) => `✗ ${where}: ${name}\n  ${file}\n${indent(error)}\n`);
  const left = skipped.length > 0 ? `, ${skipped.length} skipped` : "";
  return [...failures, `Ran in ${where}: ${passed} passed, ${failed.length} failed${left}`].join("\n");
}

const indent = (text) => text.trimEnd().replaceAll(/^/gm, "    ");
