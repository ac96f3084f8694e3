import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { EXAMPLES } from "../../../demo/pages/playground/choices.ts";
import { readProperty } from "../../../demo/pages/playground/property-text.ts";
import { ENGLISH } from "../../../src/element/index.ts";

const read = (name: string, text: string) => readProperty(name, text, ENGLISH);

function assertProblem(name: string, text: string, problem: RegExp): void {
  const typed = read(name, text);
  assert.ok(typed && "problem" in typed, `${text} is taken for ${name}`);
  assert.match(typed.problem, problem);
}

describe("what is typed for a property", () => {
  it("is nothing when it is empty", () => assert.equal(read("context", "  \n"), null));

  it("is any JSON for the context", () => {
    assert.deepEqual(read("context", '[{ "a": null }]'), { value: [{ a: null }] });
    assertProblem("context", "{ a: 1 }", /^Not JSON yet/);
  });

  it("is an object of strings that can travel for headers", () => {
    assert.deepEqual(read("headers", '{ "x-a": "1" }'), { value: { "x-a": "1" } });
    for (const text of ["[]", "1", '{ "x-a": 1 }']) assertProblem("headers", text, /object of strings/);
    assertProblem("headers", '{ "x a": "1" }', /x a/);
    assertProblem("headers", '{ "x-a": "\\n\\u0000" }', /./);
  });

  it("is sentences that the element has for messages, functions where it has functions", () => {
    const typed = read("messages", '{ "heading": "Here", "label": "Why", "kinds": { "audio": "sound" } }');
    assert.ok(typed && "value" in typed);
    const { heading, ...others } = typed.value as { heading: () => string };
    assert.equal(heading(), "Here");
    assert.deepEqual(others, { label: "Why", kinds: { audio: "sound" } });
    assertProblem("messages", '{ "headline": "Here" }', /no sentence "headline"/);
    assertProblem("messages", '{ "toString": "Here" }', /no sentence "toString"/);
    assertProblem("messages", '{ "heading": 1 }', /a string/);
    assertProblem("messages", '{ "kinds": "all" }', /object of sentences/);
  });

  it("is never a problem where it is the example", () => {
    for (const [name, text] of Object.entries(EXAMPLES)) assert.ok("value" in (read(name, text) ?? {}), name);
  });
});
