import type { Ecosystem } from "../ecosystem.ts";
import { ANGULAR_WRONG, REACT_WRONG, SVELTE_WRONG, VUE_WRONG } from "./wrong-values.ts";

/** Frameworks with a server of their own, which renders the page and has the endpoint. */
const CONTEXT = { meeting: "weekly" };

const next = (major: 15 | 16): Ecosystem => ({
  name: `Next.js ${major}, App Router`,
  packages: [`next@${major}`, "react@19", "react-dom@19", "@types/react@19", "@types/node@22", "typescript@5.9"],
  recipe: "next.md",
  files: {
    "app/layout.tsx": `import type { ReactNode } from "react";

export default function Layout({ children }: { children: ReactNode }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
    "app/wrong.tsx": REACT_WRONG,
    "next.config.mjs": "export default { allowedDevOrigins: ['127.0.0.1'] };\n",
    "tsconfig.json": JSON.stringify({
      compilerOptions: {
        target: "ES2022",
        lib: ["ES2022", "DOM", "DOM.Iterable"],
        module: "ESNext",
        moduleResolution: "Bundler",
        strict: true,
        skipLibCheck: true,
        noEmit: true,
        jsx: "preserve",
        esModuleInterop: true,
        isolatedModules: true,
        resolveJsonModule: true,
        incremental: true,
        allowJs: true,
        plugins: [{ name: "next" }],
      },
      include: ["next-env.d.ts", "**/*.ts", "**/*.tsx", ".next/types/**/*.ts"],
      exclude: ["node_modules"],
    }),
  },
  types: "tsc",
  dev: "next dev --port $PORT",
  build: "next build",
  serve: { command: "next start --port $PORT" },
  ownEndpoint: true,
  context: CONTEXT,
  served: /<lightfield-uploader[^>]*endpoint="\/api\/uploads"[^>]*max-file-size="52428800"/,
  ignoredMessages: /\[Fast Refresh\]|React DevTools|\[HMR\]/,
});

export const SERVERS: readonly Ecosystem[] = [
  next(15),
  next(16),
  {
    name: "Nuxt 4",
    packages: ["nuxt@4.4.5", "vue@3", "@types/node@22", "typescript@5.9", "vue-tsc@3"],
    recipe: "nuxt.md",
    files: {
      "app/components/Wrong.vue": VUE_WRONG,
      "nuxt.config.ts":
        'export default defineNuxtConfig({ compatibilityDate: "2026-01-01", devtools: { enabled: false } });\n',
      "tsconfig.json": JSON.stringify({ files: [], references: [{ path: "./.nuxt/tsconfig.app.json" }] }),
    },
    types: "nuxt prepare && vue-tsc -b --noEmit",
    dev: "nuxt dev --port $PORT --no-fork",
    build: "nuxt build",
    serve: { command: "node .output/server/index.mjs" },
    ownEndpoint: true,
    context: CONTEXT,
    served: /<lightfield-uploader[^>]*endpoint="\/api\/uploads"/,
    ignoredMessages: /<Suspense> is an experimental feature/,
  },
  {
    name: "SvelteKit 2",
    packages: [
      "@sveltejs/kit@2",
      "@sveltejs/adapter-node@5",
      "@sveltejs/vite-plugin-svelte@7",
      "svelte@5",
      "vite@8",
      "svelte-check@4",
      "@types/node@22",
      "typescript@5.9",
    ],
    recipe: "sveltekit.md",
    files: {
      "src/wrong.ts": SVELTE_WRONG,
      "src/app.html": `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8">%sveltekit.head%</head>
  <body><div>%sveltekit.body%</div></body>
</html>
`,
      "svelte.config.js": `import adapter from "@sveltejs/adapter-node";
import { vitePreprocess } from "@sveltejs/vite-plugin-svelte";
export default { preprocess: vitePreprocess(), kit: { adapter: adapter() } };
`,
      "vite.config.js": 'import { sveltekit } from "@sveltejs/kit/vite";\nexport default { plugins: [sveltekit()] };\n',
      "tsconfig.json": JSON.stringify({
        extends: "./.svelte-kit/tsconfig.json",
        compilerOptions: { strict: true, skipLibCheck: true },
      }),
    },
    types: "svelte-kit sync && svelte-check --tsconfig ./tsconfig.json",
    dev: "vite dev --port $PORT --strictPort",
    build: "vite build",
    serve: { command: "node build/index.js" },
    ownEndpoint: true,
    context: CONTEXT,
    served: /<lightfield-uploader[^>]*endpoint="\/api\/uploads"/,
  },
  {
    name: "Astro 5, static",
    packages: ["astro@5", "@astrojs/check@0.9", "typescript@5.9"],
    recipe: "astro.md",
    files: {
      "astro.config.mjs": "export default { devToolbar: { enabled: false } };\n",
      "src/Wrong.astro": `---
---
{/* @ts-expect-error a text is no number */}
<lightfield-uploader max-files="five"></lightfield-uploader>
`,
      "tsconfig.json": JSON.stringify({ extends: "astro/tsconfigs/strict", include: [".astro/types.d.ts", "src"] }),
    },
    types: "astro sync && astro check",
    dev: "astro dev --port $PORT",
    build: "astro build",
    serve: { folder: "dist" },
    served: /<lightfield-uploader endpoint="\/api\/uploads" purpose="meeting_transcript"( no-drop="false")?>/,
  },
  {
    name: "Angular 21, zoneless",
    packages: [
      "@angular/core@21",
      "@angular/common@21",
      "@angular/compiler@21",
      "@angular/platform-browser@21",
      "@angular/build@21",
      "@angular/cli@21",
      "@angular/compiler-cli@21",
      "rxjs@7",
      "tslib@2",
      "typescript@5.9",
    ],
    recipe: "angular.md",
    files: {
      "angular.json": JSON.stringify({
        version: 1,
        projects: {
          app: {
            projectType: "application",
            root: "",
            sourceRoot: "src",
            architect: {
              build: {
                builder: "@angular/build:application",
                options: {
                  outputPath: { base: "dist", browser: "" },
                  browser: "src/main.ts",
                  index: "src/index.html",
                  tsConfig: "tsconfig.json",
                },
              },
              serve: { builder: "@angular/build:dev-server", options: { buildTarget: "app:build" } },
            },
          },
        },
      }),
      "tsconfig.json": JSON.stringify({
        compilerOptions: {
          target: "ES2022",
          lib: ["ES2022", "DOM", "DOM.Iterable"],
          module: "preserve",
          moduleResolution: "bundler",
          strict: true,
          skipLibCheck: true,
        },
        angularCompilerOptions: { strictTemplates: true },
        files: ["src/main.ts"],
      }),
      "tsconfig.wrong.json": JSON.stringify({ extends: "./tsconfig.json", files: ["src/app/wrong.ts"] }),
      "src/app/wrong.ts": ANGULAR_WRONG,
      "src/index.html": `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Upload</title><base href="/"></head>
  <body><app-root></app-root></body>
</html>
`,
      "src/main.ts": `import { provideZonelessChangeDetection } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { App } from "./app/app";

bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
`,
    },
    types: `ngc --noEmit && ngc -p tsconfig.wrong.json --noEmit 2>&1 | grep "'string' is not assignable to type 'number"`,
    dev: "ng serve --port $PORT --no-hmr --allowed-hosts",
    build: "ng build",
    serve: { folder: "dist" },
    context: CONTEXT,
    ignoredMessages: /Angular is running in development mode/,
  },
];
