import { LightfieldFiles } from "./lightfield-files.ts";

const NAME = "lightfield-files";

// Two bundles on one page, or a module loaded twice, is not worth an exception: the first one wins.
if (!customElements.get(NAME)) customElements.define(NAME, LightfieldFiles);
