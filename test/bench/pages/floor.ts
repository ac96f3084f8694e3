/** The floor with a hash: MD5 in a worker beside each PUT, and nothing else. */
import { each, idle, offer, put, urlOf } from "./contender.ts";

const worker = new Worker("/floor-worker.js");
const jobs = new Map<number, (md5: string) => void>();
let last = 0;
worker.onmessage = ({ data }) => jobs.get(data.job)?.(data.md5);

function md5Of(file: File): Promise<string> {
  const job = ++last;
  return new Promise((resolve) => {
    jobs.set(job, resolve);
    worker.postMessage({ job, file });
  });
}

offer({
  ready: idle,
  async run(job, files) {
    let md5 = "";
    await each(files, job.atOnce, async (file, index) => {
      [md5] = await Promise.all([md5Of(file), put(urlOf(job, index), file, "application/octet-stream")]);
    });
    return { md5 };
  },
});
