import { expect } from "@open-wc/testing";
import type { LightfieldUploader } from "../../../src/element/index.ts";
import { formStage, settled } from "../support/form-stage.ts";
import { button, findAll, focused, plain, shadow, text } from "../support/stage.ts";

const MD5 = "5eb63bbbe01eeed093cb22bb8f5acdc3";
const fileOf = (id: string, name = `${id}.vtt`) => ({ id, name, mimeType: "text/vtt", sizeBytes: 84_210, md5: MD5 });
const ONE = fileOf("fil_1", "one.vtt");
const TWO = fileOf("fil_2", "two.vtt");

async function restore(element: LightfieldUploader, ...files: readonly unknown[]): Promise<void> {
  element.formStateRestoreCallback(JSON.stringify(files), "restore");
  await settled(element);
}

const rowsOf = (element: LightfieldUploader) => findAll(element, "[part=restored-file]");

describe("files that the form holds after a return through the history", () => {
  it("are shown under a heading, each with its name, size and mark", async () => {
    const { element } = await formStage();
    await restore(element, ONE, { ...TWO, md5: null });
    expect(text(element, "[part=restored] [id=restored]")).to.equal("Uploaded earlier");
    expect(rowsOf(element).map((row) => plain(row.textContent ?? ""))).to.deep.equal([
      "one.vtt Uploaded and verified84.2 kB",
      "two.vtt Uploaded84.2 kB",
    ]);
    expect(element.matches(":state(has-files)")).to.equal(true);
  });

  it("are values, before those of this visit, and satisfy `required`", async () => {
    const { form, element, uploader, add } = await formStage("required");
    expect(form.checkValidity()).to.equal(false);
    await restore(element, ONE, TWO);
    expect(form.checkValidity()).to.equal(true);
    uploader.succeed(await add("three.vtt"));
    expect(element.value).to.deep.equal(["fil_1", "fil_2", "fil_u1"]);
    expect(new FormData(form).getAll("transcript")).to.deep.equal(["fil_1", "fil_2", "fil_u1"]);
  });

  it("can be removed one by one, which changes the value", async () => {
    const { form, element } = await formStage();
    await restore(element, ONE, TWO);
    const heard: string[] = [];
    for (const type of ["input", "change"]) form.addEventListener(type, () => heard.push(type));
    const remove = button(element, "Remove one.vtt from the list");
    remove.focus();
    remove.click();
    expect(heard).to.deep.equal(["input", "change"]);
    expect(new FormData(form).getAll("transcript")).to.deep.equal(["fil_2"]);
    await settled(element);
    expect(focused(element) === button(element, "Remove two.vtt from the list"), "the focus").to.equal(true);
    button(element, "Remove two.vtt from the list").click();
    await settled(element);
    expect(element.value).to.deep.equal([]);
    expect(focused(element)?.part.contains("browse-button")).to.equal(true);
  });

  it("fire no change when they are restored", async () => {
    const { form, element, uploader, add } = await formStage();
    const heard: string[] = [];
    for (const type of ["input", "change"]) form.addEventListener(type, () => heard.push(type));
    await restore(element, ONE);
    uploader.fail(await add("two.vtt"), "network");
    element.remove("u1");
    await settled(element);
    expect(heard).to.deep.equal([]);
  });

  it("are removed by a reset of the form, and by clear", async () => {
    const { form, element } = await formStage();
    await restore(element, ONE);
    form.reset();
    await settled(element);
    expect([element.value.length, rowsOf(element).length]).to.deep.equal([0, 0]);
    expect(new FormData(form).has("transcript")).to.equal(false);
    await restore(element, ONE);
    let changes = 0;
    form.addEventListener("change", () => changes++);
    element.clear();
    await settled(element);
    expect([element.value.length, changes]).to.deep.equal([0, 1]);
  });

  it("are replaced by the next file where only one is allowed", async () => {
    const { form, element, uploader, add } = await formStage();
    element.multiple = false;
    await restore(element, ONE, TWO);
    expect(element.value).to.deep.equal(["fil_1"]);
    const id = await add("three.vtt");
    expect(rowsOf(element).length).to.equal(0);
    uploader.succeed(id);
    expect(new FormData(form).getAll("transcript")).to.deep.equal(["fil_u1"]);
  });

  it("stay where only one is allowed when the next file is refused", async () => {
    const { element, uploader, add } = await formStage();
    element.multiple = false;
    uploader.configure({ accept: ".vtt" });
    await restore(element, ONE);
    await add("photo.png");
    expect(element.value).to.deep.equal(["fil_1"]);
  });

  it("count towards the limit of the list, and the page's own limit is reported", async () => {
    const { element } = await formStage(`max-files="3"`);
    element.uploader = null;
    element.noAuto = true;
    element.endpoint = "/uploads";
    await restore(element, ONE, TWO);
    const limits: unknown[] = [];
    element.addEventListener("file-reject", ({ detail }) => limits.push([detail.code, detail.limit]));
    await element.addFiles(["a.vtt", "b.vtt"].map((name) => new File(["x"], name)));
    await settled(element);
    expect(element.uploads.map(({ name }) => name)).to.deep.equal(["a.vtt"]);
    expect(limits).to.deep.equal([["too-many", 3]]);
    expect(text(element, ".hint")).to.contain("3 files at most");
  });

  it("are not restored without a name, nor by autofill", async () => {
    const { element } = await formStage();
    element.formStateRestoreCallback(JSON.stringify([ONE]), "autocomplete");
    element.name = "";
    await restore(element, ONE);
    element.name = "transcript";
    expect(element.value).to.deep.equal([]);
  });

  it("are only the valid entries, because the state may come from another script", async () => {
    const { element } = await formStage();
    const nonsense = [
      null,
      7,
      "fil_9",
      {},
      [],
      { ...ONE, id: "" },
      { ...ONE, id: 3 },
      { ...ONE, name: null },
      { ...ONE, sizeBytes: -1 },
      { ...ONE, sizeBytes: "12" },
      { ...ONE, mimeType: undefined },
    ];
    await restore(element, ...nonsense, { ...TWO, md5: "<b>" }, TWO);
    expect(element.value).to.deep.equal(["fil_2"]);
    for (const state of ["", "{", "null", "{}", '"x"', null, undefined, 5, new FormData()]) {
      element.formStateRestoreCallback(state, "restore");
      expect(element.value).to.deep.equal([]);
    }
  });

  it("show markup in names as text", async () => {
    const { element } = await formStage();
    await restore(element, fileOf("fil_1", "<img src=x onerror=alert(1)>.vtt"));
    expect(shadow(element).querySelector("[part=restored] img")).to.equal(null);
    expect(plain(rowsOf(element)[0]?.textContent ?? "")).to.contain("<img src=x onerror=alert(1)>.vtt");
  });

  it("are counted, and not all shown, when there are very many", async () => {
    const { element } = await formStage();
    await restore(element, ...Array.from({ length: 250 }, (_, index) => fileOf(`fil_${index}`)));
    expect(element.value.length).to.equal(250);
    expect(rowsOf(element).length).to.equal(100);
    expect(text(element, "[part=restored] .note")).to.equal("and 150 more");
  });
});
