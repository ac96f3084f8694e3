/**
 * What a script tag loads: the element, registered, without the engine, which follows by itself. For the headless
 * uploader import `core.js`, which lies beside it.
 */
import "./define.ts";

export * from "./element/index.ts";
