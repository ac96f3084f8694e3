/**
 * Entry of the script-tag build, with nothing in it: the other files import the chunk that has everything, and not this file,
 * because a page that loads it as `lightfield-uploader.js?v=2` would get a second copy.
 */
export * from "./define.ts";
