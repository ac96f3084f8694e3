import { Upload } from "tus-js-client";
import { idle, offer, urlOf } from "../pages/contender.ts";

offer({
  ready: idle,
  run: (job, [file]) =>
    new Promise((resolve, reject) => {
      const { chunkBytes } = job.tus ?? { chunkBytes: null };
      new Upload(file, {
        // It asks for the length first, which only the address can tell the sink.
        uploadUrl: `${urlOf(job, 0)}&length=${file.size}`,
        chunkSize: chunkBytes ?? Number.POSITIVE_INFINITY,
        storeFingerprintForResuming: false,
        onSuccess: () => resolve({}),
        onError: reject,
      }).start();
    }),
});
