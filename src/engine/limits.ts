/** Lightfield's limit for one file in bytes, 512 MiB. */
export const MAX_FILE_BYTES = 536_870_912;
/** Lightfield's limit for a file name, in UTF-16 units. */
export const MAX_FILENAME_CHARS = 255;
