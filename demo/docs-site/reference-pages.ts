import { readFileSync } from "node:fs";
import { join } from "node:path";
import { commentBefore, elementPage, interfaceTable, type Manifest } from "./reference.ts";

/** Functions of the package, with the interfaces whose members are their options. */
const FUNCTIONS: readonly {
  readonly name: string;
  readonly entry: string;
  readonly file: string;
  readonly options: readonly (readonly [name: string, file: string])[];
}[] = [
  {
    name: "createUploader",
    entry: "lightfield-uploader/core",
    file: "src/create-uploader.ts",
    options: [
      ["HostClientOptions", "src/host/endpoint.ts"],
      ["ConnectionOptions", "src/create-uploader.ts"],
      ["UploaderOptions", "src/engine/uploader-api.ts"],
      ["Constraints", "src/engine/queue/constraints.ts"],
      ["UploaderApi", "src/engine/uploader-api.ts"],
    ],
  },
  {
    name: "createTokenEndpoint",
    entry: "lightfield-uploader/server",
    file: "src/server/endpoint/token-endpoint.ts",
    options: [
      ["TokenEndpointOptions", "src/server/endpoint/options.ts"],
      ["GrantLimits", "src/server/endpoint/grant.ts"],
      ["FileHooks", "src/server/endpoint/hooks.ts"],
      ["RequestOptions", "src/server/lightfield/request.ts"],
      ["RateLimits", "src/server/limits/subject-limits.ts"],
    ],
  },
  {
    name: "createRelay",
    entry: "lightfield-uploader/server/relay",
    file: "src/server/relay/relay.ts",
    options: [["RelayOptions", "src/server/relay/options.ts"]],
  },
  {
    name: "attachTranscript",
    entry: "lightfield-uploader/server",
    file: "src/server/endpoint/attach-transcript.ts",
    options: [["AttachTranscriptOptions", "src/server/endpoint/attach-transcript.ts"]],
  },
];

/** The reference pages by their path. */
export function referencePages(root: string): [path: string, source: string][] {
  const read = (file: string) => readFileSync(join(root, file), "utf8");
  const manifest = JSON.parse(read("custom-elements.json")) as Manifest;
  const functions = FUNCTIONS.map(({ name, entry, file, options }) => {
    const about = commentBefore(read(file), new RegExp(`export (async )?function ${name}\\b`));
    const tables = options.map(([type, from]) => `### ${type}\n\n${interfaceTable(read(from), type)}`);
    return `## \`${name}\`\n\nFrom \`${entry}\`. ${about}\n\n${tables.join("\n\n")}`;
  });
  return [
    ["reference/uploader", elementPage(manifest, "lightfield-uploader")],
    ["reference/files", elementPage(manifest, "lightfield-files")],
    ["reference/functions", `# Functions\n\n${functions.join("\n\n")}`],
  ];
}
