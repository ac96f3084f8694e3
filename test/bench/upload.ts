/**
 * One large file through the element, beside a bare XHR PUT and a PUT with MD5 in a worker, in turns:
 *
 *     npm run bench -- --suite upload [--mib 512] [--rounds 5] [--line loopback|gbit] [--peers]
 *
 * About 5 minutes, 10 with peers: then better one line at a time.
 */
import { compareLargeFile } from "./large-file.ts";

await compareLargeFile("PUT", [
  { name: "bare XHR PUT", page: "bare" },
  { name: "MD5 in a worker beside a PUT", page: "floor" },
  { name: "element, functions", page: "element" },
  { name: "element, no content-type", page: "element", signsType: false },
  { name: "element, real endpoint", page: "element", overHttp: true, onlyAtRates: [0] },
  { name: "Vaadin (no hash)", page: "vaadin", isPeer: true },
  { name: "mux-uploader (no hash)", page: "mux", isPeer: true },
  { name: "Uppy dashboard (no hash)", page: "uppy", isPeer: true },
  { name: "FilePond (no hash)", page: "filepond", isPeer: true },
]);
