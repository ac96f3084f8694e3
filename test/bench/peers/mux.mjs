import "@mux/mux-uploader";
import { idle, offer, urlOf } from "../pages/contender.ts";

const element = document.querySelector("mux-uploader");
offer({
  ready: () => customElements.whenDefined("mux-uploader").then(idle),
  run: (job, [file]) =>
    new Promise((resolve, reject) => {
      element.endpoint = urlOf(job, 0);
      element.addEventListener("success", () => resolve({}));
      element.addEventListener("uploaderror", ({ detail }) => reject(new Error(detail?.message)));
      element.dispatchEvent(new CustomEvent("file-ready", { detail: file }));
    }),
});
