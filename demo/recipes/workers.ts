/** Cloudflare Workers and similar: settings come with each request, so the endpoint is created at the first one. */
import { createTokenEndpoint, refuse } from "lightfield-uploader/server";

interface Env {
  readonly LIGHTFIELD_API_KEY: string;
  readonly UPLOAD_SECRET: string;
  readonly LIGHTFIELD_BASE_URL?: string;
}

let uploads: ((request: Request) => Promise<Response>) | undefined;

function makeUploads(env: Env): (request: Request) => Promise<Response> {
  return createTokenEndpoint({
    apiKey: env.LIGHTFIELD_API_KEY,
    secret: env.UPLOAD_SECRET,
    baseUrl: env.LIGHTFIELD_BASE_URL,
    basePath: "/api/uploads",
    authorize(request) {
      // Look up your own session here. A plain name in a cookie is only a placeholder, since anyone can set it.
      const user = /(?:^|;\s*)user=(\w+)/.exec(request.headers.get("cookie") ?? "")?.[1];
      return user ? { subject: user, purposes: ["meeting_transcript"] } : refuse(401, "Sign in to upload files.");
    },
  });
}

export default {
  fetch(request: Request, env: Env): Promise<Response> | Response {
    if (!new URL(request.url).pathname.startsWith("/api/uploads")) return new Response("Not found", { status: 404 });
    uploads ??= makeUploads(env);
    return uploads(request);
  },
};
