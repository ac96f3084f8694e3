import { LightfieldFiles } from "./lightfield-files.ts";

const NAME = "lightfield-files";

// The first definition wins: a second bundle on the page, or a module that is loaded twice, is not an error.
if (!customElements.get(NAME)) customElements.define(NAME, LightfieldFiles);
