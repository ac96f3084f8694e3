import { LightfieldUploader } from "./element/lightfield-uploader.ts";

const NAME = "lightfield-uploader";

// The first definition wins: a second bundle on the page, or a module that is loaded twice, is not an error.
if (!customElements.get(NAME)) customElements.define(NAME, LightfieldUploader);
