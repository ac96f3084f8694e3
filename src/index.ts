/** Entry `lightfield-uploader`: registers `<lightfield-uploader>` and exports all public names. */
import "./define.ts";

export * from "./core.ts";
export * from "./element/index.ts";
