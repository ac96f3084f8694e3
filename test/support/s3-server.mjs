/**
 * A real S3 server for tests: Ceph's object gateway on a cluster of one, with its data in memory. Everything runs in the
 * foreground of this process, on the loopback only, and ends with it.
 */
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { freePort, startProgram, stopProgram } from "./processes.mjs";

const run = promisify(execFile);
const START_MS = 120_000;
const STEP_MS = 60_000;

const KEYS = { accessKeyId: "TESTKEY", secretAccessKey: "TESTSECRET" };

/** @returns {Promise<{endpoint: string, accessKeyId: string, secretAccessKey: string, close: () => Promise<void>}>} */
export async function startS3() {
  const folder = await mkdtemp(join(tmpdir(), "lightfield-s3-"));
  const started = [];
  const close = async () => {
    for (const program of started.reverse()) await stopProgram(program);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const ports = { monitor: await freePort(), gateway: await freePort() };
    const endpoint = `http://127.0.0.1:${ports.gateway}`;
    await startCluster(folder, ports, started);
    await until(`an answer from ${endpoint}`, () => fetch(endpoint).then((answer) => answer.ok));
    return { endpoint, ...KEYS, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startCluster(folder, ports, started) {
  const at = (name) => join(folder, name);
  const clusterId = randomUUID();
  for (const name of ["mon", "osd", "rgw", "log"]) await mkdir(at(name));
  await writeFile(at("ceph.conf"), configuration(folder, clusterId, ports));
  const env = { ...process.env, CEPH_CONF: at("ceph.conf"), CEPH_ARGS: `-c ${at("ceph.conf")}` };
  const step = (program, ...args) => run(program, args, { env, timeout: STEP_MS, killSignal: "SIGKILL" });
  const start = (program, ...args) => started.push(startProgram(program, [...args, "-f"], { env }));

  const key = (name, ...caps) =>
    step("ceph-authtool", ...(name === "mon." ? ["-C"] : []), at("keyring"), "--gen-key", "-n", name, ...caps);
  await key("mon.", "--cap", "mon", "allow *");
  await key("client.admin", "--cap", "mon", "allow *", "--cap", "osd", "allow *", "--cap", "mgr", "allow *");
  await key("client.rgw", "--cap", "mon", "allow rw", "--cap", "osd", "allow rwx");
  await key("osd.0", "--cap", "mon", "allow *", "--cap", "osd", "allow *");

  const monitor = `[v2:127.0.0.1:${ports.monitor}]`;
  await step("monmaptool", "--create", "--clobber", "--fsid", clusterId, "--addv", "a", monitor, at("monmap"));
  await step("ceph-mon", "--mkfs", "-i", "a", "--monmap", at("monmap"), "--keyring", at("keyring"));
  start("ceph-mon", "-i", "a");
  const osdId = randomUUID();
  await step("ceph", "osd", "new", osdId);
  await step("ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", osdId);
  start("ceph-osd", "-i", "0");
  await until("the disk to be up", async () => (await step("ceph", "osd", "stat")).stdout.includes("1 up"));
  start("radosgw", "-n", "client.rgw");
  const user = ["--uid", "test", "--display-name", "test"];
  const keys = ["--access-key", KEYS.accessKeyId, "--secret-key", KEYS.secretAccessKey];
  await step("radosgw-admin", "user", "create", ...user, ...keys);
}

async function until(what, isSo) {
  const deadline = Date.now() + START_MS;
  while (!(await isSo().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`Waited ${START_MS} ms in vain for ${what}.`);
    await sleep(100);
  }
}

/** One copy of everything, few placement groups, nothing that warns or waits: this cluster lives for a minute. */
function configuration(folder, clusterId, { monitor, gateway }) {
  return `[global]
fsid = ${clusterId}
mon host = [v2:127.0.0.1:${monitor}]
public addr = 127.0.0.1
cluster addr = 127.0.0.1
keyring = ${folder}/keyring
run dir = ${folder}
admin socket = ${folder}/$name.asok
log file = ${folder}/log/$name.log
mon data = ${folder}/mon
osd data = ${folder}/osd
auth allow insecure global id reclaim = false
mon allow pool size one = true
mon data avail warn = 1
mon data avail crit = 0
mon max pg per osd = 1000
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pgp num = 4
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
osd objectstore = memstore
memstore device bytes = 1073741824
osd max object name len = 256
osd max object namespace len = 64
[client.rgw]
rgw frontends = beast endpoint=127.0.0.1:${gateway}
rgw data = ${folder}/rgw
rgw thread pool size = 32
rgw s3 auth use rados = true
`;
}
