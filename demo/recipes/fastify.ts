/** Fastify. It parses bodies before a handler runs, so the endpoint is registered in a scope without body parsers. */
import { getRequestListener } from "@hono/node-server";
import Fastify, { type FastifyReply, type FastifyRequest } from "fastify";
import { uploads } from "./uploads.ts";

const listener = getRequestListener(uploads, { overrideGlobalObjects: false });

const app = Fastify();
app.register(async (scope) => {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser("*", (_request, _payload, done) => done(null));

  const handle = (request: FastifyRequest, reply: FastifyReply) => {
    reply.hijack();
    return listener(request.raw, reply.raw);
  };
  scope.all("/api/uploads", handle);
  scope.all("/api/uploads/*", handle);
});

await app.listen({ port: Number(process.env.PORT ?? 3000), host: "127.0.0.1" });
console.log(`listening on ${JSON.stringify(app.server.address())}`);
