/**
 * The last step of `npm run build:lib`: writes `dist/integrity.json`, the digests for `integrity` attributes and import maps
 * of every script that a script tag loads, at once or later, of the worker and of the themes.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("dist/", import.meta.url));
const themes = readdirSync(join(dist, "themes")).map((name) => `themes/${name}`);
const scripts = readdirSync(dist).filter((name) => /^(lightfield-(uploader|files)\b.*|md5\.worker)\.js$/.test(name));

/** @param {string} file */
const digestOf = (file) =>
  `sha384-${createHash("sha384")
    .update(readFileSync(join(dist, file)))
    .digest("base64")}`;

const integrity = Object.fromEntries([...scripts, ...themes].sort().map((file) => [file, digestOf(file)]));
writeFileSync(join(dist, "integrity.json"), `${JSON.stringify(integrity, null, 2)}\n`);
