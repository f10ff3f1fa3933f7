/** Phases 9 and 10: law and documents. */
import { changed, faulty } from '../mutation.ts';

const cookies = 'согласие-на-cookies';
const erasure = 'право-быть-забытым';
const region = 'данные-хранятся-в-правильном-регионе';
const c4 = 'c4-диаграммы-актуальны';
const examples = 'примеры-для-всех-endpoints';
const verified = 'Last verified: 2026-11-10';
const longAgo = 'Last verified: 2025-11-10';

export const documents = [
  ...faulty(['swagger-ui-доступен', 'docs']),
  ...changed(
    'docs/privacy/data-processing-agreement.md',
    ['соглашение-об-обработке-данных', '5. **Sub-processors.**', '5. **Others.**'],
    ['соглашение-об-обработке-данных', 'in force since 2026-09-01', 'in force since 2024-09-01'],
  ),
  ...changed(
    'docs/privacy/privacy-policy.md',
    ['политика-конфиденциальности', '## Your rights', '## To be written'],
    [cookies, 'All others are set only after you have agreed', 'All others are set at once'],
  ),
  ...changed('k8s/production/config.yaml', [cookies, 'COOKIE_CONSENT: opt-in', 'COOKIE_CONSENT: none']),
  ...changed(
    'docs/openapi.yaml',
    [erasure, 'operationId: eraseCustomer', 'operationId: hideCustomer'],
    ['openapi-spec-сгенерирован', 'openapi: 3.1.0', 'openapi: 2.0.0'],
    [
      examples,
      '              example: { id: 1202, state: new, currency: EUR, placedAt: "2026-11-20T10:16:00Z" }\n',
      '',
    ],
    [examples, '            example: { currency: EUR, items: [{ sku: TICKET-1, quantity: 2 }] }\n', ''],
  ),
  ...changed('queries/erase_customer.sql', [
    erasure,
    'DELETE FROM customer_contacts',
    '-- DELETE FROM customer_contacts',
  ]),
  ...changed('docs/privacy/erasure.md', [erasure, 'Last verified: 2026-10-05', 'Last verified: 2024-10-05']),
  ...changed(
    'config/data-stores.yml',
    [region, '{ name: backups, kind: s3, region: eu-west-1,', '{ name: backups, kind: s3, region: us-east-1,'],
    ['соответствие-трансграничной-передаче-данных', 'safeguard: standard-contractual-clauses', 'safeguard: none'],
    ['соответствие-трансграничной-передаче-данных', 'assessed: "2026-06-15"', 'assessed: "2024-06-15"'],
  ),
  ...changed('config/terraform/network.tf.json', [region, '"region": "eu-central-1"', '"region": "us-east-1"']),
  ...changed('config/licences.json', [
    'все-зависимости-имеют-совместимые-лицензии',
    '"version": "7.1.0", "licence": "MIT"',
    '"version": "7.1.0", "licence": "AGPL-3.0-only"',
  ]),
  ...changed('LICENSE', ['файл-license-включён', 'END OF TERMS AND CONDITIONS', '']),
  ...changed('reports/notices.xml', [
    'third-party-notices',
    'name="structlog 25.5.0 Apache-2.0" />',
    'name="structlog 25.5.0 Apache-2.0"><failure message="not in THIRD-PARTY-NOTICES.md" /></testcase>',
  ]),
  ...changed('docs/runbooks/troubleshooting.md', [
    'частые-шаги-troubleshooting',
    '## Slow answers',
    '## To be written',
  ]),
  ...changed('docs/runbooks/deployment.md', [
    'процедура-deployment',
    '6. `kubectl -n orders rollout status',
    '6. `echo',
  ]),
  ...changed('docs/runbooks/rollback.md', [
    'фаза-10-документация/процедура-rollback',
    '1. `kubectl -n orders rollout undo',
    '1. `echo',
  ]),
  ...changed('docs/runbooks/scaling.md', [
    'процедура-масштабирования',
    'kubectl -n orders patch hpa order-service',
    'echo',
  ]),
  ...changed(
    'docs/architecture/context.md',
    [c4, verified, longAgo],
    [c4, 'System(orders, "Order service"', 'System(shop, "Shop"'],
  ),
  ...changed('docs/architecture/containers.md', [c4, verified, longAgo], [c4, '"Redis 7"', '"Memcached"']),
  ...changed(
    'docs/architecture/sequence.md',
    ['uml-диаграммы-актуальны', verified, longAgo],
    ['uml-диаграммы-актуальны', 'sequenceDiagram', 'flowchart LR'],
  ),
  ...changed(
    'docs/architecture/network.md',
    ['сетевая-диаграмма', verified, longAgo],
    ['сетевая-диаграмма', 'AWS Shield', 'the cloud'],
  ),
  ...changed('CHANGELOG.md', ['changelogmd-обновлён', '## 2.4.0 - 2026-11-27', '## Unreleased']),
  ...changed(
    'docs/release-notes/2.4.0.md',
    ['release-notes-подготовлены', '# Release 2.4.0 of', '# Next release of'],
    ['release-notes-подготовлены', '## Going back', '## Later'],
  ),
];
