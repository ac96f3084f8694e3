import type { Ecosystem } from "../ecosystem.ts";

/** The server of the recipe in CommonJS, with a page of its own and a route that gets a parsed body. */
const MODULE = `import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Body, Controller, Get, Header, Module, Post } from "@nestjs/common";

@Controller()
class AppController {
  @Get()
  @Header("content-type", "text/html")
  page(): string {
    return \`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Upload</title></head><body>
      <lightfield-uploader endpoint="/api/uploads" purpose="meeting_transcript"></lightfield-uploader>
      <script src="/page.js"></script></body></html>\`;
  }

  @Get("page.js")
  @Header("content-type", "text/javascript")
  script(): string {
    return readFileSync(join(__dirname, "page.js"), "utf8");
  }

  @Post("api/echo")
  echo(@Body() body: { text: string }): { text: string } {
    return { text: body.text };
  }
}

@Module({ controllers: [AppController] })
export class AppModule {}
`;

const PAGE_SCRIPT = `import "lightfield-uploader/define";

document.querySelector("lightfield-uploader").addEventListener("upload-success", (event) => {
  console.log("Uploaded", event.detail.upload.remote.id);
});
fetch("/api/echo", { method: "POST", headers: { "content-type": "application/json" }, body: '{"text":"hello"}' })
  .then((reply) => reply.json())
  .then(({ text }) => text === "hello" || console.error("Nest parsed no body"));
`;

export const NEST: Ecosystem = {
  name: "NestJS 11, CommonJS",
  packages: [
    "@nestjs/core@11",
    "@nestjs/common@11",
    "@nestjs/platform-express@11",
    "reflect-metadata@0.2",
    "rxjs@7",
    "@hono/node-server@2",
    "esbuild@0.28",
    "typescript@5.9",
    "@types/node@20",
  ],
  recipe: "nest.md",
  files: {
    "src/package.json": '{ "type": "commonjs" }',
    "src/app.module.ts": MODULE,
    "page/page.js": PAGE_SCRIPT,
    "tsconfig.json": JSON.stringify({
      compilerOptions: {
        target: "ES2022",
        lib: ["ES2022", "DOM"],
        module: "commonjs",
        moduleResolution: "node10",
        strict: true,
        skipLibCheck: true,
        esModuleInterop: true,
        experimentalDecorators: true,
        emitDecoratorMetadata: true,
        outDir: "dist",
        rootDir: "src",
        types: ["node"],
      },
      include: ["src"],
    }),
  },
  types: "tsc --noEmit",
  build: "tsc && cp src/package.json dist/ && esbuild page/page.js --bundle --minify --outfile=dist/page.js",
  serve: { command: "node dist/main.js" },
  ownEndpoint: true,
};
