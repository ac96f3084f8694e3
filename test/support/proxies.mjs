/** Real proxies with the configurations of `demo/proxies`, on free ports and with a certificate of their own. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { freePort, startProgram, stopProgram } from "./processes.mjs";

const run = promisify(execFile);
const START_MS = 60_000;
const CONFIGURATIONS = new URL("../../demo/proxies/", import.meta.url);

/** nginx as it is without any directive of its own, apart from TLS. */
const NGINX_DEFAULTS = `server {
    listen 443 ssl http2;
    ssl_certificate     /etc/ssl/app.example.com.crt;
    ssl_certificate_key /etc/ssl/app.example.com.key;
    location / { proxy_pass http://127.0.0.1:3000; }
}
`;

/**
 * @typedef {{
 *   url: string,
 *   requests: () => Promise<{method: string, path: string, status: number, bytes: number}[]>,
 *   close: () => Promise<void>,
 * }} RunningProxy `requests`: what nginx has logged, with the bytes that it received of each.
 */

/**
 * Starts a proxy in front of servers on these ports.
 * @param {"nginx" | "nginx-defaults" | "haproxy" | "caddy"} kind
 * @param {readonly number[]} ports of the servers behind it
 * @param {(text: string) => string} [change] of the configuration
 * @param {number} [givenPort] of the proxy; any free one if absent
 * @returns {Promise<RunningProxy>}
 */
export async function startProxy(kind, ports, change = (text) => text, givenPort = 0) {
  const folder = await mkdtemp(join(tmpdir(), "lightfield-proxy-"));
  const certificate = await makeCertificate(folder);
  const port = givenPort || (await freePort());
  const site = change(adapt(await configurationOf(kind), { port, ports, certificate }));
  const program = await PROGRAMS[kind === "nginx-defaults" ? "nginx" : kind](folder, site, port);
  let exited = false;
  program.once("exit", () => {
    exited = true;
  });
  const deadline = Date.now() + START_MS;
  while (!(await accepts(port))) {
    if (exited || Date.now() > deadline) {
      await stopProgram(program);
      throw new Error(`${kind} did not start:\n${await readFile(join(folder, "errors"), "utf8").catch(() => "")}`);
    }
    await sleep(50);
  }
  return {
    url: `https://127.0.0.1:${port}`,
    requests: async () => parseLog(await readFile(join(folder, "requests"), "utf8").catch(() => "")),
    async close() {
      await stopProgram(program);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function configurationOf(kind) {
  if (kind === "nginx-defaults") return NGINX_DEFAULTS;
  const name = { nginx: "nginx.conf", haproxy: "haproxy.cfg", caddy: "Caddyfile" }[kind];
  return readFile(new URL(name, CONFIGURATIONS), "utf8");
}

/** The configuration with the addresses of this test. Servers that it names and that do not run here are repeated. */
function adapt(text, { port, ports, certificate }) {
  const servers = [...new Set(text.match(/127\.0\.0\.1:300\d/g) ?? [])];
  let adapted = text;
  for (const [index, server] of servers.entries()) {
    adapted = adapted.replaceAll(server, `127.0.0.1:${ports[index % ports.length]}`);
  }
  // More servers than the file names: its last line for one is repeated.
  for (const extra of ports.slice(servers.length)) {
    adapted = adapted.replace(
      /( *server 127\.0\.0\.1:)\d+([^\n]*\n)(?! *server)/,
      (line, head, tail) => `${line}${head}${extra}${tail}`,
    );
  }
  return (
    adapted
      // However busy the machine is: an instance that is closed refuses connections or says that it is not ready.
      .replace(/timeout check +5s/, "timeout check 60s")
      .replace("health_interval 1s", "health_interval 1s\n\t\thealth_timeout 60s")
      .replaceAll("/etc/ssl/app.example.com", certificate)
      .replace("listen 443", `listen 127.0.0.1:${port}`)
      .replace("bind :443", `bind 127.0.0.1:${port}`)
      .replace("app.example.com {", `{\n\tadmin off\n\tauto_https disable_redirects\n}\nhttps://127.0.0.1:${port} {`)
  );
}

const PROGRAMS = {
  async nginx(folder, site, _port) {
    const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
      (name) => `${name}_temp_path ${join(folder, name)};`,
    );
    const user = process.getuid?.() === 0 ? "user root;" : "";
    const log = `log_format requests '$request_method $uri $status $request_length'; access_log ${join(folder, "requests")} requests;`;
    const text = `${user} daemon off; worker_processes 1; pid ${join(folder, "pid")}; error_log ${join(folder, "errors")};
events {}
http { ${paths.join(" ")} ${log}
${site}}
`;
    await writeFile(join(folder, "nginx.conf"), text);
    return startProgram("nginx", ["-p", folder, "-e", join(folder, "errors"), "-c", join(folder, "nginx.conf")], {
      env: ENV,
    });
  },
  async haproxy(folder, site) {
    await writeFile(join(folder, "haproxy.cfg"), site);
    return startProgram("haproxy", ["-f", join(folder, "haproxy.cfg"), "-db"], { env: ENV });
  },
  async caddy(folder, site) {
    await writeFile(join(folder, "Caddyfile"), site);
    await mkdir(join(folder, "home"));
    const env = {
      ...ENV,
      HOME: join(folder, "home"),
      XDG_DATA_HOME: join(folder, "home"),
      XDG_CONFIG_HOME: join(folder, "home"),
    };
    return startProgram("caddy", ["run", "--config", join(folder, "Caddyfile"), "--adapter", "caddyfile"], { env });
  },
};

/** Debian installs servers in folders that are not in the PATH of every user. */
const ENV = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/usr/local/sbin` };

/** @returns {Promise<string>} path without the ending: `.crt`, `.key`, and `.pem` with both */
async function makeCertificate(folder) {
  const path = join(folder, "site");
  const subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  await run("openssl", ["req", "-x509", ...key, ...subject, "-keyout", `${path}.key`, "-out", `${path}.crt`]);
  await writeFile(`${path}.pem`, (await readFile(`${path}.crt`, "utf8")) + (await readFile(`${path}.key`, "utf8")));
  return path;
}

function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

function parseLog(text) {
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [method = "", path = "", status, bytes] = line.split(" ");
      return { method, path, status: Number(status), bytes: Number(bytes) };
    });
}
