import * as FilePond from "filepond";
import "filepond/dist/filepond.min.css";
import { idle, offer, put, urlOf } from "../pages/contender.ts";

let job = null;
const pond = FilePond.create(document.querySelector("#peer"), {
  allowMultiple: true,
  credits: false,
  server: {
    process: (_name, file, _metadata, load, error) => {
      put(urlOf(job, 0), file, "application/octet-stream").then(() => load("id"), error);
    },
  },
});
offer({
  ready: idle,
  run: (given, files) =>
    new Promise((resolve, reject) => {
      job = given;
      pond.setOptions({ maxParallelUploads: given.atOnce });
      let ended = 0;
      pond.on("processfile", (error) => (error ? reject(error) : ++ended === files.length && resolve({})));
      pond.addFiles([...files]);
    }),
  listed: () => document.querySelectorAll(".filepond--item").length,
});
