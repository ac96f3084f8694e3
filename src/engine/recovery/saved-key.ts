/** Key in the browser's `localStorage`, present once a checkpoint has been saved: without it there is none to look for. */
export const SAVED_KEY = "lightfield-uploader:checkpoints";
