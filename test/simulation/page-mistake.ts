/** Mistake of the page's own that one of its callbacks throws. */
export class PageMistake extends Error {}
