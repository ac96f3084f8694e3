/** Maximum size of one file at Lightfield: 512 MiB. */
export const MAX_FILE_BYTES = 536_870_912;
/** Maximum length of a file name at Lightfield, in UTF-16 code units, as JavaScript counts. */
export const MAX_FILENAME_CHARS = 255;
/** Maximum length of an `Idempotency-Key`, in characters. */
export const MAX_IDEMPOTENCY_KEY_CHARS = 255;
