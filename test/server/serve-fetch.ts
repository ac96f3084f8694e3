/** A minimal platform that calls the exports of a fetch-style recipe: `serve-fetch.ts <recipe>`. */
import { createAdaptorServer } from "@hono/node-server";
import { KEPT_CONNECTIONS } from "../support/kept-connections.ts";

type Handler = (request: Request) => Promise<Response>;
interface Recipe {
  readonly GET?: Handler;
  readonly POST?: Handler;
  readonly OPTIONS?: Handler;
  readonly default?: { fetch(request: Request, env: NodeJS.ProcessEnv): Promise<Response> | Response };
}

const recipe = (await import(process.argv[2] ?? "")) as Recipe;

async function answer(request: Request): Promise<Response> {
  if (recipe.default) return recipe.default.fetch(request, process.env);
  const handlers: Record<string, Handler | undefined> = { GET: recipe.GET, POST: recipe.POST, OPTIONS: recipe.OPTIONS };
  const isMounted = /^\/api\/uploads(\/|$)/.test(new URL(request.url).pathname);
  const handler = isMounted ? handlers[request.method] : undefined;
  return handler ? handler(request) : new Response("Not found", { status: 404 });
}

const server = createAdaptorServer({ fetch: answer, overrideGlobalObjects: false, serverOptions: KEPT_CONNECTIONS });
server.listen(0, "127.0.0.1", () => console.log(`listening on ${JSON.stringify(server.address())}`));
