import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { after, afterEach, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import type { LightfieldUploader } from "../../src/index.ts";
import { PlaygroundPage } from "./playground-page.ts";
import { launchBrowser } from "./shared-browser.mjs";
import { md5Of, sourceFile } from "./source-files.ts";
import { openStage, type Stage } from "./support.ts";
import { until } from "./waiting.ts";

interface Named {
  readonly name: string;
}

/** Read anew and without the playground's own reader, so that what this one loses is missed. */
interface Declaration {
  readonly tagName?: string;
  readonly attributes: readonly (Named & { readonly type: { readonly text: string } })[];
  readonly cssProperties: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly slots: readonly Named[];
  readonly events: readonly Named[];
}

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const manifest = JSON.parse(readFileSync(root("custom-elements.json"), "utf8")) as {
  modules: { declarations: Declaration[] }[];
};
const element = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName === "lightfield-uploader") as Declaration;
const names = (entries: readonly Named[]) => entries.map(({ name }) => name).sort();

let stage: Stage;
let playground: PlaygroundPage;
before(async () => {
  stage = await openStage();
  playground = await PlaygroundPage.open(stage);
});
afterEach(async () => {
  playground.complaints.assertExpected();
  await stage.endTest();
});
after(() => stage.close());

describe("the playground has, of the manifest,", () => {
  const shown = (kind: string) =>
    playground.page
      .locator(`[data-${kind}]`)
      .evaluateAll((controls, key) => controls.map((control) => (control as HTMLElement).dataset[key] ?? ""), kind);

  for (const [kind, entries] of [
    ["attribute", element.attributes],
    ["token", element.cssProperties],
    ["part", element.cssParts],
    ["slot", element.slots],
    ["event", element.events],
  ] as const) {
    it(`every ${kind}`, async () => {
      assert.deepEqual((await shown(kind)).sort(), names(entries));
    });
  }

  it("the methods that need nothing in hand", async () => {
    const methods = await shown("method");
    for (const name of ["start", "pause", "resume", "retry", "cancel", "clear", "openPicker"]) {
      assert.ok(methods.includes(name), name);
    }
  });
});

