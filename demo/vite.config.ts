import { join } from "node:path";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

const pages = join(import.meta.dirname, "pages");

/**
 * Builds what the demo's pages load. The HTML itself is served as written, so the files keep fixed names.
 * `lightfield-uploader` is this package, resolved through its own `exports`, so the pages get what npm users get.
 */
export default defineConfig({
  root: pages,
  base: "/assets/",
  publicDir: false,
  logLevel: "warn",
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === "lightfield-uploader" } } })],
  build: {
    outDir: join(import.meta.dirname, "dist"),
    emptyOutDir: true,
    assetsDir: "",
    rolldownOptions: {
      input: {
        panels: join(pages, "panels.ts"),
        playground: join(pages, "playground", "main.ts"),
        react: join(pages, "react", "main.tsx"),
        vue: join(pages, "vue", "main.ts"),
      },
      output: { entryFileNames: "[name].js" },
    },
  },
});
