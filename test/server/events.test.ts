import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { metrics as otel } from "@opentelemetry/api";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import { Registry } from "prom-client";
import { openTelemetryMetrics } from "../../demo/recipes/metrics-opentelemetry.ts";
import { prometheusMetrics } from "../../demo/recipes/metrics-prometheus.ts";
import {
  eventsToMetrics,
  healthz,
  METRICS,
  type MetricLabels,
  type Metrics,
  readyz,
  type ServerEvent,
} from "../../src/server/index.ts";
import { CREATED, FILE, NEW_FILE, startUpstream, type Upstream } from "./scripted-upstream.ts";
import { createLab, get, type Lab, PAGE, post, proof } from "./support.ts";

describe("what the endpoint tells logs and metrics", () => {
  let upstream: Upstream;
  let lab: Lab;
  let events: ServerEvent[];

  before(async () => {
    upstream = await startUpstream();
    lab = createLab(() => upstream, {
      authorize: () => ({ subject: "ada" }),
      onEvent: (event) => events.push(event),
    });
  });
  after(() => upstream.close());
  beforeEach(() => {
    events = [];
    upstream.received.length = 0;
    lab.logged.length = 0;
  });
  afterEach(() => lab.assertNothingLeaked());

  it("names the call, the user, the file, the status and how long it took", async () => {
    upstream.answer({ json: CREATED, headers: { "x-request-id": "lf-77" } });
    const { headers } = await lab.ask(post("", NEW_FILE, { "x-request-id": "proxy-5" }));
    const [up, call, ...rest] = events;
    assert.deepEqual(rest, []);
    assert.ok(up?.type === "upstream" && call?.type === "call");
    const { durationMs: upstreamMs, ...upstreamFields } = up;
    const { durationMs, ...fields } = call;
    assert.ok(upstreamMs >= 0 && durationMs >= upstreamMs);
    assert.deepEqual(upstreamFields, {
      type: "upstream",
      requestId: "proxy-5",
      lightfieldRequestId: "lf-77",
      operation: "POST /files",
      attempt: 1,
      status: 200,
    });
    assert.deepEqual(fields, {
      type: "call",
      requestId: "proxy-5",
      action: "create",
      fileId: "fil_1",
      subject: "ada",
      status: 200,
      code: null,
    });
    assert.deepEqual([headers.get("x-request-id"), headers.get("x-lightfield-request-id")], ["proxy-5", "lf-77"]);
    assert.equal(upstream.received[0]?.headers["x-request-id"], "proxy-5");
  });

  it("makes an id for a request without one, and for one whose id is no id", async () => {
    upstream.answer({ json: FILE });
    const ids = new Set<string | null>();
    for (const given of [{}, { "x-request-id": "a b" }, { "x-request-id": "x".repeat(129) }]) {
      const { headers } = await lab.ask(get("/fil_1", { ...given, ...(await proof({ subject: "ada" })) }));
      ids.add(headers.get("x-request-id"));
    }
    assert.equal(ids.size, 3);
    for (const id of ids) assert.match(id ?? "", /^[0-9a-f-]{36}$/);
  });

  it("counts each attempt, and names code and ids of a failure, also in the log", async () => {
    const failure = { status: 503, json: { error: { type: "service_unavailable", message: "Later." } } };
    upstream.answer({ ...failure, headers: { "request-id": "lf-1" } }, "disconnect", {
      ...failure,
      headers: { "request-id": "lf-3", "retry-after": "60" },
    });
    const { status } = await lab.ask(post("/fil_1/cancel", {}, await proof({ subject: "ada" })), { retryForMs: 9000 });
    assert.equal(status, 503);
    assert.deepEqual(
      events.map((event) => (event.type === "upstream" ? [event.operation, event.attempt, event.status] : event.type)),
      [
        ["POST /files/{id}/cancel", 1, 503],
        ["POST /files/{id}/cancel", 2, null],
        ["POST /files/{id}/cancel", 3, 503],
        "call",
      ],
    );
    const call = events.at(-1);
    assert.ok(call?.type === "call");
    assert.deepEqual([call.action, call.fileId, call.code], ["cancel", "fil_1", "service_unavailable"]);
    assert.match(lab.logged.join(), new RegExp(`\\[request ${call.requestId}, at Lightfield lf-3\\]`));
  });

  it("reports refusals before any call, and is not disturbed by a listener that throws", async () => {
    const foreign = { origin: "https://other.example", "sec-fetch-site": "cross-site" };
    await lab.ask(post("", NEW_FILE, foreign));
    await lab.ask(get("/fil_1/nothing"));
    assert.deepEqual(
      events.map((event) => (event.type === "call" ? [event.action, event.status, event.code] : event.type)),
      [
        [null, 403, "origin_not_allowed"],
        [null, 404, "not_found"],
      ],
    );
    upstream.answer({ json: CREATED });
    const onEvent = () => {
      throw new Error("the listener's fault");
    };
    assert.equal((await lab.ask(post("", NEW_FILE, { origin: PAGE }), { onEvent })).status, 200);
  });
});

