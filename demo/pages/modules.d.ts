declare module "*?raw" {
  const text: string;
  export default text;
}

declare module "*.vue" {
  import type { Component } from "vue";

  const component: Component;
  export default component;
}

// Untyped: a complete type would be long, and the playground validates the manifest when it reads it.
declare module "lightfield-uploader/custom-elements.json" {
  const manifest: unknown;
  export default manifest;
}
