/**
 * Entry `lightfield-uploader/define`, and of the script-tag build: registers `<lightfield-uploader>`, which loads the engine
 * itself when it is needed. The headless uploader is the entry `lightfield-uploader/core`.
 */
import { LightfieldUploader } from "./element/lightfield-uploader.ts";

export * from "./element/index.ts";

const NAME = "lightfield-uploader";

// With two bundles on a page, or a module loaded twice, the first definition is used and no exception is thrown.
if (!customElements.get(NAME)) customElements.define(NAME, LightfieldUploader);
