/** Plugin of all builds for browsers: decorators become plain calls. */
import MagicString from "magic-string";

/** A decorated property, as the compiler writes it. The last argument is for decorators that return a descriptor. */
const DECORATED = /\b\w*_?decorate\(\[(property\([\s\S]*?\))\], (\w+\.prototype), ("\w+"), (?:void 0|null)\);/g;

/**
 * Calls the `property` decorator of `src/ui/property.ts` directly. TypeScript's helper, which would call it, is only needed
 * for what that decorator does not do: it replaces no property and no method.
 * @returns {import("vite").Plugin}
 */
export function plainDecorators() {
  return {
    name: "plain-decorators",
    apply: "build",
    transform: {
      order: "post",
      filter: { id: /\/src\/.*\.ts$/, code: /decorate\(\[/ },
      handler(code) {
        const plain = new MagicString(code);
        plain.replace(DECORATED, "$1($2, $3);");
        if (plain.toString().includes("decorate([")) this.error("A decorator is not `property`.");
        return { code: plain.toString(), map: plain.generateMap({ hires: "boundary" }) };
      },
    },
  };
}
