/** Phases 7 and 8: performance, and a bad day. */
import { changed, faulty } from '../mutation.ts';

const indexes = 'индексы-бд-оптимизированы';
const pooling = 'connection-pooling';
const configuration = 'бэкапы-конфигурации-при-изменении';
const rpo = 'rpo-recovery-point-objective-1-час';

export const recovery = [
  ...faulty(['browser-caching-headers', 'browser-cache'], ['redis-cache-hit-rate-70', 'cache']),
  ...changed(
    'reports/slow-queries.json',
    [indexes, '"mean_exec_time": 18.4', '"mean_exec_time": 941.2'],
    [indexes, '"plan": "Index Scan using orders_customer_id_idx"', '"plan": "Seq Scan on orders"'],
    [indexes, '"taken": "2026-11-24"', '"taken": "2026-08-24"'],
  ),
  ...changed('config/terraform/edge.tf.json', ['cdn-для-статических-ресурсов', '"enabled": true', '"enabled": false']),
  ...changed('config/dns/zone.txt', ['cdn-для-статических-ресурсов', 'static IN CNAME', ';static IN CNAME']),
  ...changed('k8s/production/config.yaml', [pooling, 'DB_POOL_SIZE: "20"', 'DB_POOL_SIZE: "2"']),
  ...changed(
    'config/postgresql.conf',
    [pooling, 'max_connections = 400', 'max_connections = 100'],
    [rpo, 'archive_timeout = 300s', 'archive_timeout = 0s'],
  ),
  ...changed(
    'k8s/production/backups.yaml',
    ['бэкапы-файлового-хранилища-ежедневно', 'schedule: "0 2 * * *"', 'schedule: "0 2 1 * *"'],
    [configuration, '--if-changed, ', ''],
  ),
  ...changed(
    'config/backup.yml',
    [configuration, 'on: change ', 'on: request '],
    ['стратегия-бэкапов', 'retention: 365d', 'retention: 30d'],
    ['rto-recovery-time-objective-4-часа', 'rto: 2h', 'rto: 8h'],
    [rpo, 'rpo: 15m', 'rpo: 24h'],
  ),
  ...changed(
    'docs/dr-plan.md',
    ['процедура-failover', '3. Promote the standby: `pg_ctl promote`', '3. Do something with the standby'],
    [
      'фаза-8-disaster-recovery/процедура-rollback',
      '1. `kubectl -n orders rollout undo deployment/order-service`',
      '1. To be written',
    ],
  ),
  ...changed(
    'docs/incident-response.md',
    ['on-call-ротация', '| Second on call | weekly', '| Second on call | nobody'],
    ['матрица-эскалации', '| product owner, who tells customers |', '| - |'],
  ),
  ...changed('config/prometheus/alerts.yml', [
    'runbooks-для-частых-проблем',
    'runbook: docs/runbooks/restore.md',
    'runbook: docs/runbooks/to-be-written.md',
  ]),
];
