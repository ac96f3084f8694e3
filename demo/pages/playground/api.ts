import { NOT_CALLED, NOT_TYPED } from "./choices.ts";
import { type ElementApi, readManifest } from "./manifest.ts";

/** API of the element from its manifest, without the members for which the playground has no field or button. */
export function playgroundApi(manifest: unknown): ElementApi {
  const api = readManifest(manifest, "lightfield-uploader");
  return {
    ...api,
    properties: api.properties.filter(({ name }) => !NOT_TYPED.includes(name)),
    methods: api.methods.filter(({ name }) => !NOT_CALLED.includes(name)),
  };
}
