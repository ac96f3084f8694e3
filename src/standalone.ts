/**
 * Entry for a script tag: registers the element, which loads the engine when it is needed. For the headless uploader
 * import `core.js` from the same folder.
 */
import "./define.ts";

export * from "./element/index.ts";
