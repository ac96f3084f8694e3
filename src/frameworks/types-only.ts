/** Module of the entries `lightfield-uploader/types/*`, which have types and no code. */
export {};
