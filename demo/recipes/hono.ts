/** Hono, on Node here; on Bun, Deno or Workers the first lines are the same. */
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { uploads } from "./uploads.ts";

const app = new Hono();
app.all("/api/uploads", (c) => uploads(c.req.raw));
app.all("/api/uploads/*", (c) => uploads(c.req.raw));

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000), hostname: "127.0.0.1" }, (address) => {
  console.log(`listening on ${JSON.stringify(address)}`);
});
