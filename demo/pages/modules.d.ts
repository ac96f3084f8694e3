declare module "*?raw" {
  const text: string;
  export default text;
}

declare module "*.vue" {
  import type { Component } from "vue";

  const component: Component;
  export default component;
}

// A type for all of it would be a page long, and the playground reads it with care anyway.
declare module "lightfield-uploader/custom-elements.json" {
  const manifest: unknown;
  export default manifest;
}