/** One event of each kind. */
const EVENTS: readonly ServerEvent[] = [
  {
    type: "call",
    requestId: "r",
    action: "create",
    fileId: "fil_1",
    subject: "ada",
    status: 200,
    code: null,
    durationMs: 20,
  },
  {
    type: "upstream",
    requestId: "r",
    lightfieldRequestId: null,
    operation: "POST /files",
    attempt: 1,
    status: null,
    durationMs: 10,
  },
  {
    type: "relay",
    requestId: "r",
    method: "PATCH",
    fileId: "fil_1",
    status: 503,
    code: "relay_closing",
    offset: null,
    durationMs: 500,
  },
  {
    type: "relay",
    requestId: "r",
    method: "BREW",
    fileId: null,
    status: 405,
    code: "method_not_allowed",
    offset: null,
    durationMs: 1,
  },
  { type: "delivery", fileId: "fil_1", outcome: "stored", way: "through", why: null, sizeBytes: 4096, durationMs: 100 },
  { type: "delivery", fileId: "fil_1", outcome: "later", way: "stored", why: "503", sizeBytes: 4096, durationMs: 100 },
];

describe("metrics", () => {
  it("have only labels that are declared, and with few values", () => {
    const seen = new Map<string, MetricLabels[]>();
    const note: Metrics["add"] = (name, _amount, labels) => {
      seen.set(name, [...(seen.get(name) ?? []), labels]);
    };
    EVENTS.forEach(eventsToMetrics({ add: note, observe: note }));
    assert.deepEqual([...seen.keys()].sort(), Object.keys(METRICS).sort());
    for (const [name, given] of seen) {
      for (const labels of given) assert.deepEqual(Object.keys(labels), METRICS[name as keyof typeof METRICS].labels);
    }
    assert.ok(!JSON.stringify([...seen.values()]).match(/fil_1|ada|BREW/));
  });

  it("reach Prometheus through the recipe", async () => {
    const register = new Registry();
    EVENTS.forEach(eventsToMetrics(prometheusMetrics(register)));
    const text = await register.metrics();
    for (const line of [
      'lightfield_uploader_calls_total{action="create",status="200",code="none"} 1',
      'lightfield_uploader_upstream_requests_total{operation="POST /files",status="none"} 1',
      'lightfield_uploader_relay_requests_total{method="PATCH",status="503",code="relay_closing"} 1',
      'lightfield_uploader_delivered_bytes_total{way="through"} 4096',
      'lightfield_uploader_delivery_seconds_count{way="stored"} 1',
      'lightfield_uploader_relay_request_seconds_sum{method="PATCH"} 0.5',
    ]) {
      assert.ok(text.includes(line), `${line} is not in\n${text}`);
    }
  });

  it("reach OpenTelemetry through the recipe", async (context) => {
    const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
    const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 60_000 });
    const provider = new MeterProvider({ readers: [reader] });
    otel.setGlobalMeterProvider(provider);
    context.after(() => provider.shutdown());
    EVENTS.forEach(eventsToMetrics(openTelemetryMetrics()));
    await reader.forceFlush();
    const exported = exporter
      .getMetrics()
      .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics }) => metrics));
    assert.deepEqual(exported.map(({ descriptor }) => descriptor.name).sort(), Object.keys(METRICS).sort());
    const bytes = exported.find(({ descriptor }) => descriptor.name === "lightfield_uploader_delivered_bytes_total");
    assert.deepEqual(
      bytes?.dataPoints.map(({ value, attributes }) => [value, attributes]),
      [[4096, { way: "through" }]],
    );
  });
});

describe("probes", () => {
  it("report that the process lives, whatever else is down", async () => {
    assert.deepEqual([healthz().status, await healthz().json()], [200, { status: "ok" }]);
  });

  it("report what is not ready, and survive a check that fails", async () => {
    const fine = { ready: async () => ({ isReady: true, problems: [] }) };
    const down = { ready: async () => ({ isReady: false, problems: ["No database."] }) };
    const broken = { ready: async () => Promise.reject(new Error("boom")) };
    assert.equal((await readyz()).status, 200);
    assert.equal((await readyz(fine)).status, 200);
    const reply = await readyz(fine, down, broken);
    assert.deepEqual(
      [reply.status, await reply.json()],
      [503, { status: "not ready", problems: ["No database.", "boom"] }],
    );
    assert.equal(reply.headers.get("cache-control"), "no-store");
  });
});
