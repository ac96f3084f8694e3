/** Style sheets of the list, one after the other in its chunk: apart from each other they would compress less. */
import { listStyles } from "../../ui/list-styles.ts";
import { formStyles } from "../form/form-styles.ts";
import { dragStyles } from "../intake/drag-styles.ts";
import { compactStyles } from "./compact-styles.ts";
import { inspectionStyles } from "./inspection-styles.ts";
import { progressStyles } from "./progress-styles.ts";
import { rowStyles } from "./row-styles.ts";
import { stateStyles } from "./state-styles.ts";

export const listViewStyles = [
  listStyles,
  compactStyles,
  rowStyles,
  progressStyles,
  inspectionStyles,
  dragStyles,
  formStyles,
  stateStyles,
];