describe("a control of the playground", () => {
  const attributeNow = (name: string) => playground.element.getAttribute(name);

  for (const { name, type } of element.attributes) {
    it(`sets ${name} and takes it away`, async () => {
      const control = playground.control("attribute", name);
      const before = await attributeNow(name);
      if (type.text === "boolean") {
        await control.click();
        assert.equal(await attributeNow(name), before === null ? "" : null);
        await control.click();
        assert.equal(await attributeNow(name), before);
        return;
      }
      const isSelect = (await control.evaluate(({ localName }) => localName)) === "select";
      const value = /\bnumber\b/.test(type.text) ? "7" : 'a "quoted" <b> & more';
      const expected = isSelect
        ? await control
            .locator("option")
            .nth(2)
            .evaluate((option) => (option as HTMLOptionElement).value)
        : value;
      if (isSelect) await control.selectOption(expected);
      else await control.fill(value);
      assert.equal(await attributeNow(name), expected);
      if (isSelect) await control.selectOption("");
      else await control.fill("");
      assert.equal(await attributeNow(name), null);
      if (before !== null) await control.fill(before);
      assert.equal(await attributeNow(name), before);
    });
  }

  for (const { name } of element.cssProperties) {
    it(`gives ${name} to the element`, async () => {
      const computed = () =>
        playground.element.evaluate((node, token) => getComputedStyle(node).getPropertyValue(token), name);
      assert.equal(await computed(), "");
      const input = playground.control("token", name);
      await input.fill("red");
      assert.equal(await computed(), "red");
      assert.match(await playground.snippet(), new RegExp(`${name}: red;`));
      await input.fill("red; } *");
      assert.equal(await computed(), "", "what is no value is not written");
      assert.equal(await input.getAttribute("aria-invalid"), "true");
      await input.fill("");
    });
  }

  it("changes what one sees: accent, roundness and font", async () => {
    await playground.control("token", "--lf-uploader-accent").fill("rgb(120, 0, 60)");
    await playground.page.getByLabel("Slide --lf-uploader-radius").fill("30");
    await playground.control("token", "--lf-uploader-font").fill("Georgia, serif");
    assert.equal(await playground.style("browse-button", "background-color"), "rgb(120, 0, 60)");
    assert.equal(await playground.style("drop-zone", "border-top-left-radius"), "30px");
    assert.equal(await playground.style("browse-button", "font-family"), "Georgia, serif");
    await playground.page.locator("#reset").click();
    assert.notEqual(await playground.style("browse-button", "background-color"), "rgb(120, 0, 60)");
  });

  for (const { name } of element.slots) {
    it(`fills the slot "${name}"`, async () => {
      const slotted = playground.element.locator(`> [slot="${name}"]`);
      await playground.control("slot", name).check();
      const assigned = await slotted.evaluate((node) => node.assignedSlot?.name);
      assert.equal(assigned, name);
      await playground.control("slot", name).uncheck();
      assert.equal(await slotted.count(), 0);
    });
  }

  it("outlines a part", async () => {
    await playground.control("part", "browse-button").check();
    assert.equal(await playground.style("browse-button", "outline-style"), "dashed");
    await playground.control("part", "browse-button").uncheck();
    assert.notEqual(await playground.style("browse-button", "outline-style"), "dashed");
  });

  it("sets properties, and says what is wrong with them", async () => {
    const area = playground.control("property", "messages");
    await area.fill('{ "heading": 1 }');
    await playground.page.getByText('"heading" has to be a sentence').waitFor();
    await area.fill('{ "heading": "Everything goes here" }');
    await playground.frame.getByText("Everything goes here").waitFor();
    await playground.control("property", "context").fill('{ "a": [1] }');
    const context = () => playground.element.evaluate((node) => (node as LightfieldUploader).context);
    assert.deepEqual(await context(), { a: [1] });
    await playground.page.locator("#reset").click();
    await playground.frame.getByText("Drop files here").waitFor();
    assert.equal(await context(), undefined);
  });

  it("changes the page around the element", async () => {
    const { page, frame } = playground;
    const html = frame.locator("html");
    await page.getByText("Dark", { exact: true }).click();
    assert.equal(await html.evaluate((node) => getComputedStyle(node).colorScheme), "dark");
    await page.getByText("Right to left").click();
    assert.equal(await html.getAttribute("dir"), "rtl");
    await page.getByText("200 %").click();
    assert.equal(await html.evaluate((node) => getComputedStyle(node).fontSize), "32px");
    await page.getByLabel("Language of the page").selectOption("de");
    await frame.getByText("Dateien hier ablegen").waitFor();
    await page.locator("#reset").click();
    await frame.getByText("Drop files here").waitFor();
  });

  it("makes the element's container as wide as the slider, or the dragged edge, says", async () => {
    const { page } = playground;
    const width = () => playground.element.evaluate((node) => node.clientWidth);
    await page.getByLabel("Width of its container").fill("320");
    assert.equal(await width(), 320);
    const handle = await page.locator(".handle").boundingBox();
    assert.ok(handle);
    await page.mouse.move(handle.x + 5, handle.y + 20);
    await page.mouse.down();
    await page.mouse.move(handle.x + 105, handle.y + 20, { steps: 4 });
    await page.mouse.up();
    assert.equal(await width(), 420);
    await page.mouse.move(handle.x + 300, handle.y + 20);
    assert.equal(await width(), 420, "the edge was let go");
    await page.getByRole("button", { name: "Fill the stage" }).click();
    assert.ok((await width()) > 420);
  });

  it("asks for the file of a theme, and says so when it is not there", async () => {
    const { page, frame } = playground;
    for (const [title, file] of [
      ["Plain", "plain"],
      ["Rounded", "rounded"],
      ["High contrast", "high-contrast"],
    ] as const) {
      await page.getByText(title, { exact: true }).click();
      const href = `/lightfield-uploader/themes/${file}.css`;
      assert.equal(await frame.locator("#theme").getAttribute("href"), href);
      assert.ok((await playground.snippet()).startsWith(`<link rel="stylesheet" href="${href}">\n`));
      const isThere = existsSync(root(`dist/themes/${file}.css`));
      await until("the file is there, or missed", async () => {
        const rules = await frame
          .locator("#theme")
          .evaluate((link) => (link as HTMLLinkElement).sheet?.cssRules.length);
        const note = (await page.locator("#theme-note").textContent()) ?? "";
        return isThere ? (rules ?? 0) > 0 && note === "" : note !== "";
      });
    }
    await page.locator("#reset").click();
    assert.equal(await page.locator("#theme-note").textContent(), "");
  });

  it("is found by its name or by what is said of it", async () => {
    const { page } = playground;
    await page.getByLabel("Find a setting").fill("lets nothing of the sort");
    await page.getByText("Nothing is called so.").waitFor();
    await page.getByLabel("Find a setting").fill("as for a FILE INPUT");
    assert.ok(await playground.control("attribute", "accept").isVisible());
    assert.ok(!(await playground.control("attribute", "multiple").isVisible()));
    await page.getByLabel("Find a setting").fill("");
    assert.ok(await playground.control("attribute", "multiple").isVisible());
  });
});

