import { createServer, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Answer of the site in place of the demo's. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const SERVICE_WORKER = `
  addEventListener("install", () => skipWaiting());
  addEventListener("activate", (event) => event.waitUntil(clients.claim()));
  addEventListener("fetch", (event) => event.respondWith(fetch(event.request)));
`;

/** A site in front of the demo, which a test lets answer by itself: what other engines cannot intercept in the browser. */
export class Site {
  readonly #server: Server;
  /** Paths that the site answers, and how. */
  #answers: readonly (readonly [RegExp, Answer])[] = [];
  /** Headers that are added to the demo's page. */
  #pageHeaders: Readonly<Record<string, string>> = {};

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(demo: string): Promise<Site> {
    const server = createServer();
    const site = new Site(server);
    server.on("request", (incoming, response) => {
      const { method = "GET", headers, url = "/" } = incoming;
      const answer = site.#answerFor(url);
      if (answer) {
        incoming.resume();
        respond(response, answer);
        return;
      }
      const passed = request(new URL(url, demo), { method, headers }, (reply) => {
        const more = reply.headers["content-type"]?.startsWith("text/html") ? site.#pageHeaders : {};
        response.writeHead(reply.statusCode ?? 502, { ...reply.headers, ...more });
        reply.pipe(response);
      });
      passed.on("error", () => response.destroy());
      incoming.pipe(passed);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return site;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** From now on the site itself answers requests for these paths. */
  answer(path: RegExp, answer: Answer): void {
    this.#answers = [...this.#answers, [path, answer]];
  }

  /** Adds headers to the demo's pages. */
  addHeaders(headers: Readonly<Record<string, string>>): void {
    this.#pageHeaders = headers;
  }

  /** Only passes requests on. */
  reset(): void {
    this.#answers = [];
    this.#pageHeaders = {};
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answerFor(url: string): Answer | undefined {
    if (url === "/passing-worker.js") {
      return { status: 200, headers: { "content-type": "text/javascript" }, body: SERVICE_WORKER };
    }
    return this.#answers.find(([path]) => path.test(url))?.[1];
  }
}

function respond(response: ServerResponse, { status, headers = {}, body = "" }: Answer): void {
  response.writeHead(status, headers).end(body);
}
