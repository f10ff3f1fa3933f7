/** Phase 6. */
import { changed, faulty } from '../mutation.ts';

const least = 'принцип-наименьших-привилегий';
const sql = 'sql-injection-prevention-параметризованные-запросы';
const tamper = 'предотвращение-подделки-логов';

export const security = [
  ...faulty(
    ['cors-настроен-корректно', 'cors'],
    ['csrf-защита-включена', 'csrf'],
    ['xss-protection-headers', 'xss'],
    ['валидация-входных-данных', 'validation'],
  ),
  ...changed(
    'k8s/production/rbac.yaml',
    [
      'роли-администраторов',
      '{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: orders-admins }',
      '{ apiGroup: rbac.authorization.k8s.io, kind: User, name: somebody }',
    ],
    [
      'роли-пользователей',
      '{ apiGroups: [""], resources: [pods, pods/log, events], verbs: [get, list, watch] }',
      '{ apiGroups: [""], resources: [pods, pods/log, events], verbs: [get, list, watch, delete] }',
    ],
    [
      'service-accounts',
      'metadata: { name: order-service, namespace: orders }\nautomountServiceAccountToken: false',
      'metadata: { name: order-service, namespace: orders }\nautomountServiceAccountToken: true',
    ],
    [least, 'resources: [pods], verbs: [delete]', 'resources: ["*"], verbs: ["*"]'],
    [
      least,
      'resources: [configmaps, services], verbs: [get, list]',
      'resources: [configmaps, services, secrets], verbs: [get, list]',
    ],
  ),
  ...changed(
    'k8s/production/deployment.yaml',
    ['service-accounts', 'automountServiceAccountToken: false', '# token: mounted'],
    [least, 'allowPrivilegeEscalation: false', 'allowPrivilegeEscalation: true'],
    [least, 'capabilities: { drop: [ALL] }', 'capabilities: { drop: [NET_RAW] }'],
  ),
  ...changed('k8s/production/service.yaml', ['security-groups', 'type: ClusterIP', 'type: NodePort']),
  ...changed(
    'config/terraform/network.tf.json',
    ['правила-firewall', '"rule_no": 900, "action": "deny"', '"rule_no": 900, "action": "allow"'],
    [
      'vpcsubnet-изоляция',
      '"cidr_block": "10.20.32.0/20", "map_public_ip_on_launch": false',
      '"cidr_block": "10.20.32.0/20", "map_public_ip_on_launch": true',
    ],
    [
      'security-groups',
      '"from_port": 5432, "to_port": 5432, "cidr_blocks": ["10.20.16.0/20"]',
      '"from_port": 5432, "to_port": 5432, "cidr_blocks": ["0.0.0.0/0"]',
    ],
  ),
  ...changed('config/terraform/edge.tf.json', [
    'ddos-защита-cloudflareaws-shield',
    '"resource_arn": "${aws_lb.orders.arn}"',
    '"resource_arn": ""',
  ]),
  ...changed('k8s/production/config.yaml', [
    'csrf-защита-включена',
    'CSRF_PROTECTION: "true"',
    'CSRF_PROTECTION: "false"',
  ]),
  ...changed('queries/orders.sql', [
    sql,
    'WHERE id = $1 AND customer_id = $2 AND state IN',
    "WHERE id = ' || $1 || ' AND customer_id = $2 AND state IN",
  ]),
  ...changed('reports/bandit.sarif.json', [
    sql,
    '"results": []',
    '"results": [{ "ruleId": "B608", "level": "error", "message": { "text": "Possible SQL injection" }, "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "src/orders/requests.py" }, "region": { "startLine": 20 } } }] }]',
  ]),
  ...changed(
    'config/secret-rotation.yml',
    ['пароли-бд-ротированы', 'last: "2026-11-02"', 'last: "2026-05-02"'],
    [
      'api-ключи-ротированы',
      'last: "2026-10-19"\n    by: job/rotate-api-keys',
      'last: "2025-10-19"\n    by: job/rotate-api-keys',
    ],
    ['jwt-signing-keys-ротированы', 'last: "2026-11-16"', 'last: "2026-09-16"'],
  ),
  ...changed('k8s/production/external-secrets.yaml', [
    'ротация-секретов',
    'refreshInterval: 1h\n  secretStoreRef: { kind: SecretStore, name: vault }\n  target: { name: order-service-database }',
    'refreshInterval: "0"\n  secretStoreRef: { kind: SecretStore, name: vault }\n  target: { name: order-service-database }',
  ]),
  ...changed(
    'config/audit.yml',
    ['все-действия-админов-логируются', '- level: RequestResponse', '- level: None'],
    ['события-безопасности-логируются', 'login_failed, ', ''],
    [tamper, 'chain: sha256', 'chain: none'],
  ),
  ...changed('config/terraform/audit.tf.json', [tamper, '"mode": "COMPLIANCE"', '"mode": "GOVERNANCE"']),
];
