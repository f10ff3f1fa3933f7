import { describe, expect, test } from 'vitest';
import { readOption, readThresholds } from './thresholds.ts';

/** `operator value unit of`, one for each threshold; a range with both ends. */
const shown = (text: string) =>
  readThresholds(text, 7).thresholds.map(({ operator, value, upTo, unit, of }) =>
    [operator, upTo === undefined ? value : `${value}..${upTo}`, unit, of].join(' ').trim(),
  );

describe('comparisons', () => {
  test.each([
    ['Coverage должен быть >80%', '> 0.8 share coverage'],
    ['Type hints coverage > 80 %', '> 0.8 share type hints coverage'],
    ['p95 <200ms', '< 0.2 seconds p95'],
    ['Latency p95 < 200 ms', '< 0.2 seconds latency p95'],
    ['p99 <100 мс', '< 0.1 seconds p99'],
    ['Coverage >= 80%', '>= 0.8 share coverage'],
    ['Coverage ≥80%', '>= 0.8 share coverage'],
    ['Доля ошибок ≤ 0,1 %', '<= 0.001 share доля ошибок'],
    ['Error rate <0.1%', '< 0.001 share error rate'],
    ['Высокий error rate (>1%)', '> 0.01 share error rate'],
    ['Высокая latency (p95 >500ms)', '> 0.5 seconds p95'],
    ['RTO (Recovery Time Objective): <4 часа', '< 14400 seconds rto'],
    ['RPO: <1 час', '< 3600 seconds rpo'],
    ['Startup takes <30s', '< 30 seconds startup takes'],
    ['Recovery <5m', '< 300 seconds recovery'],
    ['Backup is <24 h old', '< 86400 seconds backup'],
    ['Свежесть бэкапа < 2 дней', '< 172800 seconds свежесть бэкапа'],
    ['Image size <500MB', '< 500000000 bytes image size'],
    ['Memory <2GiB', '< 2147483648 bytes memory'],
    ['Memory <= 512Mi', '<= 536870912 bytes memory'],
    ['Образ < 200 МБ', '< 200000000 bytes образ'],
    ['Throughput >1000 RPS', '> 1000 per-second throughput'],
    ['Throughput >1,000 req/s', '> 1000 per-second throughput'],
    ['Нагрузка > 1 000 запросов в секунду', '> 1000 per-second нагрузка'],
    ['Pylint score >=8.5', '>= 8.5 count pylint score'],
    ['errors == 0', '== 0 count errors'],
    ['replicas >= 2 pods', '>= 2 count replicas'],
    ['Доступность >99,9%', '> 0.999 share доступность'],
    ['Cache hit rate >70 percent', '> 0.7 share cache hit rate'],
    ['Задержка >5 процентов', '> 0.05 share задержка'],
    ['GC pause <10µs', '< 0.00001 seconds gc pause'],
  ])('%s', (text, threshold) => expect(shown(text)).toEqual([threshold]));
});

describe('words', () => {
  test.each([
    ['Покрытие не менее 80%', '>= 0.8 share покрытие'],
    ['Покрытие должно быть не меньше чем 80 %', '>= 0.8 share покрытие'],
    ['Coverage of at least 80 %', '>= 0.8 share coverage'],
    ['Error rate up to 0.5%', '<= 0.005 share error rate'],
    ['Ошибок не более 0,5%', '<= 0.005 share ошибок'],
    ['Latency at most 200 ms', '<= 0.2 seconds latency'],
    ['Availability more than 99.9%', '> 0.999 share availability'],
    ['Доступность больше 99,95%', '> 0.9995 share доступность'],
    ['Задержка меньше 300 мс', '< 0.3 seconds задержка'],
    ['Disk usage below 80%', '< 0.8 share disk usage'],
    ['Disk usage must stay under 80%', '< 0.8 share disk usage'],
    ['At least 2 reviewers', '>= 2 count'],
    ['Restore within 15 min', '<= 900 seconds restore'],
  ])('%s', (text, threshold) => expect(shown(text)).toEqual([threshold]));
});

