import type { Ecosystem } from "../ecosystem.ts";

/** What every bundler gets: the two-minute start, with a listener. */
const MAIN = `import "lightfield-uploader/define";

document.querySelector("lightfield-uploader")?.addEventListener("upload-success", (event) => {
  console.log("Uploaded", event.detail.upload.remote?.id);
});
`;

const TAG = '<lightfield-uploader endpoint="/api/uploads" purpose="meeting_transcript"></lightfield-uploader>';

const page = (script: string) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Upload</title></head>
  <body>
    ${TAG}
    ${script}
  </body>
</html>
`;

const MODULE_PAGE = page('<script type="module" src="./main.js"></script>');

const vite = (major: number): Ecosystem => ({
  name: `Vite ${major}`,
  packages: [`vite@${major}`],
  files: {
    "index.html": page('<script type="module" src="/main.js"></script>'),
    "main.js": MAIN,
    "vite.config.js": 'export default { base: "/app/deep/", server: { strictPort: true, hmr: false } };\n',
  },
  dev: "vite --base / --port $PORT --strictPort",
  build: "vite build",
  serve: { folder: "dist", under: "/app/deep/" },
});

const WEBPACK = `export default {
  mode: "production",
  entry: "./main.js",
  output: { filename: "main.js", publicPath: "auto", clean: true },
  devServer: { static: "./public", host: "localhost" },
};
`;

/**
 * It compiles imports when the page asks for them, and reports them by web socket: from this runner's address, too. With
 * `output.clean` each compilation would delete the updates of the one before, which the page is still loading.
 */
const RSPACK = `export default {
  entry: "./main.js",
  output: { filename: "main.js", publicPath: "auto" },
  devServer: {
    static: "./public",
    host: "localhost",
    allowedHosts: "all",
    client: { webSocketURL: "auto://0.0.0.0:0/ws" },
  },
};
`;

export const BUNDLERS: readonly Ecosystem[] = [
  ...[5, 6, 7, 8].map(vite),
  {
    name: "webpack 5",
    packages: ["webpack@5", "webpack-cli@6", "webpack-dev-server@5"],
    files: {
      "main.js": MAIN,
      "webpack.config.js": WEBPACK,
      "public/index.html": page('<script src="./main.js"></script>'),
    },
    dev: "webpack serve --port $PORT --no-client-overlay",
    build: "webpack && cp public/index.html dist/",
    serve: { folder: "dist" },
    ignoredMessages: /webpack-dev-server|\[HMR\]/,
  },
  {
    name: "Rspack 2",
    packages: ["@rspack/core@2", "@rspack/cli@2", "@rspack/dev-server@2"],
    files: {
      "main.js": MAIN,
      "rspack.config.js": RSPACK,
      "public/index.html": page('<script src="./main.js"></script>'),
    },
    dev: "rspack serve --mode development --port $PORT",
    build: "rspack build --mode production && cp public/index.html dist/",
    serve: { folder: "dist" },
    ignoredMessages: /webpack-dev-server|rspack-dev-server|\[HMR\]/,
  },
  {
    name: "Rollup 4",
    packages: ["rollup@4", "@rollup/plugin-node-resolve@16"],
    files: {
      "main.js": MAIN,
      "public/index.html": MODULE_PAGE,
      "rollup.config.js": `import resolve from "@rollup/plugin-node-resolve";
export default { input: "main.js", output: { dir: "dist", format: "es" }, plugins: [resolve()] };
`,
    },
    build: "rollup -c && cp public/index.html dist/",
    serve: { folder: "dist" },
  },
  {
    name: "esbuild ESM",
    packages: ["esbuild@0.28"],
    files: { "main.js": MAIN, "public/index.html": MODULE_PAGE },
    build: "esbuild main.js --bundle --splitting --format=esm --minify --outdir=dist && cp public/index.html dist/",
    serve: { folder: "dist" },
  },
  {
    name: "esbuild IIFE",
    packages: ["esbuild@0.28"],
    files: { "main.js": MAIN, "public/index.html": page('<script src="./main.js"></script>') },
    build: "esbuild main.js --bundle --minify --outfile=dist/main.js && cp public/index.html dist/",
    serve: { folder: "dist" },
  },
  {
    name: "Parcel 2",
    packages: ["parcel@2"],
    files: {
      "index.html": page('<script type="module" src="./main.js"></script>'),
      "main.js": MAIN.replace("lightfield-uploader/define", "lightfield-uploader"),
    },
    dev: "parcel serve index.html --port $PORT --no-hmr",
    build: "parcel build index.html --public-url ./",
    serve: { folder: "dist" },
  },
];
