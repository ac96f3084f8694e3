import "@vaadin/upload";
import { idle, offer, urlOf } from "../pages/contender.ts";

const element = document.querySelector("vaadin-upload");
offer({
  ready: () => customElements.whenDefined("vaadin-upload").then(idle),
  run: (job, files) =>
    new Promise((resolve, reject) => {
      let ended = 0;
      element.method = "PUT";
      element.uploadFormat = "raw";
      element.maxConcurrentUploads = job.atOnce;
      element.target = urlOf(job, 0);
      element.headers = { "content-type": "application/octet-stream" };
      element.addEventListener("upload-success", () => ++ended === files.length && resolve({}));
      element.addEventListener("upload-error", ({ detail }) => reject(new Error(detail.file.error)));
      for (const file of files) element._addFile(file);
    }),
  listed: () => document.querySelectorAll("vaadin-upload-file").length,
});
