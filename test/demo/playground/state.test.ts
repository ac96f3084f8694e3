import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fromHash, INITIAL, type State, toHash } from "../../../demo/pages/playground/state.ts";
import { API, HOSTILE } from "./content.ts";

const again = (state: State) => fromHash(`#${toHash(state)}`, API);

describe("the address of the playground", () => {
  it("is empty when nothing was set", () => {
    assert.equal(toHash(INITIAL), "");
    assert.deepEqual(fromHash("", API), INITIAL);
  });

  it("keeps everything that can be set", () => {
    const state: State = {
      attributes: { endpoint: "/api/resumable", "max-files": "3", "no-auto": "" },
      tokens: { "--lf-uploader-accent": "#f00", "--lf-uploader-font": '"Fira Code", monospace' },
      properties: { context: '{ "a": [1, "&=#"] }' },
      slots: ["heading", "empty"],
      parts: ["drop-zone"],
      events: ["change", "upload-success"],
      stage: { theme: "rounded", scheme: "dark", direction: "rtl", text: "200", language: "pt-BR", width: 320 },
    };
    const read = again(state);
    assert.deepEqual(read, { ...state, events: ["upload-success", "change"] }, "lists are in the manifest's order");
  });

  it("keeps what is there at the beginning and was taken away", () => {
    assert.deepEqual(again({ ...INITIAL, attributes: {} }).attributes, {});
  });

  for (const value of HOSTILE) {
    it(`keeps a value to the letter: ${JSON.stringify(value)}`, () => {
      const attributes = { ...INITIAL.attributes, accept: value };
      assert.equal(again({ ...INITIAL, attributes }).attributes.accept, value);
    });
  }

  it("brings nothing in that the manifest does not name, or that is no choice", () => {
    const hash = new URLSearchParams({
      onclick: "alert(1)",
      style: "display:none",
      __proto__x: "1",
      "--other": "1px",
      "property.innerHTML": '"<b>"',
      "property.uploader": "{}",
      "in.slots": "heading nonsense",
      "max-files": "many",
      "stage.theme": "../../evil",
      "stage.scheme": "sepia",
      "stage.language": '"><script>',
      "stage.width": "99999",
    });
    const state = fromHash(hash.toString(), API);
    assert.deepEqual(state, { ...INITIAL, slots: ["heading"], stage: { ...INITIAL.stage, width: 960 } });
  });

  it("never gives a boolean attribute a value, nor any a character that HTML cannot have", () => {
    const { attributes } = fromHash("multiple=yes&accept=a%00b", API);
    assert.deepEqual([attributes.multiple, attributes.accept], ["", "ab"]);
  });
});