describe('without a comparison', () => {
  test.each([
    ['0 ошибок', '== 0 count ошибок'],
    ['TypeScript: 0 errors', '== 0 count errors'],
    ['0 critical vulnerabilities', '== 0 count critical vulnerabilities'],
    ['Политика хранения логов (90 дней)', '>= 7776000 seconds политика хранения логов'],
    ['Audit log (1 year)', '>= 31536000 seconds audit log'],
    ['Log retention 90 days', '>= 7776000 seconds log retention'],
    ['Retention: 12 hours', '>= 43200 seconds retention'],
    ['Бэкапы хранятся 2 недели', '>= 1209600 seconds бэкапы хранятся'],
    ['RTO 15 min', '<= 900 seconds rto'],
    ['RPO (Recovery Point Objective): 1 час', '<= 3600 seconds rpo'],
    ['1000 RPS', '>= 1000 per-second'],
    ['Цель: 1000 RPS', '>= 1000 per-second'],
    ['Peak 1 000 RPS', '>= 1000 per-second peak'],
    ['Trace sampling rate установлен (1-10%)', 'in 0.01..0.1 share trace sampling rate'],
    ['CPU 40–60 %', 'in 0.4..0.6 share cpu'],
    ['Poll interval (5-10 s)', 'in 5..10 seconds poll interval'],
  ])('%s', (text, threshold) => expect(shown(text)).toEqual([threshold]));

  test('several in one line', () => {
    expect(shown('Цель: 1000 RPS, p95 <200ms, error rate <1%')).toEqual([
      '>= 1000 per-second',
      '< 0.2 seconds p95',
      '< 0.01 share error rate',
    ]);
    expect(shown('p95 <200ms and p99 <500ms')).toEqual(['< 0.2 seconds p95', '< 0.5 seconds p99']);
  });
});

describe('no thresholds', () => {
  test.each([
    'initialDelaySeconds: 30',
    'port: 8080',
    'http://localhost:8080/metrics',
    'Item 5 is done',
    'OAuth2 client secrets',
    'C4 diagrams',
    'A -> 5',
    'A => 5',
    'A <- 5',
    '2>&1',
    'x > y',
    'a < b',
    '< lots',
    'Settings > 2 factor authentication',
    'Node >= 20',
    'Python >=3.12',
    'TLS >= 1.2',
    'PostgreSQL > 15.2',
    'Kubernetes version >=1.30',
    'chart >1.2.3',
    'signed before <2026-11-22',
    'с <20.11.2026',
    'release v5.2.0',
    'Phase 3: 4 of 5',
    '2025-11-22',
    '10:30',
    '24/7 on-call',
    '90 days',
    'Meet in 15 min',
    'Daily standup (15 min)',
    'Rotate keys every 90 days',
    '(каждые 30 дней)',
    '100% of tests',
    '10 errors',
    '1.0 errors',
    'no 0-day errors',
    'at least once',
    'at least 5 business days',
    'at most 3 times per day',
    '<10 MB/s',
    '<5 errors/min',
    '1-2 people',
    'pages 10-20',
    'Нагрузка >1,000 RPS',
    // Seen in READMEs and CHANGELOGs.
    'Drop support for Node.js below 0.10',
    'Node.js version supported is ≥ 18',
    'Connect < 1.x',
    "deps: mime-db@'>= 1.43.0 < 2'",
    'Chrome >= 58 (using fetch)',
    'add a field (444908d)',
    '',
  ])('%s', (text) => expect(readThresholds(text, 1)).toEqual({ thresholds: [], unreadable: [] }));
});

describe('what cannot be read', () => {
  test.each([
    ['Coverage >8O%', '>8O%'],
    ['p95 <2OOms, error rate', '<2OOms'],
    ['Latency <5xyz', '<5xyz'],
    ['Latency <=1e3', '<=1e3'],
    ['Bandwidth <5Mb', '<5Mb'],
  ])('%s', (text, unreadable) => expect(readThresholds(text, 1)).toEqual({ thresholds: [], unreadable: [unreadable] }));
});

describe('options of tools', () => {
  test.each([
    ['pylint src/ --fail-under=8.0', 8, 'pylint', '--fail-under=8.0'],
    ['$ pytest --cov --cov-fail-under 80', 80, 'pytest', '--cov-fail-under 80'],
  ])('%s', (text, value, of, written) =>
    expect(readOption(text, 3)).toEqual([{ operator: '>=', value, unit: 'count', of, text: written, line: 3 }]),
  );

  test.each(['--fail-under=x', '--fail-under', '# fail-under=8', '--fail-under=8.0.1'])('not %s', (text) => {
    expect(readOption(text, 3)).toEqual([]);
  });
});

test('a threshold has its line and what is written', () => {
  expect(readThresholds('Availability > 99.9 %, always', 12).thresholds).toEqual([
    { operator: '>', value: 0.999, unit: 'share', text: '> 99.9 %', of: 'availability', line: 12 },
  ]);
});

test('only the first 2,000 signs of a line are read', () => {
  expect(shown(`${'a '.repeat(900)}>80%`)).toHaveLength(1);
  expect(shown(`${'a '.repeat(1000)}>80%`)).toHaveLength(0);
});
