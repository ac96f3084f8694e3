/**
 * The local Lightfield on its own, for any client that can be pointed at another address:
 *
 *     npm run emulator -- --port 4400 --data .data/emulator --api-key sk_lf_mine
 *
 * Storage listens on the next port unless `--storage-port` says otherwise. `--origin` (may be repeated) narrows the pages
 * that storage lets in.
 */
import { parseArgs } from "node:util";
import { ALL_SCOPES, DEFAULT_KEY, startEmulator } from "./index.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "4400" },
    "storage-port": { type: "string" },
    data: { type: "string", default: ".data/emulator" },
    "api-key": { type: "string", default: DEFAULT_KEY.key },
    origin: { type: "string", multiple: true },
  },
});

const apiPort = portNumber(values.port);
const nextPort = apiPort === 0 ? 0 : apiPort + 1;
const emulator = await startEmulator({
  dataDir: values.data,
  apiPort,
  storagePort: values["storage-port"] === undefined ? nextPort : portNumber(values["storage-port"]),
  apiKeys: [{ key: values["api-key"], scopes: ALL_SCOPES, admin: true }],
  allowedOrigins: values.origin ?? "*",
  log: ({ side, method, path, status, bytesIn }) => {
    console.log(`${side.padEnd(7)} ${status ?? "cut"} ${method} ${path} ${bytesIn} bytes`);
  },
});

console.log(`Lightfield API  ${emulator.apiUrl}/v1`);
console.log(`Object storage  ${emulator.storageUrl}`);
console.log(`API key         ${emulator.apiKey}`);
console.log(`Data            ${values.data}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    void emulator.close().then(() => process.exit(0));
  });
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port < 65_535) return port;
  console.error(`"${text}" is not a port number below 65535.`);
  process.exit(2);
}
