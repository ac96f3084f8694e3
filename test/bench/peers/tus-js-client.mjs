import { Upload } from "tus-js-client";
import { idle, offer, urlOf } from "../pages/contender.ts";

offer({
  ready: idle,
  run: (job, [file]) =>
    new Promise((resolve, reject) => {
      const { chunkBytes } = job.tus ?? { chunkBytes: null };
      new Upload(file, {
        uploadUrl: urlOf(job, 0),
        chunkSize: chunkBytes ?? Number.POSITIVE_INFINITY,
        storeFingerprintForResuming: false,
        onSuccess: () => resolve({}),
        onError: reject,
      }).start();
    }),
});
