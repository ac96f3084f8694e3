/** The list of files, its styles and its icons: a chunk of its own, since there is nothing to list before the first file. */
export { InterruptedSection } from "./interrupted-section.ts";
export { interruptedStyles } from "./styles/interrupted.ts";
export { listStyles } from "./styles/list.ts";
export { fileList } from "./templates/list.ts";
export { summary } from "./templates/summary.ts";
