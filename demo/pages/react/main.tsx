import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { showSource } from "../show-source.ts";
import { App } from "./app.tsx";
import appSource from "./app.tsx?raw";
import typesSource from "./lightfield-uploader.d.ts?raw";

const root = document.querySelector("#app");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
showSource({ "app.tsx": appSource, "lightfield-uploader.d.ts": typesSource });
