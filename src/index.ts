/** Registers `<lightfield-uploader>` and exports everything public. */
import "./define.ts";

export * from "./core.ts";
export * from "./element/index.ts";
