/**
 * Three users who ask for more than their share, as a process of its own: 600 creates at once, 200 bodies that never come,
 * and sessions of 256 MiB until the relay's room is full. It announces that it has begun, and then what became of it.
 */
import { connect } from "node:net";
import { create } from "./client.ts";
import { announce } from "./process.ts";

const [url = ""] = process.argv.slice(2);
const { host, port } = new URL(url);

const slow = Array.from({ length: 200 }, (_, index) => {
  const socket = connect(Number(port), "127.0.0.1");
  socket.on("error", () => {});
  const user = index % 2 === 0 ? "X-User: slow\r\n" : "";
  socket.write(
    `POST /api/uploads HTTP/1.1\r\nHost: ${host}\r\n${user}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
  );
  return socket;
});
const flood = Promise.all(Array.from({ length: 600 }, () => create(url, "flood", 1000)));
const filler = Promise.all(Array.from({ length: 10 }, () => create(url, "filler", 256 * 1024 * 1024)));
announce({ begun: true });

const count = (answers: readonly { readonly status: number }[]) => {
  const counts: Record<string, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
const outcome = { flood: count(await flood), filler: count(await filler) };
for (const socket of slow) socket.destroy();
announce(outcome);
