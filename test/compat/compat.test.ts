import { ECOSYSTEMS } from "./ecosystems/index.ts";
import { trySome } from "./try-some.ts";

/** The bundler that needs the plainest imports, and the one without `import.meta`. Build and upload; the rest is in test/long. */
const NAMES = ["Vite 5", "esbuild IIFE"];

trySome(ECOSYSTEMS.filter(({ name }) => NAMES.includes(name)).map(({ dev: _dev, ...built }) => built));
