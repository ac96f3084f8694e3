/** Servers of the throughput measurement, one in each process: `tsx servers.ts bare|sink|relay`. Prints its address. */
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { createFileTokens } from "../../../../src/server/index.ts";
import { createRelay } from "../../../../src/server/relay/index.ts";

const SECRET = "a secret of the measurement, long enough to sign with";
const [role = "", sink = "", directory = ""] = process.argv.slice(2);

/** Reads and discards, as the upload server of a measurement does. */
const discard: RequestListener = (req, res) => {
  req
    .on("data", () => {})
    .on("end", () => res.writeHead(204, { "upload-offset": req.headers["content-length"] }).end());
};

function relaying(): RequestListener {
  const relay = createRelay({ url: "/api/relay", secret: SECRET, directory });
  let files = 0;
  return async (req, res) => {
    if (req.url?.startsWith("/memory")) return void res.end(String(process.memoryUsage.rss()));
    if (!req.url?.startsWith("/open")) return relay.listener(req, res);
    files += 1;
    const id = `fil_${files}`;
    const sizeBytes = Number(new URL(req.url, "http://relay").searchParams.get("bytes"));
    const token = await createFileTokens([SECRET]).sign({ fileId: id, subject: "", expiresAt: Date.now() + 3_600_000 });
    const file = {
      id,
      filename: "speed.bin",
      mimeType: "application/octet-stream",
      sizeBytes,
      status: "PENDING" as const,
      createdAt: "",
      completedAt: null,
      expiresAt: null,
      uploadUrl: `${sink}/${id}`,
      uploadHeaders: {},
    };
    const request = new Request(`http://${req.headers.host}/api/uploads`);
    res.end(JSON.stringify(await relay.transfer(file, { request, subject: "", token, replaces: null })));
  };
}

process.on("SIGTERM", () => process.exit(0));
const server = createServer({ requestTimeout: 0 }, role === "relay" ? relaying() : discard);
server.listen(0, "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
