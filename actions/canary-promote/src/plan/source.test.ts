import { readCanaryPlan } from '@shipgate/schemas';
import { describe, expect, it } from 'vitest';
import { queryPath } from './query-path.ts';
import { resolveSource } from './source.ts';

describe('a source', () => {
  it('names variables and files, never what they hold', () => {
    const source = {
      kind: 'prometheus',
      url: 'https://prometheus.example.com',
      'token-env': 'TOKEN',
      'headers-env': { 'X-Scope-OrgID': 'TENANT' },
      'ca-file': 'ca.pem',
    } as const;
    expect(resolveSource(source)).toEqual({
      kind: 'prometheus',
      url: 'https://prometheus.example.com',
      tokenEnv: 'TOKEN',
      basicEnv: undefined,
      headersEnv: { 'X-Scope-OrgID': 'TENANT' },
      caFile: 'ca.pem',
      certFile: undefined,
      keyFile: undefined,
      timeout: 10,
    });
  });

  it('may be pods, a recording, or none', () => {
    const targets = [{ url: 'http://10.0.0.7/metrics', pod: 'a', arm: 'canary' } as const];
    expect(resolveSource({ kind: 'scrape', targets, timeout: '2s' })).toEqual({ kind: 'scrape', targets, timeout: 2 });
    expect(resolveSource({ kind: 'recorded', file: 'a.jsonl' })).toEqual({ kind: 'recorded', file: 'a.jsonl' });
    expect(resolveSource(undefined)).toBeUndefined();
  });
});

describe('a query', () => {
  const text = [
    'metrics:',
    '  - { name: errors, total: a, bad: b }',
    '  - { name: slow, histogram: "c{code=1}" }',
    'gauges: [{ name: cpu, query: d, above: 1 }]',
    'triggers: { health: { series: up } }',
    '',
  ].join('\n');
  const { value } = readCanaryPlan(text, { file: 'plan.yml' });
  const placeOf = (name: string, key: Parameters<typeof queryPath>[1]['key'], part?: readonly [number, number]) => {
    const location = value?.places.placeOf(queryPath(value.canary, { name, key }), part);
    return `${location?.file}:${location?.line}:${location?.column}`;
  };

  it('is found where it is written, down to a part of its text', () => {
    expect(placeOf('errors', 'bad')).toBe('plan.yml:2:36');
    expect(placeOf('slow', 'histogram', [2, 6])).toBe('plan.yml:3:33');
    expect(placeOf('cpu', 'query')).toBe('plan.yml:4:30');
    expect(placeOf('health', 'series')).toBe('plan.yml:5:31');
  });

  it('of the preset is at the nearest part that is written', () => {
    expect(placeOf('latency', 'histogram')).toBe('plan.yml:1:1');
  });
});
