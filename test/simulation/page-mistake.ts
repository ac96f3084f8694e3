/** Mistake of the page's own that one of its callbacks throws. */
export class PageMistake extends Error {}

/** A mistake of the page that is thrown as text instead of an error. */
export const TEXT_MISTAKE = "a mistake of the page";

/** What a page throws that throws nothing at all. */
export const NO_ERROR = undefined;
