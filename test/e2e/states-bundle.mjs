/** Bundles the page that shows every state, so that showing one costs a few requests instead of a hundred. */
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PAGE = "test/support/screenshots/index.html";
const TYPES = { html: "text/html", js: "text/javascript", css: "text/css" };

/** @returns {Promise<{url: string, close: () => Promise<void>}>} `url` is that of the page */
export async function serveStatesBundle() {
  // Only where it is needed: the processes that get the address of a bundle would spend 0.3 s on loading it.
  const { build } = await import("vite");
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2022",
      minify: false,
      // "sideEffects" in package.json knows the built files alone: the registration of the elements would be dropped.
      rolldownOptions: { input: `${ROOT}${PAGE}`, treeshake: false },
    },
  });
  const files = new Map();
  for (const { output } of [built].flat()) {
    for (const file of output) files.set(`/${file.fileName}`, file.type === "chunk" ? file.code : file.source);
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const content = pathname === "/favicon.ico" ? "" : files.get(pathname);
    const type = TYPES[pathname.split(".").at(-1) ?? ""] ?? "application/octet-stream";
    response.writeHead(content === undefined ? 404 : 200, {
      "content-type": `${type}; charset=utf-8`,
      // Lets the browser keep the compiled script; the name of a script changes with its content.
      "cache-control": pathname.startsWith("/assets/") ? "max-age=3600" : "no-cache",
    });
    response.end(content);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}/${PAGE}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
