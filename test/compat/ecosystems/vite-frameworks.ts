import type { Ecosystem } from "../ecosystem.ts";
import { REACT_WRONG, SVELTE_WRONG, VUE_WRONG } from "./wrong-values.ts";

/** Frameworks that Vite builds for the browser alone. */
const page = (script: string) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Upload</title></head>
  <body>
    <div id="app"></div>
    <script type="module" src="/src/${script}"></script>
  </body>
</html>
`;

const tsconfig = (options: object) =>
  JSON.stringify({
    compilerOptions: {
      target: "ES2022",
      lib: ["ES2022", "DOM", "DOM.Iterable"],
      module: "ESNext",
      moduleResolution: "Bundler",
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedSideEffectImports: true,
      skipLibCheck: false,
      noEmit: true,
      types: [],
      ...options,
    },
    include: ["src"],
  });

const CONTEXT = { meeting: "weekly" };

const BUILT = { dev: "vite --port $PORT --strictPort", build: "vite build", serve: { folder: "dist" } } as const;

const REACT_TAG = `import type {} from "lightfield-uploader/types/react";

export const a = <lightfield-uploader endpoint="/api" max-files={5} onupload-success={(event) => event.detail.upload.id} />;
// @ts-expect-error a text is no number
export const b = <lightfield-uploader max-files="five" />;
`;

const react = (major: 18 | 19): Ecosystem => ({
  name: `React ${major}, StrictMode`,
  packages: [
    `react@${major}`,
    `react-dom@${major}`,
    `@types/react@${major}`,
    `@types/react-dom@${major}`,
    "vite@8",
    "@vitejs/plugin-react@6",
    "typescript@5.9",
  ],
  recipe: "react.md",
  files: {
    "index.html": page("main.tsx"),
    "src/main.tsx": `import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";

createRoot(document.getElementById("app") as HTMLElement).render(<StrictMode><App /></StrictMode>);
`,
    "src/wrong.tsx": REACT_WRONG,
    "src/tag.tsx": REACT_TAG,
    "vite.config.js": 'import react from "@vitejs/plugin-react";\nexport default { plugins: [react()] };\n',
    "tsconfig.json": tsconfig({ jsx: "react-jsx" }),
  },
  types: "tsc",
  ...BUILT,
  context: CONTEXT,
});

export const VITE_FRAMEWORKS: readonly Ecosystem[] = [
  react(18),
  react(19),
  {
    name: "Vue 3",
    packages: ["vue@3", "vite@8", "@vitejs/plugin-vue@6", "vue-tsc@3", "typescript@5.9"],
    recipe: "vue.md",
    files: {
      "index.html": page("main.ts"),
      "src/main.ts": `import { createApp } from "vue";
import App from "./App.vue";

createApp(App).mount("#app");
`,
      "src/Wrong.vue": VUE_WRONG,
      "src/Tag.vue": `<script setup lang="ts">
import type {} from "lightfield-uploader/types/vue";
</script>

<template>
  <lightfield-uploader endpoint="/api" :max-files="5" @upload-success="(event) => event.detail.upload.id" />
  <!-- @vue-expect-error a text is no number -->
  <lightfield-uploader max-files="five" />
</template>
`,
      "vite.config.js": 'import vue from "@vitejs/plugin-vue";\nexport default { plugins: [vue()] };\n',
      "tsconfig.json": JSON.stringify({
        ...JSON.parse(tsconfig({ jsx: "preserve" })),
        vueCompilerOptions: { strictTemplates: true },
      }),
    },
    types: "vue-tsc --noEmit",
    ...BUILT,
    context: CONTEXT,
  },
  {
    name: "Svelte 5",
    packages: ["svelte@5", "vite@8", "@sveltejs/vite-plugin-svelte@7", "svelte-check@4", "typescript@5.9"],
    recipe: "svelte.md",
    files: {
      "index.html": page("main.ts"),
      "src/main.ts": `import { mount } from "svelte";
import App from "./App.svelte";

mount(App, { target: document.getElementById("app") as HTMLElement });
`,
      "src/wrong.ts": SVELTE_WRONG,
      "svelte.config.js": `import { vitePreprocess } from "@sveltejs/vite-plugin-svelte";
export default { preprocess: vitePreprocess() };
`,
      "vite.config.js": `import { svelte } from "@sveltejs/vite-plugin-svelte";
export default { plugins: [svelte()] };
`,
      "tsconfig.json": tsconfig({ verbatimModuleSyntax: true, skipLibCheck: true, types: ["svelte"] }),
    },
    types: "svelte-check --tsconfig ./tsconfig.json --fail-on-warnings",
    ...BUILT,
    context: CONTEXT,
  },
  {
    name: "Solid 1",
    packages: ["solid-js@1", "vite@7", "vite-plugin-solid@2", "typescript@5.9"],
    recipe: "solid.md",
    files: {
      "index.html": page("main.tsx"),
      "src/main.tsx": `import { render } from "solid-js/web";
import { App } from "./App";

render(() => <App />, document.getElementById("app") as HTMLElement);
`,
      "src/wrong.tsx": `// @ts-expect-error a text is no number
export const a = () => <lightfield-uploader prop:maxFiles="five" />;
// @ts-expect-error another event
export const b = () => <lightfield-uploader on:upload-success={(event: KeyboardEvent) => event.key} />;
`,
      "vite.config.js": 'import solid from "vite-plugin-solid";\nexport default { plugins: [solid()] };\n',
      "tsconfig.json": tsconfig({ jsx: "preserve", jsxImportSource: "solid-js", skipLibCheck: true }),
    },
    types: "tsc",
    ...BUILT,
    context: CONTEXT,
  },
  {
    name: "Preact",
    packages: ["preact@10", "vite@8", "@preact/preset-vite@2", "typescript@5.9"],
    recipe: "preact.md",
    files: {
      "index.html": page("main.tsx"),
      "src/main.tsx": `import { render } from "preact";
import { App } from "./App";

render(<App />, document.getElementById("app") as HTMLElement);
`,
      "src/wrong.tsx": `// @ts-expect-error a text is no number
export const a = () => <lightfield-uploader maxFiles="five" />;
// @ts-expect-error another event
export const b = () => <lightfield-uploader onupload-success={(event: KeyboardEvent) => event.key} />;
`,
      "vite.config.js":
        'export default { esbuild: { jsx: "automatic", jsxImportSource: "preact" }, oxc: { jsx: { runtime: "automatic", importSource: "preact" } } };\n',
      "tsconfig.json": tsconfig({ jsx: "react-jsx", jsxImportSource: "preact" }),
    },
    types: "tsc",
    ...BUILT,
    context: CONTEXT,
  },
];
