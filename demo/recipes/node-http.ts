/** Plain Node: `@hono/node-server` turns (req, res) into Request and Response, and nothing else of Hono is needed. */
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { uploads } from "./uploads.ts";

const listener = getRequestListener(uploads, { overrideGlobalObjects: false });

const server = createServer((req, res) => {
  if (/^\/api\/uploads(\/|\?|$)/.test(req.url ?? "")) return void listener(req, res);
  res.writeHead(404).end("Not found");
});
server.listen(Number(process.env.PORT ?? 3000), "127.0.0.1", () => {
  console.log(`listening on ${JSON.stringify(server.address())}`);
});
