import { describe, expect, it } from 'vitest';
import { judged, refusalOf, reportOf, sample } from './samples.fixture.ts';

const metrics = (of: object) => Buffer.from(JSON.stringify({ metrics: { http_reqs: { count: 9, rate: 3 }, ...of } }));

describe('k6', () => {
  it.each(['k6-export-good.json.txt', 'k6-handle-good.json.txt', 'k6-machine-readable-good.json.txt'])(
    'has the same measures in base units by %s',
    (file) => {
      const { measures, counted } = reportOf('k6', sample(file));
      const unitOf = (name: string) => measures.get(name)?.unit;
      expect(
        ['http_req_duration.p(95)', 'http_reqs.rate', 'http_req_failed.rate', 'checks.rate', 'data_received.count'].map(
          unitOf,
        ),
      ).toEqual(['seconds', 'per-second', 'share', 'share', 'bytes']);
      expect(measures.get('http_req_duration.p(95)')?.value).toBeLessThan(0.005);
      expect(measures.get('http_reqs.rate')?.value).toBeGreaterThan(150);
      expect(measures.get('http_req_failed.rate')?.value).toBe(0);
      expect(measures.get('checks.rate')?.value).toBe(1);
      expect(counted).toBeGreaterThan(500);
    },
  );

  it('says in the export that a threshold has failed, and in the summary that it is ok', () => {
    expect(
      judged(
        'k6',
        metrics({ checks: { passes: 1, fails: 0, value: 1, thresholds: { 'rate>0.9': false } } }),
        '>= 100%',
        'checks',
      ).outcome,
    ).toBe('pass');
    expect(
      judged(
        'k6',
        metrics({ checks: { passes: 1, fails: 0, value: 1, thresholds: { 'rate>0.9': true } } }),
        '>= 100%',
        'checks',
      ).outcome,
    ).toBe('fail');
    expect(
      judged(
        'k6',
        metrics({ checks: { values: { rate: 1, passes: 1, fails: 0 }, thresholds: { 'rate>0.9': {} } } }),
        '>= 100%',
        'checks',
      ).outcome,
    ).toBe('fail');
  });

  it('takes what is worse of a share and its counts', () => {
    expect(
      judged('k6', metrics({ http_req_failed: { passes: 1, fails: 99, value: 0 } }), '< 1%', 'error rate').outcome,
    ).toBe('fail');
    expect(judged('k6', metrics({ checks: { passes: 9, fails: 1, value: 1 } }), '>= 95%', 'checks').outcome).toBe(
      'fail',
    );
  });

  it('proves nothing by requests that nobody answered', () => {
    const failed = metrics({ http_req_failed: { passes: 9, fails: 0, value: 1 }, http_req_duration: { 'p(95)': 0 } });
    expect(judged('k6', failed)).toMatchObject({ outcome: 'unknown', seen: 'every request of the run failed' });
  });

  it('counts iterations for a script without requests', () => {
    const json = { metrics: { iterations: { count: 3, rate: 1 }, iteration_duration: { 'p(95)': 20 } } };
    expect(judged('k6', Buffer.from(JSON.stringify(json)), '< 30ms', 'iteration_duration.p(95)').outcome).toBe('pass');
  });

  it('refuses JSON without metrics', () => {
    expect(refusalOf('k6', '{"metrics": []}')).toContain('without metrics');
    expect(refusalOf('k6', '{"metrics": {"http_reqs": 3}}')).toContain('without metrics');
  });
});
