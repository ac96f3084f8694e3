import { LightfieldUploader } from "./element/lightfield-uploader.ts";

const NAME = "lightfield-uploader";

// With two bundles on a page, or a module loaded twice, the first definition is used and no exception is thrown.
if (!customElements.get(NAME)) customElements.define(NAME, LightfieldUploader);
