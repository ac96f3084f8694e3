import Uppy from "@uppy/core";
import "@uppy/core/css/style.min.css";
import Dashboard from "@uppy/dashboard";
import "@uppy/dashboard/css/style.min.css";
import XHRUpload from "@uppy/xhr-upload";
import { idle, offer, urlOf } from "../pages/contender.ts";

const uppy = new Uppy({ autoProceed: true }).use(Dashboard, { inline: true, target: "#peer" });
offer({
  ready: idle,
  run: (job, files) =>
    new Promise((resolve, reject) => {
      uppy.use(XHRUpload, {
        endpoint: urlOf(job, 0),
        method: "PUT",
        formData: false,
        limit: job.atOnce,
        headers: { "content-type": "application/octet-stream" },
        getResponseData: () => ({}),
      });
      uppy.on("complete", ({ failed }) => (failed.length > 0 ? reject(failed[0].error) : resolve({})));
      uppy.addFiles(files.map((data) => ({ name: data.name, type: data.type, data, source: "page" })));
    }),
  listed: () => uppy.getFiles().length,
});
