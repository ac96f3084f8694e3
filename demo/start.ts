import { join } from "node:path";
import { parseArgs } from "node:util";
import { startDemo } from "./host/start-demo.ts";

const HELP = `Usage: npm start -- [--port N] [--data DIR]

  --port N     port of the demo (default: PORT, else 4321; if that one is in use, the next free port)
  --data DIR   folder in which the local Lightfield stores your uploads (default: .data)

If LIGHTFIELD_API_KEY is set, the demo uses the real Lightfield (or LIGHTFIELD_BASE_URL) instead of the local one.`;

const { values } = parseArgs({
  options: { port: { type: "string" }, data: { type: "string" }, help: { type: "boolean" } },
});

if (values.help) {
  console.log(HELP);
} else {
  const demo = await startDemo({
    port: portFrom(values.port ?? process.env.PORT),
    dataDir: values.data ?? join(import.meta.dirname, "..", ".data"),
    apiKey: process.env.LIGHTFIELD_API_KEY,
    baseUrl: process.env.LIGHTFIELD_BASE_URL,
  });
  const behind = demo.emulator ? "a local Lightfield, Ctrl-C stops it" : "the real Lightfield, Ctrl-C stops it";
  console.log(`The demo is at ${demo.url} (${behind})`);

  const stop = (): void => {
    process.off("SIGINT", stop).off("SIGTERM", stop);
    void demo.close();
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
}

function portFrom(text: string | undefined): number {
  if (text === undefined) return 4321;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  console.error(`"${text}" is not a port: give a number from 0 to 65535, where 0 means any free one.`);
  process.exit(1);
}
