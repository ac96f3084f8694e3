/**
 * One large file by tus through the element, beside a bare XHR PUT of the same file, in turns:
 *
 *     npm run bench -- --suite tus [--mib 512] [--rounds 5] [--line loopback|gbit] [--peers]
 *
 * About 5 minutes, 7 with peers.
 */
import { compareLargeFile } from "./large-file.ts";

const MIB = 1_048_576;

await compareLargeFile("tus", [
  { name: "bare XHR PUT", page: "bare" },
  { name: "MD5 in a worker beside a PUT", page: "floor" },
  { name: "element, one PATCH", page: "element", tus: { chunkBytes: null } },
  { name: "element, 16 MiB chunks", page: "element", tus: { chunkBytes: 16 * MIB } },
  { name: "tus-js-client, one PATCH (no hash)", page: "tus-js-client", tus: { chunkBytes: null }, isPeer: true },
  {
    name: "tus-js-client, 16 MiB chunks (no hash)",
    page: "tus-js-client",
    tus: { chunkBytes: 16 * MIB },
    isPeer: true,
  },
]);
