/**
 * Provides the servers that the peer tests talk to. In CI, on Debian and as root, it installs what is missing; everywhere
 * else the tests that need it are skipped, with a line that says what to install.
 */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { canInstall, install } from "./ensure-browsers.mjs";

/**
 * Programs (and files, where a package has no program of its own), and the Debian packages that bring them.
 * @type {Record<string, { programs?: string[], files?: string[], packages: string[] }>}
 */
const PEERS = {
  "an S3 server (Ceph)": {
    programs: ["ceph-mon", "ceph-osd", "ceph", "ceph-authtool", "monmaptool", "radosgw", "radosgw-admin"],
    packages: ["radosgw", "ceph-mon", "ceph-osd"],
  },
  Redis: { programs: ["redis-server"], packages: ["redis-server"] },
  nginx: { programs: ["nginx", "openssl"], packages: ["nginx-light", "openssl"] },
  HAProxy: { programs: ["haproxy", "openssl"], packages: ["haproxy", "openssl"] },
  Caddy: { programs: ["caddy", "openssl"], packages: ["caddy", "openssl"] },
  Python: { programs: ["python3"], packages: ["python3"] },
  Flask: { files: ["/usr/lib/python3/dist-packages/flask"], packages: ["python3-flask"] },
  PHP: { programs: ["php"], packages: ["php-cli", "php-curl"] },
  Go: { programs: ["go"], packages: ["golang-go"] },
  Ruby: {
    programs: ["ruby", "rackup"],
    files: ["/usr/share/doc/ruby-webrick"],
    packages: ["ruby", "ruby-rack", "ruby-webrick"],
  },
};

function isInstalled(program) {
  // Debian installs servers in folders that are not in the PATH of every user.
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];
  return folders.some((folder) => existsSync(join(folder, program)));
}

/** @param {readonly (keyof typeof PEERS)[]} [wanted] */
function missingPeers(wanted = Object.keys(PEERS)) {
  return Object.entries(PEERS).filter(
    ([name, { programs = [], files = [] }]) =>
      wanted.includes(name) && !(programs.every(isInstalled) && files.every((path) => existsSync(path))),
  );
}

/**
 * A sentence when something is missing, for the tests to skip with; false when everything is there.
 * @param {...(keyof typeof PEERS)} wanted the peers that a test needs; all if none is given
 */
export function peersMissing(...wanted) {
  const missing = missingPeers(wanted.length > 0 ? wanted : undefined);
  if (missing.length === 0) return false;
  const packages = missing.flatMap(([, peer]) => peer.packages);
  return `needs ${missing.map(([name]) => name).join(" and ")} (Debian: apt-get install ${packages.join(" ")})`;
}

/** @returns {string | null} the line to end with when what must be there is not */
export function ensurePeers({ ci = Boolean(process.env.CI) } = {}) {
  if (!ci) return null;
  const missing = missingPeers();
  if (missing.length > 0 && canInstall()) install(missing.flatMap(([, { packages }]) => packages));
  const sentence = peersMissing();
  return sentence === false ? null : `The peer tests cannot run: ${sentence}.`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const error = ensurePeers();
  if (error) {
    console.error(error);
    process.exitCode = 1;
  }
}
