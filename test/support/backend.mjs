/**
 * The servers that browser tests talk to, started with the test runner and told to the page by `GET /__backend`.
 * Everything below is on the page's own origin:
 *
 *     GET  /__backend               {sink, tus, closed, hostEndpoint, crossOriginHost, emulatorApi, storage}
 *                                   the last four are null as long as the emulator or the endpoint does not exist
 *     *    /__host/files/…          the host endpoint in front of the local Lightfield (`hostEndpoint`)
 *     GET  /__emulator/files        what Lightfield holds          GET /__emulator/requests   what it was asked (DELETE: forget)
 *     POST /__emulator/faults       one fault or a list of them    DELETE                     forget them
 *     POST /__emulator/limits       e.g. {"requestsPerSecond": 5}
 *     POST /__emulator/origins      the storage's CORS: "*" or a list
 *     POST /__emulator/advance      {"ms": 3600000}
 *     POST /__emulator/clear        an unused Lightfield, with the given options; answers like /__backend
 *
 * `closed` is an address at which nobody listens. What `sink` can do is said in sink.mjs, what
 * `tus` can do in tus-peer.mjs.
 */
import { canStartLightfield, HOST_PATH, startLightfield } from "./local-lightfield.mjs";
import { startSink } from "./sink.mjs";
import { startTusPeer } from "./tus-peer.mjs";

let sink = null;
let tus = null;
let lightfield = null;
/** Below the range from which systems hand out free ports, so that no other test's server is ever there. */
const closed = "http://127.0.0.1:1021";

/** Called by the test runner with its own configuration. */
export async function serverStart({ config }) {
  sink = await startSink();
  tus = await startTusPeer();
  const pageOrigin = `http://${config.hostname}:${config.port}`;
  if (canStartLightfield()) lightfield = await startLightfield({ pageOrigin });
}

export async function serverStop() {
  await lightfield?.close();
  await sink?.close();
  await tus?.close();
  lightfield = sink = tus = null;
}

function describeBackend() {
  const emulator = lightfield?.emulator();
  return {
    sink: sink.url,
    tus: tus.url,
    closed,
    hostEndpoint: lightfield ? HOST_PATH : null,
    crossOriginHost: lightfield?.crossOriginHost ?? null,
    emulatorApi: emulator?.apiUrl ?? null,
    storage: emulator?.storageUrl ?? null,
  };
}

/** One entry for each control of the emulator; what it returns is the answer. */
const CONTROLS = {
  "GET files": (emulator) => emulator.files(),
  "GET requests": (emulator) => emulator.requests.entries,
  "DELETE requests": (emulator) => emulator.requests.clear(),
  "POST faults": (emulator, faults) => {
    for (const fault of [faults].flat()) emulator.faults.add(fault);
  },
  "DELETE faults": (emulator) => emulator.faults.clear(),
  "POST limits": (emulator, limits) => emulator.setLimits(limits),
  "POST origins": (emulator, origins) => emulator.setAllowedOrigins(origins),
  "POST advance": (emulator, { ms }) => emulator.advance(ms),
  "POST clear": async (_emulator, options) => {
    await lightfield.restart(options);
    return describeBackend();
  },
};

/** A page and its service worker, which passes every request on. */
const PASSED_ON = "/__passed-on/";
const PASSING_WORKER = `
  addEventListener("install", () => skipWaiting());
  addEventListener("activate", (event) => event.waitUntil(clients.claim()));
  addEventListener("fetch", (event) => event.respondWith(fetch(event.request)));
`;

/** Middleware of the test runner's server (Koa). */
export async function routes(context, next) {
  if (context.path === "/__backend") return json(context, describeBackend());
  if (context.path.startsWith(PASSED_ON)) {
    const isWorker = context.path.endsWith(".js");
    context.type = isWorker ? "text/javascript" : "text/html";
    context.body = isWorker ? PASSING_WORKER : "<!doctype html>";
    return;
  }
  if (context.path.startsWith(HOST_PATH) && lightfield) {
    context.respond = false;
    await lightfield.listener(context.req, context.res);
    return;
  }
  if (!context.path.startsWith("/__emulator/")) return next();

  const name = `${context.method} ${context.path.slice("/__emulator/".length)}`;
  const control = CONTROLS[name];
  if (!control) return json(context, { error: `There is no control "${name}".` }, 404);
  if (!lightfield) return json(context, { error: "The local Lightfield does not run here." }, 503);
  try {
    const answer = await control(lightfield.emulator(), await readJson(context.req));
    json(context, answer ?? {});
  } catch (error) {
    json(context, { error: String(error) }, 400);
  }
}

function json(context, value, status = 200) {
  context.status = status;
  context.type = "application/json";
  context.set("cache-control", "no-store");
  context.body = JSON.stringify(value);
}

async function readJson(request) {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text === "" ? {} : JSON.parse(text);
}
