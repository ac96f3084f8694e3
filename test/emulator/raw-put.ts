import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { Session } from "./lab.ts";

/** Sends the head of a PUT on a plain socket; the test sends the body. */
export async function openPut(session: Session, contentLength: number): Promise<Socket> {
  const url = new URL(session.uploadUrl);
  const socket = connect(Number(url.port), url.hostname);
  socket.on("error", () => {});
  await once(socket, "connect");
  const headers = { host: url.host, connection: "close", "content-length": contentLength, ...session.uploadHeaders };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.write(`PUT ${url.pathname}${url.search} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
  return socket;
}

/** Everything that the server sends until it closes the connection. */
export async function readToEnd(socket: Socket): Promise<string> {
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk;
  });
  await once(socket, "close");
  return text;
}
