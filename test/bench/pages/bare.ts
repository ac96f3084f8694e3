/** The floor without a hash and without a page: one XHR PUT for each file. */
import { each, idle, offer, put, urlOf } from "./contender.ts";

offer({
  ready: idle,
  async run(job, files) {
    await each(files, job.atOnce, (file, index) => put(urlOf(job, index), file, "application/octet-stream"));
    return {};
  },
});
