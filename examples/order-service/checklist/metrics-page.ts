/** `/metrics` in Prometheus' text format 0.0.4: https://prometheus.io/docs/instrumenting/exposition_formats/ */
import type { Fault } from './fault.ts';

interface Family {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  /** Suffix and labels, and the value. */
  readonly samples: readonly (readonly [string, number])[];
}

/** Figures are made up and do not move: a checklist is to give the same answer twice. */
export function metricsPage(version: string, fault?: Fault): string {
  if (fault === 'metrics') return '';
  return [...counters(), ...gauges(version, fault)].map(textOf).join('');
}

function counters(): Family[] {
  const service = 'service="order-service"';
  return [
    {
      name: 'http_requests_total',
      type: 'counter',
      help: 'Requests answered, by code.',
      samples: [
        [`{${service},code="200"}`, 2_591_480],
        [`{${service},code="400"}`, 2_074],
        [`{${service},code="500"}`, 518],
      ],
    },
    {
      name: 'http_request_duration_seconds',
      type: 'histogram',
      help: 'Time to answer a request.',
      samples: [
        [`_bucket{${service},le="0.05"}`, 2_100_412],
        [`_bucket{${service},le="0.1"}`, 2_490_117],
        [`_bucket{${service},le="0.5"}`, 2_593_800],
        [`_bucket{${service},le="+Inf"}`, 2_594_072],
        [`_sum{${service}}`, 103_762.9],
        [`_count{${service}}`, 2_594_072],
      ],
    },
    {
      name: 'cache_requests_total',
      type: 'counter',
      help: 'Look-ups in Redis, by result.',
      samples: [
        [`{${service},result="hit"}`, 2_255_110],
        [`{${service},result="miss"}`, 336_970],
      ],
    },
  ];
}

function gauges(version: string, fault: Fault | undefined): Family[] {
  const day = `{version="${version}",window="24h"}`;
  const month = `{version="${version}",window="30d"}`;
  const either = (name: Fault, wrong: number, right: number) => (fault === name ? wrong : right);
  const gauge = (name: string, help: string, samples: Family['samples']): Family => ({
    name,
    type: 'gauge',
    help,
    samples,
  });
  return [
    gauge('build_info', 'The release that answers.', [[`{version="${version}"}`, 1]]),
    gauge('schema_migration_version', 'Newest migration that is applied.', [['', either('schema', 15, 16)]]),
    gauge('db_pool_used_share', 'Share of the pool that is in use.', [['{service="order-service"}', 0.31]]),
    gauge('kafka_consumer_lag', 'Messages not yet read.', [['{group="order-service"}', 12]]),
    gauge('slo_error_ratio', 'Share of requests that failed.', [
      [day, either('errors-24h', 0.004, 0.0002)],
      [month, either('errors-30d', 0.0021, 0.0003)],
    ]),
    gauge('slo_latency_p95_seconds', 'The 95th percentile of the time to answer.', [
      [day, either('latency-24h', 0.31, 0.091)],
      [month, either('latency-30d', 0.14, 0.087)],
    ]),
    gauge('slo_availability_ratio', 'Share of probes that were answered.', [
      [day, either('availability-24h', 0.9931, 0.9998)],
      [month, either('availability-30d', 0.9984, 0.9996)],
    ]),
    gauge('slo_cache_hit_ratio', 'Share of look-ups that Redis answered.', [[month, either('cache', 0.52, 0.87)]]),
    gauge('slo_critical_alerts', 'Critical alerts that fired.', [[day, either('critical-alerts', 2, 0)]]),
  ];
}

function textOf({ name, type, help, samples }: Family): string {
  const lines = samples.map(([suffix, value]) => `${name}${suffix} ${value}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}
