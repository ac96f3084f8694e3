import type { ServerEvent } from "./events.ts";

export type MetricLabels = Readonly<Record<string, string>>;

/** What a metrics library has to do. `demo/recipes` has it for prom-client and for OpenTelemetry. */
export interface Metrics {
  /** Adds to a counter. */
  add(name: MetricName, amount: number, labels: MetricLabels): void;
  /** Records one value of a distribution, in seconds. */
  observe(name: MetricName, value: number, labels: MetricLabels): void;
}

interface MetricDefinition {
  readonly kind: "counter" | "seconds";
  readonly help: string;
  readonly labels: readonly string[];
}

/** All metrics, for libraries in which each has to be declared. Labels have few values: no file, user or request. */
export const METRICS = {
  lightfield_uploader_calls_total: {
    kind: "counter",
    help: "Calls of browsers that the token endpoint has answered.",
    labels: ["action", "status", "code"],
  },
  lightfield_uploader_call_seconds: {
    kind: "seconds",
    help: "Duration of a browser's call, Lightfield included.",
    labels: ["action"],
  },
  lightfield_uploader_upstream_requests_total: {
    kind: "counter",
    help: "Requests to Lightfield, repetitions included; status is none if there was no response.",
    labels: ["operation", "status"],
  },
  lightfield_uploader_upstream_seconds: {
    kind: "seconds",
    help: "Duration of a request to Lightfield.",
    labels: ["operation"],
  },
  lightfield_uploader_relay_requests_total: {
    kind: "counter",
    help: "Requests of the tus protocol that the relay has answered.",
    labels: ["method", "status", "code"],
  },
  lightfield_uploader_relay_request_seconds: {
    kind: "seconds",
    help: "Duration of a request to the relay, the transfer of its body included.",
    labels: ["method"],
  },
  lightfield_uploader_deliveries_total: {
    kind: "counter",
    help: "Files that the relay has sent to storage, or has tried to.",
    labels: ["outcome", "way"],
  },
  lightfield_uploader_delivered_bytes_total: {
    kind: "counter",
    help: "Bytes of the files that storage has accepted from the relay.",
    labels: ["way"],
  },
  lightfield_uploader_delivery_seconds: {
    kind: "seconds",
    help: "Duration of sending a file from the relay to storage.",
    labels: ["way"],
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;

export type MetricName = keyof typeof METRICS;

/** Creates an `onEvent` that counts and measures. Give the same to the endpoint and to the relay. */
export function eventsToMetrics(metrics: Metrics): (event: ServerEvent) => void {
  return (event) => {
    switch (event.type) {
      case "call": {
        const action = event.action ?? "none";
        metrics.add("lightfield_uploader_calls_total", 1, { action, ...resultOf(event) });
        return metrics.observe("lightfield_uploader_call_seconds", event.durationMs / 1000, { action });
      }
      case "upstream": {
        const { operation } = event;
        const status = String(event.status ?? "none");
        metrics.add("lightfield_uploader_upstream_requests_total", 1, { operation, status });
        return metrics.observe("lightfield_uploader_upstream_seconds", event.durationMs / 1000, { operation });
      }
      case "relay": {
        const method = TUS_METHODS.has(event.method) ? event.method : "other";
        metrics.add("lightfield_uploader_relay_requests_total", 1, { method, ...resultOf(event) });
        return metrics.observe("lightfield_uploader_relay_request_seconds", event.durationMs / 1000, { method });
      }
      case "delivery": {
        const { outcome, way } = event;
        metrics.add("lightfield_uploader_deliveries_total", 1, { outcome, way });
        if (outcome === "stored") metrics.add("lightfield_uploader_delivered_bytes_total", event.sizeBytes, { way });
        return metrics.observe("lightfield_uploader_delivery_seconds", event.durationMs / 1000, { way });
      }
    }
  };
}

/** Methods of the protocol. Clients could send any other word, and each would be a label of its own. */
const TUS_METHODS: ReadonlySet<string> = new Set(["POST", "HEAD", "PATCH", "DELETE", "OPTIONS"]);

function resultOf({ status, code }: { readonly status: number; readonly code: string | null }): MetricLabels {
  return { status: String(status), code: code ?? "none" };
}
