/**
 * Whether this is the engine that runs what no engine can change: layouts in every language and width, themes, contrast,
 * checks for accessibility. The other engines run one case of each, which shows that it works there at all.
 */
export const isReferenceEngine = /Chrom/.test(navigator.userAgent);
