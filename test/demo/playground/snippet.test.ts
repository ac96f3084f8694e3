import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { attributeValue, literal } from "../../../demo/pages/playground/markup.ts";
import { buildSnippet } from "../../../demo/pages/playground/snippet.ts";
import { content, HOSTILE } from "./content.ts";

describe("a snippet", () => {
  it("is a script and the element when nothing is set", () => {
    assert.equal(
      buildSnippet(content()),
      '<script type="module" src="/uploader.js"></script>\n\n<lightfield-uploader></lightfield-uploader>\n',
    );
  });

  it("has a boolean attribute by its name, and the others with their values", () => {
    const attributes = [["endpoint", "/api"] as const, ["multiple", null] as const, ["name", ""] as const];
    const snippet = buildSnippet(content({ attributes }));
    assert.match(snippet, /<lightfield-uploader endpoint="\/api" multiple name=""><\/lightfield-uploader>/);
  });

  it("puts each attribute on a line of its own where there are many", () => {
    const attributes = [["accept", ".vtt, ".repeat(20)] as const, ["multiple", null] as const];
    const lines = buildSnippet(content({ attributes })).split("\n");
    assert.deepEqual(lines.slice(2, -1), [
      "<lightfield-uploader",
      `  accept="${".vtt, ".repeat(20)}"`,
      "  multiple",
      "></lightfield-uploader>",
    ]);
  });

  it("has the theme before the rules of its own, so that these win", () => {
    const tokens = [["--lf-uploader-accent", "rebeccapurple"] as const];
    const snippet = buildSnippet(content({ theme: "/themes/plain.css", tokens, parts: ["drop-zone"] }));
    assert.equal(
      snippet.slice(0, snippet.indexOf("<script")),
      [
        '<link rel="stylesheet" href="/themes/plain.css">',
        "<style>",
        "  lightfield-uploader {",
        "    --lf-uploader-accent: rebeccapurple;",
        "  }",
        "  lightfield-uploader::part(drop-zone) {",
        "    outline: 2px dashed #d6249f;",
        "  }",
        "</style>",
        "",
      ].join("\n"),
    );
  });

  it("leaves out a token that would be more than a value", () => {
    const tokens = [["--lf-uploader-accent", "red} body {display: none"] as const];
    assert.equal(buildSnippet(content({ tokens })), buildSnippet(content()));
  });

  it("has a form around the element, and what stands in its slots", () => {
    const snippet = buildSnippet(content({ inForm: true, slotted: ['<b slot="heading">Here</b>'] }));
    assert.match(
      snippet,
      /\n<form method="post">\n {2}<lightfield-uploader>\n {4}<b slot="heading">Here<\/b>\n {2}<\/lightfield-uploader>\n {2}<button>Send<\/button>\n<\/form>\n$/,
    );
  });

  it("sets properties and listens by script", () => {
    const snippet = buildSnippet(
      content({
        properties: [["messages", { heading: () => "Here" }] as const],
        listeners: [
          { name: "upload-success", hasDetail: true },
          { name: "change", hasDetail: false },
        ],
      }),
    );
    assert.equal(
      snippet.slice(snippet.indexOf('<script type="module">')),
      [
        '<script type="module">',
        '  const uploader = document.querySelector("lightfield-uploader");',
        '  uploader.messages = { heading: () => "Here" };',
        '  uploader.addEventListener("upload-success", (event) => {',
        "    console.log(event.type, event.detail);",
        "  });",
        '  uploader.addEventListener("change", (event) => {',
        "    console.log(event.type, event.target.value);",
        "  });",
        "</script>",
        "",
      ].join("\n"),
    );
  });
});

describe("an attribute's value", () => {
  for (const value of HOSTILE) {
    it(`cannot leave its quotes: ${JSON.stringify(value)}`, () => {
      assert.doesNotMatch(attributeValue(value), /["<>\r]|&(?!(amp|quot|lt|gt|#13);)/);
    });
  }
});

describe("a value in a script", () => {
  const values = [
    ...HOSTILE,
    0,
    -1.5e300,
    true,
    null,
    [],
    {},
    [1, ["two"], { three: 3 }],
    { "not a name": 1, plain: { inner: "x".repeat(100) }, 7: "seven" },
    JSON.parse('{ "__proto__": { "polluted": true }, "constructor": "c" }'),
  ];
  for (const value of values) {
    it(`means the same to JavaScript, and nothing to HTML: ${JSON.stringify(value).slice(0, 60)}`, () => {
      const code = literal(value);
      assert.ok(!code.includes("<"));
      const read: unknown = new Function(`return ${code}`)();
      assert.equal(JSON.stringify(read), JSON.stringify(value));
      if (typeof read === "object" && read !== null) {
        assert.equal(Object.getPrototypeOf(read), Array.isArray(read) ? Array.prototype : Object.prototype);
      }
    });
  }
});
