/** Phase 2: variables, secrets, features, limits. */
import { changed } from '../mutation.ts';

const env = (key: string) => `secretKeyRef: { name: order-service-${key} }`;

export const configuration = [
  ...changed(
    'k8s/production/deployment.yaml',
    ['database_url-production-postgresql', env('database, key: url'), env('database-staging, key: url')],
    ['redis_url-production-redis', '- name: REDIS_URL', '- name: REDIS_ADDRESS'],
    ['secret_key-сильный-случайный-ключ', env('session, key: password'), env('jwt, key: signing-key-old')],
    ['openai_api_key-или-другие-llm-ключи', '- name: OPENAI_API_KEY', '- name: OPENAI_KEY'],
    ['smtp_-переменные-для-email', '- name: SMTP_PASSWORD', '- name: MAIL_PASSWORD'],
    ['s3_-переменные-для-хранилища-файлов', '- name: S3_SECRET_ACCESS_KEY', '- name: S3_SECRET'],
    [
      'секреты-в-vaultkeyvault',
      `- name: JWT_SIGNING_KEY\n              valueFrom: { ${env('jwt, key: signing-key')} }`,
      '- name: JWT_SIGNING_KEY\n              value: not-a-secret-any-more',
    ],
  ),
  ...changed(
    'k8s/production/config.yaml',
    ['smtp_-переменные-для-email', '  SMTP_HOST: smtp.example.com\n', ''],
    ['s3_-переменные-для-хранилища-файлов', 'S3_REGION: eu-central-1', 'S3_REGION: us-east-1'],
    ['feature-flags-настроены', 'FEATURE_BETA_UI: "false"', 'FEATURE_BETA_UI: "true"'],
    ['rate-limits-настроены', 'USER_RATE_LIMIT_PER_HOUR: "1000"', 'USER_RATE_LIMIT_PER_HOUR: "100000"'],
  ),
  ...changed(
    'k8s/production/external-secrets.yaml',
    ['secret_key-сильный-случайный-ключ', 'spec: { length: 64,', 'spec: { length: 8,'],
    ['секреты-в-vaultkeyvault', 'server: https://vault.example.com', 'server: http://vault.example.com'],
    ['учётные-данные-бд', 'key: production/database,', 'key: staging/database,'],
    [
      'api-ключи',
      '{ secretKey: openai, remoteRef: { key: production/api-keys,',
      '{ secretKey: openai, remoteRef: { key: shared/api-keys,',
    ],
    [
      'jwt-signing-keys',
      'metadata: { name: order-service-jwt, namespace: orders }',
      'metadata: { name: order-service-tokens, namespace: orders }',
    ],
    ['oauth2-client-secrets', 'secretKey: client-secret', 'secretKey: client-id'],
  ),
];