describe("the playground's event log", () => {
  it("tells of an upload, newest first, with its progress on one line", async () => {
    await playground.control("sample", "large").click();
    await until("the upload is done", async () => (await playground.count("upload-success")) === 1);
    await until("the log is drawn", async () =>
      (await playground.log).some((line) => line.includes("uploads-complete")),
    );
    const log = await playground.log;
    const happened = log.map((line) => /^\S+ (\S+)/.exec(line)?.[1]);
    assert.deepEqual(happened.slice(0, 8), [
      "uploads-complete",
      "change",
      "input",
      "upload-success",
      "upload-progress",
      "upload-start",
      "file-add",
      "addFiles(…)",
    ]);
    assert.match(log[3] ?? "", /minutes-of-the-year\.txt · MD5 [0-9a-f]{32}$/);
    assert.ok((await playground.count("upload-progress")) > 1);
    const stored = stage.emulator.files().find(({ filename }) => filename === "minutes-of-the-year.txt");
    assert.deepEqual([stored?.status, stored?.sizeBytes], ["COMPLETED", 30_000_000]);
  });

  it("is cleared", async () => {
    await playground.page.getByRole("button", { name: "Clear the log" }).click();
    assert.deepEqual(await playground.log, []);
    assert.equal(await playground.count("upload-success"), 0);
  });

  it("tells of what is refused and of calls", async () => {
    await playground.control("sample", "empty").click();
    await until("it was refused", async () => (await playground.count("file-reject")) === 1);
    await playground.control("method", "checkValidity").click();
    await until("it is told", async () => /checkValidity\(\) → true/.test((await playground.log)[0] ?? ""));
  });

  it("tells what a form would send", async () => {
    await playground.control("attribute", "name").fill("transcripts");
    await playground.control("sample", "vtt").click();
    await until("the upload is done", async () => (await playground.count("upload-success")) === 1);
    await playground.frame.getByRole("button", { name: "Send the form" }).click();
    const sent = () => playground.log.then((log) => log.find((line) => line.includes("submit ")));
    await until("it is told", async () => (await sent()) !== undefined);
    const [first] = stage.emulator.files().filter(({ filename }) => filename === "weekly.vtt");
    assert.match((await sent()) ?? "", new RegExp(`transcripts=${first?.id}`));
    await playground.page.locator("#reset").click();
  });
});

