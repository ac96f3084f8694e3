import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { FILE, startUpstream, type Upstream } from "../scripted-upstream.ts";
import { createLab, get, type Lab, post, proof } from "../support.ts";

const file = (id: string, status = "COMPLETED") => ({ ...FILE, id, status, expiresAt: null });

interface Listed {
  id: string;
  token: string;
}

describe("reading files through the endpoint", () => {
  let upstream: Upstream;
  let lab: Lab;
  /** Ids that each user may read, as a host would store them. */
  const records: Record<string, string[]> = { ada: ["fil_a3", "fil_a2", "fil_a1"], bob: ["fil_b1"] };
  const own = {
    authorize: (request: Request) => {
      const subject = request.headers.get("x-user") ?? "";
      const mine = records[subject] ?? [];
      const ids = ({ limit, offset }: { limit: number; offset: number }) => ({
        ids: mine.slice(offset, offset + limit),
        totalCount: mine.length,
      });
      return { subject, reads: { ids } };
    },
  };
  const all = { authorize: () => ({ subject: "admin", reads: true }) };
  const as = (user: string) => ({ "x-user": user });
  const asked = () => upstream.received.map(({ method, url }) => `${method} ${url}`);

  before(async () => {
    upstream = await startUpstream();
  });
  after(() => upstream.close());
  afterEach(() => lab.assertNothingLeaked());
  beforeEach(() => {
    upstream.received.length = 0;
    upstream.answer(({ url }) => {
      const id = /fil_\w+/.exec(url)?.[0];
      if (url.endsWith("/url"))
        return { json: { url: "https://storage.example/get?sig=1", expiresAt: FILE.createdAt } };
      if (id === "fil_a2") return { status: 404, json: { error: { type: "not_found", message: "Gone." } } };
      if (id) return { json: file(id) };
      return { json: { object: "list", data: [file("fil_a1"), file("fil_b1", "PENDING")], totalCount: 70 } };
    });
    lab = createLab(() => upstream);
  });

  async function list(options: Parameters<Lab["ask"]>[1], headers: Record<string, string> = {}, query = "") {
    const reply = await lab.ask(get(query, headers), options);
    assert.equal(reply.status, 200, reply.text);
    return { data: reply.json.data as Listed[], totalCount: reply.json.totalCount };
  }
  const tokenOf = (files: readonly Listed[], id: string) => ({
    "x-lightfield-file-token": files.find((listed) => listed.id === id)?.token ?? "",
  });

  it("is refused unless it is granted, also with the user's own token; querying an own upload is allowed", async () => {
    const owner = await proof({ subject: "" });
    assert.equal((await lab.ask(get("", owner))).status, 403);
    assert.equal((await lab.ask(get("/fil_1/url", owner))).status, 403);
    assert.deepEqual(asked(), []);
    assert.equal((await lab.ask(get("/fil_1", owner))).status, 200);
  });

  it("is refused for values of a wrong type", async () => {
    for (const reads of ["yes", 1, null]) {
      const options = { authorize: () => ({ reads: reads as unknown as true }) };
      assert.equal((await lab.ask(get(""), options)).status, 403, String(reads));
    }
  });

  it("lists the files of the host's records, each retrieved by its id; missing ones are left out", async () => {
    const { data, totalCount } = await list(own, as("ada"));
    assert.deepEqual([data.map(({ id }) => id), totalCount], [["fil_a3", "fil_a1"], 3]);
    assert.deepEqual(asked().sort(), ["GET /v1/files/fil_a1", "GET /v1/files/fil_a2", "GET /v1/files/fil_a3"]);
  });

  it("pages through the host's records", async () => {
    assert.deepEqual(
      (await list(own, as("ada"), "?limit=1&offset=2")).data.map(({ id }) => id),
      ["fil_a1"],
    );
  });

  it("opens a file of the list with its token, and allows its user to cancel it", async () => {
    const { data } = await list(own, as("ada"));
    const token = { ...as("ada"), ...tokenOf(data, "fil_a1") };
    assert.equal((await lab.ask(get("/fil_a1", token), own)).status, 200);
    assert.equal((await lab.ask(get("/fil_a1/url", token), own)).json.url, "https://storage.example/get?sig=1");
    assert.equal((await lab.ask(post("/fil_a1/cancel", {}, token), own)).status, 200);
  });

  it("does not complete with a token of a list, which does not hold the upload's context", async () => {
    const { data } = await list(own, as("ada"));
    const token = { ...as("ada"), ...tokenOf(data, "fil_a1") };
    assert.equal((await lab.ask(post("/fil_a1/complete", {}, token), own)).json.error?.code, "token_invalid");
  });

  it("does not open another user's file without a token, with that user's token, or with one of another file", async () => {
    const { data: mine } = await list(own, as("ada"));
    const { data: others } = await list(own, as("bob"));
    upstream.received.length = 0;
    for (const path of ["/fil_b1", "/fil_b1/url"]) {
      assert.equal((await lab.ask(get(path, as("ada")), own)).status, 401);
      assert.equal((await lab.ask(get(path, { ...as("ada"), ...tokenOf(others, "fil_b1") }), own)).status, 403);
      assert.equal((await lab.ask(get(path, { ...as("ada"), ...tokenOf(mine, "fil_a1") }), own)).status, 403);
    }
    assert.deepEqual(asked(), []);
  });

  it("lists the whole workspace without a token for users who may read all", async () => {
    const { data, totalCount } = await list(all, {}, "?limit=2&offset=4");
    assert.deepEqual([data.map(({ id }) => id), totalCount], [["fil_a1", "fil_b1"], 70]);
    assert.deepEqual(asked(), ["GET /v1/files?limit=2&offset=4"]);
    assert.equal((await lab.ask(get("/fil_b1"), all)).status, 200);
    assert.equal((await lab.ask(get("/fil_b1/url"), all)).status, 200);
  });

  it("does not allow readers to cancel uploads of others, unless the host grants it", async () => {
    const { data } = await list(all);
    assert.equal((await lab.ask(post("/fil_b1/cancel", {}, tokenOf(data, "fil_b1")), all)).status, 403);
    assert.equal((await lab.ask(post("/fil_b1/cancel", {}), all)).status, 401);
    const any = { authorize: () => ({ subject: "admin", reads: true, cancels: "any" as const }) };
    const { data: again } = await list(any);
    assert.equal((await lab.ask(post("/fil_b1/cancel", {}, tokenOf(again, "fil_b1")), any)).status, 200);
    assert.equal((await lab.ask(post("/fil_b1/complete", {}, tokenOf(again, "fil_b1")), any)).status, 403);
  });
});
