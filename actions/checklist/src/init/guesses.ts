/** Which evidence fits an item, from its words and its code block, in English and Russian. A guess, to be edited. Pure. */
import type { Item } from '../markdown/model.ts';

interface Guess {
  readonly words: RegExp;
  /** The entry without its item, as YAML in flow style. */
  readonly entry: string;
}

/** The first that fits; commands of the code block say more than words. */
const guesses: readonly Guess[] = [
  { words: /\btsc\b|typescript/i, entry: 'kind: report, format: tsc, file: reports/tsc.txt' },
  { words: /mypy|type hints/i, entry: 'kind: report, format: mypy, file: reports/mypy.txt' },
  {
    words: /pytest|--cov|coverage|покрыти|all tests|тесты проход|unit tests|jest|vitest/i,
    entry: 'kind: report, format: cobertura, file: reports/coverage.xml',
  },
  { words: /pylint/i, entry: 'kind: report, format: pylint, file: reports/pylint.txt' },
  { words: /eslint|lint/i, entry: 'kind: report, format: eslint, file: reports/eslint.json' },
  {
    words:
      /gitleaks|trufflehog|секретов в коде|no secrets|pip-audit|npm audit|bandit|уязвимост|vulnerabilit|owasp|cve/i,
    entry: 'kind: gate, gate: security-scan',
  },
  { words: /миграци|migration|alembic|flyway|liquibase/i, entry: 'kind: gate, gate: migrate-gate' },
  { words: /canary|канаре|rollout/i, entry: 'kind: gate, gate: canary-promote' },
  {
    words: /load[- ]test|нагрузочн|\bk6 run\b|\brps\b/i,
    entry: 'kind: report, format: k6, file: reports/k6.json, freshness: 30d',
  },
  {
    words: /livenessprobe|health check|readiness|liveness|\bprobes?\b/i,
    entry: 'kind: manifest, rules: [liveness-probe, readiness-probe]',
  },
  {
    words: /лимиты ресурсов|resource (requests|limits)|requests (and|и) limits|limits:/i,
    entry: 'kind: manifest, rules: [resource-requests, resource-limits]',
  },
  {
    words: /non-?root|read-?only (root )?file ?system|pod security/i,
    entry: 'kind: manifest, rules: [pod-security-restricted]',
  },
  { words: /autoscaler|\bhpa\b|minreplicas/i, entry: 'kind: manifest, rules: [hpa-target]' },
  { words: /disruption ?budget|\bpdb\b/i, entry: 'kind: manifest, rules: [pdb-min-available]' },
  {
    words: /network polic|сетевые политики|ingress правила|egress правила/i,
    entry: 'kind: manifest, rules: [network-policy]',
  },
  {
    words: /сертификат|certificate(?! authority)|\bssl\b/i,
    entry: "kind: http, url: 'https://example.com/', tls-days-left: 14",
  },
  {
    words: /hsts|https принудительно|https only|force https/i,
    entry: "kind: http, url: 'https://example.com/', hsts: 365d, redirects-to-https: true",
  },
  { words: /\bcors\b/i, entry: "kind: http, url: 'https://example.com/', cors: ['https://app.example.com']" },
  {
    words: /prometheus метрик|\/metrics|metrics (are )?export/i,
    entry: "kind: http, url: 'https://example.com/metrics', prometheus-page: true",
  },
  {
    words: /error rate|latency|p9[59]|availability|cache hit|cpu|memory|latenc|задержк|доступност/i,
    entry: "kind: metric, url: 'https://prometheus.example.com', query: '…', window: 24h",
  },
  { words: /changelog|change log|release notes/i, entry: 'kind: file, file: CHANGELOG.md, has-version: true' },
  { words: /licen[cs]e|лиценз/i, entry: 'kind: file, file: LICENSE' },
  {
    words: /openapi|swagger/i,
    entry: 'kind: file, file: docs/openapi.yaml, holds: \'document.openapi.startsWith("3.")\'',
  },
  { words: /runbook|процедура|playbook/i, entry: "kind: file, file: docs/runbooks/*.md, matches: '^## '" },
  {
    words: /dashboard|grafana|дашборд/i,
    entry: "kind: file, file: config/grafana/*.json, holds: 'size(document.panels) > 0'",
  },
  { words: /alert|алерт/i, entry: "kind: file, file: config/prometheus/alerts.yml, matches: 'alert: '" },
  {
    words: /бэкап|backup|restore|восстановлен|recovery|\bdr\b/i,
    entry: "kind: file, file: docs/dr-plan.md, matches: '…', dated: 'Last drill: (\\S+)', freshness: 90d",
  },
  {
    words: /провенанс|provenance|sbom|attestation/i,
    entry: "kind: attestation, file: attestation.intoto.jsonl, predicate-type: 'https://slsa.dev/provenance/v1'",
  },
];

/** An entry for every item; where nothing fits, a file that has to say something. */
export function suggestEvidence(item: Pick<Item, 'text' | 'codeBlocks'>): string {
  const text = [item.text, ...item.codeBlocks.map((block) => block.text)].join('\n');
  return guesses.find(({ words }) => words.test(text))?.entry ?? "kind: file, file: docs/…, matches: '…'";
}