describe("the playground's buttons", () => {
  it("open the browser's own picker", async () => {
    const chosen = playground.page.waitForEvent("filechooser");
    await playground.control("method", "openPicker").click();
    assert.ok((await chosen).isMultiple());
  });

  it("add a thousand files, and stop them", async () => {
    await playground.control("attribute", "no-auto").check();
    await playground.control("sample", "thousand").click();
    const statuses = () =>
      playground.element.evaluate((node) => (node as LightfieldUploader).uploads.map(({ status }) => status));
    await until("they are on the list", async () => (await statuses()).length === 1000);
    await playground.control("method", "cancel").click();
    assert.deepEqual([...new Set(await statuses())], ["cancelled"]);
    await playground.control("method", "clear").click();
    assert.deepEqual(await statuses(), []);
    await playground.page.locator("#reset").click();
  });

  it("make the next upload fail, also one that is resumable", async () => {
    await playground.control("attribute", "endpoint").fill("/api/resumable");
    await playground.page.getByRole("button", { name: "Cut the connection" }).click();
    await playground.page.getByText("goes on with the rest").waitFor();
    await playground.page.getByRole("button", { name: "Take it back" }).click();
    await playground.page.locator("#reset").click();
  });
});

describe("the playground's address", () => {
  it("survives a reload, and is all that another visitor needs", async () => {
    await playground.control("attribute", "purpose").selectOption("meeting_transcript");
    await playground.control("attribute", "multiple").uncheck();
    await playground.control("token", "--lf-uploader-accent").fill("#aa0000");
    await playground.control("slot", "hint").check();
    await playground.control("event", "upload-error").check();
    await playground.page.getByText("Dark", { exact: true }).click();
    const snippet = await playground.snippet();
    await until("it is written down", () => playground.page.url().includes("stage.scheme=dark"));
    await playground.reload();
    assert.equal(await playground.snippet(), snippet);
    const { hash } = new URL(playground.page.url());
    const other = await PlaygroundPage.open(stage, { hash });
    assert.equal(await other.snippet(), snippet);
    assert.equal(await other.element.getAttribute("purpose"), "meeting_transcript");
    assert.equal(await other.element.getAttribute("multiple"), null);
    assert.equal(await other.style("browse-button", "background-color"), "rgb(170, 0, 0)");
    assert.equal(await other.control("attribute", "purpose").inputValue(), "meeting_transcript");
    assert.ok(await other.page.getByLabel("Dark").isChecked());
    await other.page.locator("#reset").click();
    await until("the address is as at first", () => new URL(other.page.url()).hash === "");
    await other.close();
  });

  it("brings nothing to life that somebody wrote into it", async () => {
    const evil = new URLSearchParams({
      accept: '"><img src=x onerror="parent.pwned = true">',
      "property.context": '{ "a": "</script><script>parent.pwned = true</script>" }',
      "--lf-uploader-font": "x; } </style><script>parent.pwned = true</script>",
      "stage.language": '"><script>parent.pwned = true</script>',
    });
    const other = await PlaygroundPage.open(stage, { hash: `#${evil}` });
    assert.equal(await other.element.getAttribute("accept"), evil.get("accept"));
    assert.equal(await other.page.evaluate(() => "pwned" in globalThis), false);
    assert.equal(await other.frame.locator("img").count(), 0);
    await other.close();
  });
});

