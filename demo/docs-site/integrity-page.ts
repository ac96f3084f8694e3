/** Page with the digests of the files that a script tag loads, as an import map to paste. */

/** Folder of a site that the examples of the documentation serve the package's `dist` from. */
const FOLDER = "/lightfield-uploader/";

/**
 * @param digests content of `dist/integrity.json`: digest of each file
 * @param version of the package
 */
export function integrityPage(digests: Readonly<Record<string, string>>, version: string): string {
  const isLater = (file: string) => file.endsWith(".js") && !(file in TAGS) && file !== "md5.worker.js";
  const later = Object.entries(digests).filter(([file]) => isLater(file));
  const map = { integrity: Object.fromEntries(later.map(([file, digest]) => [`${FOLDER}${file}`, digest])) };
  const others = Object.entries(digests).filter(([file]) => !isLater(file) && !(file in TAGS));
  return `# Digests

For a page that has the files of lightfield-uploader ${version} under \`${FOLDER}\`. With another folder or another version, take the
digests from \`dist/integrity.json\` of the package. [Policies](../policies.md#integrity) says which browsers check what.

## The script tags

One for each element that the page has, below the import map:

\`\`\`html
${Object.keys(TAGS)
  .map((file) => tag(file, digests[file] ?? ""))
  .join("\n")}
\`\`\`

## The import map

For the ${later.length} scripts that are loaded later. A page needs the lines of the elements and of the languages that it has.

\`\`\`html
<script type="importmap">
${JSON.stringify(map, null, 2)}
</script>
\`\`\`

## The other files

| file | digest |
| --- | --- |
${others.map(([file, digest]) => `| \`${file}\` | \`${digest}\` |`).join("\n")}
`;
}

/** Scripts with a tag of their own. */
const TAGS = { "lightfield-uploader.js": true, "lightfield-files.js": true };

const tag = (file: string, digest: string) => `<script
  type="module"
  src="${FOLDER}${file}"
  integrity="${digest}"
  crossorigin="anonymous"
></script>`;
