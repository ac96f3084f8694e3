/** Smaller templates are the same templates: browsers make the same elements and the same style rules of them. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { transform } from "esbuild";
import { parseAst } from "vite";
import { minifyTemplates } from "../../vite.standalone.mjs";
import { filesIn } from "../support/test-files.mjs";
import { parsedMarkup } from "./dom/parsed-markup.mjs";

const ROOT = join(import.meta.dirname, "../..");

interface Template {
  readonly tag: string;
  /** Source text with a word in the place of each expression. */
  readonly text: string;
}

/** The `html`, `svg` and `css` templates of a script, in their order. */
function templatesOf(script: string): Template[] {
  const found: Template[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    if (typeof value !== "object" || value === null) return;
    const node = value as {
      type?: string;
      tag?: { name?: string };
      quasi?: { quasis: { value: { cooked: string } }[] };
    };
    if (node.type === "TaggedTemplateExpression" && node.quasi) {
      const { quasis } = node.quasi;
      const text = quasis.map(({ value }, index) => (index > 0 ? `expression-${index}` : "") + value.cooked).join("");
      found.push({ tag: node.tag?.name ?? "", text });
    }
    Object.values(node).forEach(visit);
  };
  visit(parseAst(script));
  return found.filter(({ tag }) => ["html", "svg", "css"].includes(tag));
}

/** A template as a browser understands it, written in one way. Spaces around the ends of lines are one end of a line. */
async function meaningOf({ tag, text }: Template): Promise<string> {
  if (tag === "css") {
    const { code } = await transform(text, { loader: "css", minify: true });
    // Left as they are written where custom properties and conditions stand.
    return code.replaceAll(/("[^"]*")|([,:]) | ?(>) ?/g, "$1$2$3");
  }
  return parsedMarkup(tag === "svg" ? `<svg>${text}</svg>` : text).replaceAll(/\s*\n\s*/g, "\n");
}

/** Script with the templates that the build for script tags has. */
function minified(script: string): string {
  const { handler } = minifyTemplates().transform as unknown as {
    handler: (this: { parse: typeof parseAst }, code: string) => { code: string };
  };
  return handler.call({ parse: parseAst }, script).code;
}

async function assertSame(script: string): Promise<number> {
  const before = templatesOf(script);
  const after = templatesOf(minified(script));
  assert.equal(after.length, before.length);
  for (const [index, template] of before.entries()) {
    const smaller = after[index] as Template;
    assert.ok(smaller.text.length <= template.text.length);
    assert.equal(await meaningOf(smaller), await meaningOf(template), template.text);
  }
  return before.length;
}

const EXPRESSION = ["$", "{0}"].join("");

describe("templates without what browsers do not need", () => {
  it("mean the same in every source file", async () => {
    let templates = 0;
    for (const file of filesIn("src", ".ts")) {
      const source = await readFile(join(ROOT, file), "utf8");
      if (!/\b(html|svg|css)`/.test(source)) continue;
      const { code } = await transform(source, { loader: "ts", target: "es2022" });
      templates += await assertSame(code);
    }
    assert.ok(templates > 100, `${templates} templates`);
  });

  it("mean the same where quotes, spaces and comments matter", async () => {
    for (const text of [
      'html`<a class="one" href="§" title="two words" data-x="y"/>`',
      'html`<input value="a=b" name="x"><b title="it\'s">a  b</b>`',
      'html`<p class="x §">a="b" c</p>`',
      'css`a[href="x"]::after { content: "a  { b: c; }" } b { width: calc(1px + 0.5em) }`',
      'css`/* a "b" */ a > b , c { margin: 0 0.5px; color: red; } [part~="x"]:not(:hover) {}`',
      "css`@media (width > 3px) and (hover: hover) { a { transition: none 0s } }`",
    ])
      await assertSame(`export default ${text.replace("§", EXPRESSION)};`);
  });
});