describe("the playground's snippet", () => {
  it("works where it is pasted: it looks the same, and uploads a file", async (t) => {
    // The clipboard belongs to the browser: in the shared one another test may write to it.
    const browser = await launchBrowser();
    t.after(() => browser.close());
    const other = await PlaygroundPage.open(stage, { browser, permissions: ["clipboard-read", "clipboard-write"] });
    await other.control("attribute", "accept").fill('.vtt, .srt, "odd"');
    await other.control("attribute", "name").fill('a"b&amp;<i>');
    await other.control("token", "--lf-uploader-accent").fill("rgb(0, 90, 60)");
    await other.page.getByText("Rounded", { exact: true }).click();
    await other.control("slot", "heading").check();
    await other.control("property", "context").fill('{ "meeting": "</script><b>weekly" }');
    await other.control("property", "messages").fill('{ "browse": "Look for it" }');
    await other.control("event", "upload-success").check();
    const roundness = await other.style("drop-zone", "border-top-left-radius");
    await other.page.getByRole("button", { name: "Copy" }).click();
    await other.page.getByText("Copied.").waitFor();
    const pasted = await other.page.evaluate(() => navigator.clipboard.readText());
    assert.equal(pasted.trim(), (await other.snippet()).trim());

    const context = other.page.context();
    await context.clearPermissions();
    // A page that the demo serves like any other of its own: what is built is no part of the repository.
    const file = `pasted-${process.pid}.html`;
    const blank = root(`demo/dist/${file}`);
    t.after(() => rm(blank));
    const start =
      '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><style>:root { color-scheme: light dark }</style>';
    await writeFile(blank, start + pasted);
    const widget = await stage.open(`/assets/${file}`, context);
    const heard: string[] = [];
    widget.page.on("console", (message) => heard.push(message.text()));
    const onPage = widget.page.locator("lightfield-uploader");
    assert.equal(await onPage.getAttribute("accept"), '.vtt, .srt, "odd"');
    assert.equal(await onPage.getAttribute("name"), 'a"b&amp;<i>');
    await widget.page.getByText("Hand in your recordings").waitFor();
    const button = onPage.locator('[part="browse-button"]');
    assert.equal(await button.textContent(), "Look for it");
    assert.equal(await button.evaluate((node) => getComputedStyle(node).backgroundColor), "rgb(0, 90, 60)");
    const zone = onPage.locator('[part="drop-zone"]');
    assert.equal(await zone.evaluate((node) => getComputedStyle(node).borderTopLeftRadius), roundness);

    const source = await sourceFile(stage.sourceDir, "pasted.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\nHello.\n");
    const created = widget.page.waitForRequest((request) => request.method() === "POST");
    await widget.pick([source]);
    const { md5, fileId } = await widget.first({ status: "succeeded" });
    assert.equal(md5, await md5Of(source));
    assert.equal(stage.emulator.files().find(({ id }) => id === fileId)?.status, "COMPLETED");
    assert.deepEqual((await created).postDataJSON().context, { meeting: "</script><b>weekly" });
    await until("its listener has heard", () => heard.some((line) => line.startsWith("upload-success")));
    await other.close();
  });

  it("is selected where the browser lets nothing be copied, and that is said", async () => {
    const other = await PlaygroundPage.open(stage);
    // Grants nothing, which denies all.
    await other.page.context().grantPermissions([]);
    await other.page.getByRole("button", { name: "Copy" }).click();
    await other.page.getByText("does not let this page copy").waitFor();
    const selected = await other.page.evaluate(() => String(getSelection()));
    assert.equal(selected.trim(), (await other.snippet()).trim());
    await other.close();
  });
});

describe("an accessibility checker", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1280, 320]) {
      it(`finds nothing wrong with the playground in ${colorScheme}, ${width} px wide`, async () => {
        const other = await PlaygroundPage.open(stage, { colorScheme, viewport: { width, height: 800 } });
        await other.page.locator("details").evaluateAll((all) => all.map((one) => one.toggleAttribute("open", true)));
        for (const sample of ["vtt", "empty", "sign-in"]) await other.control("sample", sample).click();
        await other.control("token", "--lf-uploader-accent").fill("no colour");
        await until("files have arrived", async () => (await other.count("upload-success")) === 2);
        assert.deepEqual(await other.violations(), []);
        const overflow = await other.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${overflow} px too wide`);
        await other.close();
      });
    }
  }
});
