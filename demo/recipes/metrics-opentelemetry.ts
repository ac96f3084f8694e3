/**
 * Metrics for OpenTelemetry. Needs `npm install @opentelemetry/api` and an SDK that your program sets up.
 *
 *     const onEvent = eventsToMetrics(openTelemetryMetrics());   // for createTokenEndpoint and createRelay
 */
import { type Counter, type Histogram, metrics } from "@opentelemetry/api";
import { METRICS, type MetricName, type Metrics } from "lightfield-uploader/server";

export function openTelemetryMetrics(): Metrics {
  const meter = metrics.getMeter("lightfield-uploader");
  const counters = new Map<MetricName, Counter>();
  const histograms = new Map<MetricName, Histogram>();
  for (const name of Object.keys(METRICS) as MetricName[]) {
    const { kind, help: description } = METRICS[name];
    if (kind === "counter") counters.set(name, meter.createCounter(name, { description }));
    else histograms.set(name, meter.createHistogram(name, { description, unit: "s" }));
  }
  return {
    add: (name, amount, labels) => counters.get(name)?.add(amount, labels),
    observe: (name, value, labels) => histograms.get(name)?.record(value, labels),
  };
}
