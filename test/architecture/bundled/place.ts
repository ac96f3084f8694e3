/** Program that prints its addresses and the place of an error in its own source. */
export const place: readonly string[] = [import.meta.filename, import.meta.dirname, import.meta.url];
console.log([...place, new Error("here").stack?.split("\n")[1]?.trim()].join("\n"));
