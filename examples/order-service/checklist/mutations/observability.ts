/** Phase 5, and the 24 hours behind a deployment. */
import { changed, faulty } from '../mutation.ts';

const phase = 'фаза-5-мониторинг-и-observability';
const day = '-мониторинг-после-deployment';

export const observability = [
  ...faulty(
    ['prometheus-метрики-экспортируются', 'metrics'],
    ['latency-p95-100ms', 'latency-30d'],
    [`${phase}/error-rate-01`, 'errors-30d'],
    [`${phase}/availability-999`, 'availability-30d'],
    ['cache-hit-rate-70', 'cache'],
    ['latency-p95-100ms', 'version'],
    [`${day}/error-rate-01`, 'errors-24h'],
    ['latency-p95-200ms', 'latency-24h'],
    [`${day}/availability-999`, 'availability-24h'],
    ['нет-критических-алертов', 'critical-alerts'],
  ),
  ...changed('config/grafana/provisioning.yml', [
    'grafana-дашборды-импортированы',
    'path: config/grafana/dashboards',
    'path: config/grafana/old',
  ]),
  ...changed('config/grafana/dashboards/embedding_service_advanced.json', [
    'configgrafanadashboardsembedding_service_advancedjson',
    '"sum by (reason) (rate(embedding_errors_total[5m]))"',
    '""',
  ]),
  ...changed('config/grafana/dashboards/llm_gateway.json', [
    'configgrafanadashboardsllm_gatewayjson',
    '"title": "Error rate by provider"',
    '"title": "Nothing"',
  ]),
  ...changed('config/grafana/dashboards/orders.json', [
    'кастомные-дашборды-приложения',
    '"sum(kafka_consumer_lag{group=\\"order-service\\"})"',
    '""',
  ]),
  ...changed(
    'config/prometheus/alerts.yml',
    ['алерты-настроены', '          summary: More than 1 % of the requests fail.', '          summary: ""'],
    ['высокий-error-rate-1', '> 0.01', '> 0.1'],
    ['высокая-latency-p95-500ms', '> 0.5\n', '> 5\n'],
    ['низкая-availability-999', '< 0.999', '< 0.9'],
    ['мало-места-на-диске-20', '< 0.2\n', '< 0.02\n'],
    ['высокое-использование-памяти-90', '> 0.9\n', '> 0.99\n'],
  ),
  ...changed(
    'config/loki.yml',
    ['lokielasticsearch-настроен', 'object_store: s3', 'object_store: filesystem'],
    ['политика-хранения-логов-90-дней', 'retention_period: 90d', 'retention_period: 14d'],
    ['политика-хранения-логов-90-дней', 'retention_enabled: true', 'retention_enabled: false'],
  ),
  ...changed(
    'k8s/production/config.yaml',
    ['структурированное-логирование-включено', 'LOG_FORMAT: json', 'LOG_FORMAT: text'],
    ['jaegertempo-настроен', 'http://otel-collector.monitoring:4317', '""'],
  ),
  ...changed(
    'config/otel-collector.yml',
    ['jaegertempo-настроен', 'exporters: [otlp/tempo]', 'exporters: [debug]'],
    ['trace-sampling-rate-установлен-1-10', 'sampling_percentage: 5 ', 'sampling_percentage: 100 '],
  ),
  ...changed('config/prometheus/slo.yml', ['slosli-tracking', 'objective: "> 0.999"', 'objective: "> 0.9"']),
];
