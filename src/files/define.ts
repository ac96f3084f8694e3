import { LightfieldFiles } from "./lightfield-files.ts";

const NAME = "lightfield-files";

// With two copies or versions of the script on a page, the first definition is used and no exception is thrown.
if (!customElements.get(NAME)) customElements.define(NAME, LightfieldFiles);
