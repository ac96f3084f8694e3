import { readFileSync } from "node:fs";
import type { Ecosystem } from "../ecosystem.ts";

/** What a strict project in TypeScript writes: every entry, options, events, wrong values. */
const CONSUMER = `import { createUploader, type EndpointFunctions, type LightfieldUploader } from "lightfield-uploader";
import type { CreateUploaderOptions, HeadersSource } from "lightfield-uploader/core";
import "lightfield-uploader/define";
import "lightfield-uploader/files";
import "lightfield-uploader/themes/plain.css";

const endpoint: EndpointFunctions = {
  create: async (body) => ({ error: { type: body.filename, message: "no" }, status: 400 }),
  complete: async (id) => ({ error: { type: id, message: "no" } }),
  cancel: async (id) => ({ error: { type: id, message: "no" } }),
  retrieve: async (id) => ({ error: { type: id, message: "no" } }),
};
const headers: HeadersSource = async () => ({ authorization: "Bearer token" });
const options: CreateUploaderOptions = { endpoint, headers, purpose: "meeting_transcript" };
export const uploader = createUploader(options);

const element: LightfieldUploader = document.createElement("lightfield-uploader");
element.maxFiles = 5;
// @ts-expect-error a text is no number
element.maxFiles = "five";
// @ts-expect-error no such purpose
element.purpose = "holiday";
document.addEventListener("upload-success", (event) => event.detail.upload.remote?.id.length);
window.addEventListener("file-reject", ({ detail }) => detail.limit);
element.addEventListener("uploads-complete", ({ detail }) => detail.counts.failed.toFixed());
export const script: Promise<object> = import("lightfield-uploader/lightfield-uploader.js");
`;

const SERVER = `import { createTokenEndpoint } from "lightfield-uploader/server";

export const uploads: (request: Request) => Promise<Response> = createTokenEndpoint({
  apiKey: process.env.LIGHTFIELD_API_KEY,
  secret: process.env.UPLOAD_SECRET,
  authorize: async () => null,
});
`;

const base = {
  target: "ES2022",
  lib: ["ES2022", "DOM", "DOM.Iterable"],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  noEmit: true,
};

const RESOLUTIONS = { node16: "node16", nodenext: "nodenext", bundler: "esnext" } as const;

const typescript = (version: string): Ecosystem => ({
  name: `TypeScript ${version}, node16, nodenext and bundler`,
  packages: [`typescript@${version}`, "@types/node@20"],
  files: {
    "consumer.ts": CONSUMER,
    "server.ts": SERVER,
    ...Object.fromEntries(
      Object.entries(RESOLUTIONS).map(([moduleResolution, module]) => [
        `tsconfig.${moduleResolution}.json`,
        JSON.stringify({
          compilerOptions: { ...base, module, moduleResolution, types: ["node"] },
          files: ["consumer.ts", "server.ts"],
        }),
      ]),
    ),
  },
  types: Object.keys(RESOLUTIONS)
    .map((name) => `tsc -p tsconfig.${name}.json`)
    .join(" && "),
});

/** The component test that `npm test` runs in the versions for its own Node. */
const COMPONENT_TEST = readFileSync(new URL("../../build/dom/app.mjs", import.meta.url), "utf8");

const jsdom = (major: number): Ecosystem => ({
  name: `jsdom ${major}`,
  packages: [`jsdom@${major}`, "react@19", "react-dom@19", "vue@3"],
  node: 24,
  files: { "app.mjs": COMPONENT_TEST },
  build: "node app.mjs jsdom",
});

/** A test as a page's developer writes it: nothing is set up, and nothing of the element is replaced. */
const VITEST = `import { expect, test } from "vitest";
import "lightfield-uploader/define";

test("the form has an uploader", async () => {
  document.body.innerHTML = '<form><lightfield-uploader name="files" endpoint="/api/uploads"></lightfield-uploader></form>';
  const uploader = document.querySelector("lightfield-uploader");
  await uploader.updateComplete;
  expect(uploader.shadowRoot.textContent).toContain("Drop");
  uploader.multiple = true;
  await uploader.updateComplete;
  uploader.remove();
  expect(document.querySelector("lightfield-uploader")).toBe(null);
});
`;

export const CONSUMERS: readonly Ecosystem[] = [
  ...["5.0", "5.4", "5.9", "6", "7"].map(typescript),
  ...[30, 31].map(jsdom),
  {
    name: "Vitest 4 with jsdom and happy-dom",
    packages: ["vitest@4", "jsdom@29", "happy-dom@21"],
    files: { "uploader.test.js": VITEST },
    build: "vitest run --environment jsdom && vitest run --environment happy-dom",
  },
  {
    name: "CommonJS server, as NestJS compiles it",
    packages: ["typescript@5.9", "@types/node@20"],
    files: {
      "src/package.json": '{ "type": "commonjs" }',
      "src/server.ts": SERVER,
      "src/main.ts": `import { uploads } from "./server";

uploads(new Request("http://127.0.0.1/api/uploads")).then(({ status }) => process.exit(status === 500 ? 0 : 1));
`,
      "tsconfig.json": JSON.stringify({
        compilerOptions: {
          ...base,
          noEmit: false,
          outDir: "dist",
          rootDir: "src",
          module: "commonjs",
          moduleResolution: "node10",
          types: ["node"],
        },
        include: ["src"],
      }),
    },
    types: "tsc --noEmit",
    build: "tsc && cp src/package.json dist/ && node dist/main.js",
  },
];
