import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findRoute } from "../../../src/server/endpoint/route.ts";

describe("the call of a path", () => {
  const cases: [method: string, path: string, action: string, fileId?: string][] = [
    ["POST", "/api/uploads", "create"],
    ["POST", "/api/uploads/", "create"],
    ["GET", "/api/uploads", "list"],
    ["GET", "/api/uploads/fil_1", "retrieve", "fil_1"],
    ["POST", "/api/uploads/fil_1/complete", "complete", "fil_1"],
    ["POST", "/api/uploads/fil_1/cancel", "cancel", "fil_1"],
    ["GET", "/api/uploads/fil_1/url", "url", "fil_1"],
  ];
  for (const basePath of ["/api/uploads", null]) {
    const mounted = basePath === null ? "without basePath" : "with basePath";
    for (const [method, path, action, fileId] of cases) {
      it(`${mounted}, ${method} ${path} is ${action}`, () => {
        assert.deepEqual(findRoute(method, path, basePath), fileId ? { action, fileId } : { action });
      });
    }

    for (const path of ["/api/uploads/fil_1/burn", "/api/uploads/%2e%2e/complete", "/api/uploads/fil_1/a/url"]) {
      it(`${mounted}, ${path} is not found`, () => {
        assert.throws(() => findRoute("POST", path, basePath), { status: 404 });
      });
    }

    it(`${mounted}, a wrong method gets the allowed ones`, () => {
      assert.throws(() => findRoute("DELETE", "/api/uploads", basePath), {
        status: 405,
        headers: { allow: "POST, GET, OPTIONS" },
      });
      assert.throws(() => findRoute("GET", "/api/uploads/fil_1/cancel", basePath), {
        status: 405,
        headers: { allow: "POST, OPTIONS" },
      });
    });
  }

  it("a basePath refuses all other paths", () => {
    assert.throws(() => findRoute("POST", "/api/uploads-of-others", "/api/uploads"), { status: 404 });
    assert.throws(() => findRoute("POST", "/api/uploads/constructor", "/api/uploads"), { status: 405 });
  });
});
