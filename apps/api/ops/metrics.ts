import type { Outcome } from '#platform/runtime/handle/outcome';
import type { Attributes, Counter, Histogram } from '@opentelemetry/api';
import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import type { Network } from '../network';

const SERVICE = resourceFromAttributes({ 'service.name': 'rpn' });

/** What is measured while the server runs, in OpenTelemetry's names where it has some. */
export class Metrics {
  private readonly reader = new PrometheusExporter({ preventServerStart: true });
  private readonly serializer = new PrometheusSerializer();
  private readonly provider = new MeterProvider({ readers: [this.reader], resource: SERVICE });
  private readonly durations: Histogram;
  private readonly commands: Counter;

  constructor({ projections, store }: Pick<Network, 'projections' | 'store'>) {
    const meter = this.provider.getMeter('rpn');
    this.durations = meter.createHistogram('http.server.request.duration', {
      description: 'Seconds from the request to the end of its reply.',
      unit: 's',
      advice: { explicitBucketBoundaries: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] },
    });
    this.commands = meter.createCounter('rpn.commands', { description: 'Commands by name and outcome.' });
    meter
      .createObservableGauge('rpn.log.sequence', { description: 'The last event of the log.' })
      .addCallback(async (gauge) => gauge.observe((await store.head()).sequence));
    meter
      .createObservableGauge('rpn.projection.lag', { description: 'Events behind the log.' })
      .addCallback(async (gauge) => {
        for (const { view, version, lag } of await projections.status()) gauge.observe(lag, { view, version });
      });
  }

  /** One request, by route pattern (never by address: that would be a series for every id), method and status. */
  requestDone(seconds: number, attributes: Attributes): void {
    this.durations.record(seconds, attributes);
  }

  commandDone(command: string, outcome: Outcome): void {
    const refused = 'refused' in outcome && outcome.refused;
    this.commands.add(1, { command, outcome: refused ? 'refused' : outcome.kind });
  }

  /** The Prometheus text of this moment. */
  async text(): Promise<string> {
    const { resourceMetrics } = await this.reader.collect();
    return this.serializer.serialize(resourceMetrics);
  }

  async close(): Promise<void> {
    await this.provider.shutdown();
  }
}
