/**
 * Express. The endpoint reads the request's body itself, so mount it before `express.json()`. If that is not possible
 * (another module mounts the parser globally), let the parser keep the bytes:
 *
 *     app.use(express.json({ verify: (req, _res, bytes) => Object.assign(req, { rawBody: bytes }) }));
 */
import { getRequestListener } from "@hono/node-server";
import express from "express";
import { uploads } from "./uploads.ts";

const app = express();
app.all("/api/uploads{/*path}", getRequestListener(uploads, { overrideGlobalObjects: false }));
app.use(express.json());

const server = app.listen(Number(process.env.PORT ?? 3000), "127.0.0.1", () => {
  console.log(`listening on ${JSON.stringify(server.address())}`);
});
