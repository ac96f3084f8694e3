/** The emulator as a command, for any client whose API address can be changed. */
import { parseArgs } from "node:util";
import { ALL_SCOPES, DEFAULT_KEY, startEmulator } from "./index.ts";

const HELP = `A local Lightfield: the Files API, meetings with transcripts, and object storage.

  npm run emulator -- --port 4400 --data .data/emulator --api-key sk_lf_mine

  --port N           port of the API (default 4400; 0 for any free one)
  --storage-port N   port of the storage (default: the one after the API's)
  --data DIR         folder for all data (default .data/emulator)
  --api-key KEY      API key that clients must send (default ${DEFAULT_KEY.key})
  --origin ORIGIN    origin that storage allows by CORS; may be repeated (default: every origin)
  --help             shows this text

Endpoints under /v1:
  POST /files, POST /files/{id}/complete, POST /files/{id}/cancel, GET /files, GET /files/{id}, GET /files/{id}/url
  POST /meetings, POST /meetings/{id}, GET /meetings, GET /meetings/{id}, GET /auth/validate`;

const { values } = parseArgs({
  options: {
    help: { type: "boolean", default: false },
    port: { type: "string", default: "4400" },
    "storage-port": { type: "string" },
    data: { type: "string", default: ".data/emulator" },
    "api-key": { type: "string", default: DEFAULT_KEY.key },
    origin: { type: "string", multiple: true },
  },
});

if (values.help) {
  console.log(HELP);
  process.exit(0);
}

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
