/** Lightfield's ceiling for one file, 512 MiB. */
export const MAX_FILE_BYTES = 536_870_912;
/** Lightfield's limit for a name, counted as JavaScript counts (UTF-16 units). */
export const MAX_FILENAME_CHARS = 255;
