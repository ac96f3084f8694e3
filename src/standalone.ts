/**
 * Entry of the script-tag build: registers the element, which loads the engine itself when needed. The headless uploader is
 * `core.js` in the same folder.
 */
import "./define.ts";

export * from "./element/index.ts";
