/**
 * Entry `lightfield-uploader/define`, and of the script-tag build: registers `<lightfield-uploader>`, which loads the engine
 * itself when it is needed. The headless uploader is the entry `lightfield-uploader/core`.
 */
import { isServer } from "lit";
import { LightfieldUploader } from "./element/lightfield-uploader.ts";
import { warn } from "./ui/developer-warnings.ts";

export * from "./element/index.ts";

const NAME = "lightfield-uploader";

// With two copies or versions of the script on a page, the first definition is used and no exception is thrown.
if (!customElements.get(NAME)) customElements.define(NAME, LightfieldUploader);
// A development server may load it again and again.
else if (!isServer) warn({ localName: NAME }, { code: "loaded-twice" });
