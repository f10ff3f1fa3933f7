/** Phase 3: database, backups, Redis, certificates, names. */
import { changed, faulty } from '../mutation.ts';

const restore = 'протестирована-процедура-восстановления';
const https = 'https-принудительно-без-http';
const ingress = 'k8s/production/ingress.yaml';

export const infrastructure = [
  ...faulty(['миграции-бд-применены', 'schema'], [https, 'hsts']),
  ...changed('k8s/production/backups.yaml', [
    'автоматические-ежедневные-бэкапы',
    'schedule: "30 1 * * *"',
    'schedule: "30 1 * * 0"',
  ]),
  ...changed('k8s/production/backups.yaml', [
    'бэкапы-бд-ежедневно',
    'schedule: "30 1 * * *"',
    'schedule: "30 1 * * *"\n  suspend: true',
  ]),
  ...changed(
    'config/backup.yml',
    ['point-in-time-recovery-включён', '      enabled: true', '      enabled: false'],
    ['политика-хранения-бэкапов-30-дней', 'retention: 30d', 'retention: 7d'],
  ),
  ...changed('config/postgresql.conf', ['point-in-time-recovery-включён', 'archive_mode = on', 'archive_mode = off']),
  ...changed(
    'docs/dr-plan.md',
    [`фаза-3-инфраструктура/${restore}`, '| 5 min | passed |\n| 2026-07-22 |', '| 5 min | failed |\n| 2026-07-22 |'],
    [`фаза-8-disaster-recovery/${restore}`, '| 2026-10-21 | database,', '| 2025-10-21 | database,'],
  ),
  ...changed('config/redis.conf', ['персистентность-redis-настроена', 'appendonly yes', 'appendonly no']),
  ...changed('config/redis.conf', ['персистентность-redis-настроена', 'appendfsync everysec', 'appendfsync no']),
  ...changed(
    ingress,
    [
      'автообновление-настроено-lets-encrypt',
      'cert-manager.io/cluster-issuer: letsencrypt-production',
      'cert-manager.io/cluster-issuer: self-signed',
    ],
    [https, 'hosts: [orders.example.com, www.orders.example.com]', 'hosts: [www.orders.example.com]'],
    [
      https,
      'nginx.ingress.kubernetes.io/force-ssl-redirect: "true"',
      'nginx.ingress.kubernetes.io/force-ssl-redirect: "false"',
    ],
    ['aaaaa-записи-указывают-на-load-balancer', 'target: 203.0.113.10', 'target: 203.0.113.99'],
    ['cname-для-www-поддомена', '- host: www.orders.example.com', '- host: shop.orders.example.com'],
  ),
  ...changed(
    'config/dns/zone.txt',
    ['aaaaa-записи-указывают-на-load-balancer', 'IN  A      203.0.113.10', 'IN  A      198.51.100.7'],
    ['cname-для-www-поддомена', 'www   IN  CNAME  orders', ';www   IN  CNAME  orders'],
    ['caa-записи-для-certificate-authority', '0 issue "letsencrypt.org"', '0 issue "another-ca.example"'],
  ),
];
