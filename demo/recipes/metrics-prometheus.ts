/**
 * Metrics for Prometheus. Needs `npm install prom-client`.
 *
 *     const onEvent = eventsToMetrics(prometheusMetrics(register));   // for createTokenEndpoint and createRelay
 *     // GET /metrics: res.setHeader("content-type", register.contentType); res.end(await register.metrics());
 */
import { METRICS, type MetricName, type Metrics } from "lightfield-uploader/server";
import { Counter, Histogram, type Registry } from "prom-client";

/** Limits of the histograms' classes in seconds: from a short call to the upload of a large file. */
const BUCKETS = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60, 300, 1800];

export function prometheusMetrics(register: Registry): Metrics {
  const counters = new Map<MetricName, Counter>();
  const histograms = new Map<MetricName, Histogram>();
  for (const name of Object.keys(METRICS) as MetricName[]) {
    const { kind, help, labels } = METRICS[name];
    const definition = { name, help, labelNames: [...labels], registers: [register] };
    if (kind === "counter") counters.set(name, new Counter(definition));
    else histograms.set(name, new Histogram({ ...definition, buckets: BUCKETS }));
  }
  return {
    add: (name, amount, labels) => counters.get(name)?.inc(labels, amount),
    observe: (name, value, labels) => histograms.get(name)?.observe(labels, value),
  };
}
