import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { CHOICES, groupOf, LANGUAGES, SUGGESTIONS, slottedHtml } from "../../../demo/pages/playground/choices.ts";
import { readManifest } from "../../../demo/pages/playground/manifest.ts";
import { API, MANIFEST } from "./content.ts";

const names = (entries: readonly { readonly name: string }[]) => entries.map(({ name }) => name);

describe("what the playground reads of the manifest", () => {
  it("has every kind of thing", () => {
    for (const [kind, entries] of Object.entries(API)) assert.ok(entries.length > 0, kind);
    assert.deepEqual(API.attributes.find(({ name }) => name === "multiple")?.kind, "boolean");
    assert.deepEqual(API.attributes.find(({ name }) => name === "max-files")?.kind, "number");
    assert.deepEqual(API.attributes.find(({ name }) => name === "purpose")?.kind, "text");
    assert.equal(API.attributes.find(({ name }) => name === "max-concurrent-uploads")?.default, "3");
    assert.equal(API.events.find(({ name }) => name === "change")?.hasDetail, false);
    assert.equal(API.events.find(({ name }) => name === "upload-success")?.hasDetail, true);
  });

  it("leaves out what needs more than a button, or is not a page's to set", () => {
    for (const absent of ["addFiles", "remove", "setCustomValidity"]) assert.ok(!names(API.methods).includes(absent));
    for (const absent of ["uploader", "uploads", "value", "endpoint"])
      assert.ok(!names(API.properties).includes(absent));
    for (const present of ["headers", "context", "messages"]) assert.ok(names(API.properties).includes(present));
  });

  it("is refused when the element is not in it", () => {
    assert.throws(() => readManifest(MANIFEST, "other-element"), /no <other-element>/);
    assert.throws(() => readManifest(null, "lightfield-uploader"), /no <lightfield-uploader>/);
  });
});

describe("the little that the playground knows by itself", () => {
  it("is about attributes and tokens that there are", () => {
    const known = [...names(API.attributes), ...names(API.tokens)];
    for (const name of [...Object.keys(CHOICES), ...Object.keys(SUGGESTIONS)]) assert.ok(known.includes(name), name);
  });

  it("has the languages and purposes of which the manifest speaks", () => {
    const listed = /one of eighteen: ([^;]+);/.exec(API.description)?.[1]?.split(", ");
    assert.deepEqual(LANGUAGES, listed);
    const purpose = API.attributes.find(({ name }) => name === "purpose");
    assert.deepEqual(CHOICES.purpose, purpose?.description.match(/(?<=`)\w+(?=`)/g));
    const credentials = API.attributes.find(({ name }) => name === "credentials");
    assert.deepEqual(CHOICES.credentials, credentials?.description.match(/(?<=")[\w-]+(?=")/g));
  });

  it("gives a new attribute and a new slot a place", () => {
    assert.equal(groupOf("brand-new"), "Behaviour");
    assert.equal(groupOf("constructor"), "Behaviour");
    assert.equal(slottedHtml("brand-new"), '<span slot="brand-new">brand-new</span>');
  });

  it("fills every slot by its name", () => {
    for (const { name } of API.slots) assert.match(slottedHtml(name), new RegExp(`^<\\w+ slot="${name}"`));
  });
});
