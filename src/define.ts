import { LightfieldUploader } from "./element/lightfield-uploader.ts";

const NAME = "lightfield-uploader";

// Two bundles on one page, or a module loaded twice, is not worth an exception: the first one wins.
if (!customElements.get(NAME)) customElements.define(NAME, LightfieldUploader);
