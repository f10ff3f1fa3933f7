import { describe, expect, it } from 'vitest';
import { readAnswer } from './answer.ts';

const one = (data: string, rest = '') => `{"status":"success","data":${data}${rest}}`;
const empty = '{"resultType":"vector","result":[]}';

describe('answers that other servers document', () => {
  it('of Prometheus: a vector', () => {
    // https://prometheus.io/docs/prometheus/latest/querying/api/#instant-queries
    const text = `{
      "status" : "success",
      "data" : {
        "resultType" : "vector",
        "result" : [
          { "metric" : { "__name__" : "up", "job" : "prometheus", "instance" : "localhost:9090" }, "value": [ 1435781451.781, "1" ] },
          { "metric" : { "__name__" : "up", "job" : "node", "instance" : "localhost:9100" }, "value" : [ 1435781451.781, "0" ] }
        ]
      }
    }`;
    expect(readAnswer(200, text)).toEqual([
      {
        labels: { __name__: 'up', job: 'prometheus', instance: 'localhost:9090' },
        samples: [[1_435_781_451_781, 1]],
        histograms: [],
      },
      {
        labels: { __name__: 'up', job: 'node', instance: 'localhost:9100' },
        samples: [[1_435_781_451_781, 0]],
        histograms: [],
      },
    ]);
  });

  it('of Prometheus: a matrix, and a scalar', () => {
    const text = one(
      '{"resultType":"matrix","result":[{"metric":{"__name__":"up"},"values":[[1435781430.781,"1"],[1435781445.781,"1e+06"],[1435781460.781,"NaN"],[1435781475.781,"+Inf"]]}]}',
    );
    expect(readAnswer(200, text)).toEqual([
      {
        labels: { __name__: 'up' },
        samples: [
          [1_435_781_430_781, 1],
          [1_435_781_445_781, 1_000_000],
          [1_435_781_460_781, Number.NaN],
          [1_435_781_475_781, Number.POSITIVE_INFINITY],
        ],
        histograms: [],
      },
    ]);
    expect(readAnswer(200, one('{"resultType":"scalar","result":[1435781460.781,"-1.5"]}'))).toEqual([
      { labels: {}, samples: [[1_435_781_460_781, -1.5]], histograms: [] },
    ]);
  });

  it('of Prometheus: native histograms', () => {
    const text = one(
      `{"resultType":"matrix","result":[{"metric":{"__name__":"d"},"histograms":[[1435781451.781,
       {"count":"12","sum":"3.5","buckets":[[3,"-0.001","0.001","2"],[0,"0.5","0.7071067811865475","10"]]}]]}]}`,
    );
    expect(readAnswer(200, text)).toEqual([
      {
        labels: { __name__: 'd' },
        samples: [],
        histograms: [
          [
            1_435_781_451_781,
            {
              count: 12,
              buckets: [
                { left: -0.001, right: 0.001, closedLeft: true, count: 2 },
                { left: 0.5, right: 0.7071067811865475, closedLeft: false, count: 10 },
              ],
            },
          ],
        ],
      },
    ]);
  });

  it('of VictoriaMetrics: whole, and partial', () => {
    // https://docs.victoriametrics.com/victoriametrics/cluster-victoriametrics/#cluster-availability
    const text = (isPartial: boolean) =>
      `{"status":"success","isPartial":${isPartial},"data":{"resultType":"vector","result":[{"metric":{"__name__":"up","instance":"127.0.0.1:9100"},"value":[1711101466,"1"]}]},"stats":{"seriesFetched": "1","executionTimeMsec":1}}`;
    expect(readAnswer(200, text(false))).toHaveLength(1);
    expect(readAnswer(200, text(true))).toMatchObject({ code: 'source-incomplete' });
  });

  it('of Thanos: warnings are data that could not be had', () => {
    // https://thanos.io/tip/components/query.md/#partial-response
    const warned = one(empty, ',"warnings":["No StoreAPIs matched for this query"]');
    expect(readAnswer(200, warned)).toMatchObject({ code: 'source-incomplete' });
    const store = 'receive series from Addr: 10.0.0.1:10901 LabelSets: {}: rpc error: code = Unavailable';
    expect(readAnswer(200, one(empty, `,"warnings":["${store}"]`))).toMatchObject({ code: 'source-incomplete' });
  });

  it('of Prometheus 3: hints at the query are none', () => {
    const hints = [
      ',"infos":["PromQL info: metric might not be a counter, name does not end in _total/_sum/_count/_bucket: \\"a\\" (1:6)"]',
      ',"warnings":["PromQL warning: encountered a mix of histograms and floats for metric name \\"a\\" (1:6)"]',
      ',"warnings":[]',
    ];
    expect(hints.map((rest) => readAnswer(200, one(empty, rest)))).toEqual([[], [], []]);
    expect(readAnswer(200, one(empty, ',"infos":["partial response of a zone"]'))).toMatchObject({
      code: 'source-incomplete',
    });
  });

  it.each([
    // https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview
    [
      400,
      '{"status":"error","errorType":"bad_data","error":"invalid parameter \\"query\\": 1:1: SECRET"}',
      'source-refused',
    ],
    [
      422,
      '{"status":"error","errorType":"execution","error":"query processing would load too many samples into memory in SECRET"}',
      'source-refused',
    ],
    [
      503,
      '{"status":"error","errorType":"timeout","error":"query timed out in expression evaluation SECRET"}',
      'source-timeout',
    ],
    [503, '{"status":"error","errorType":"canceled","error":"SECRET"}', 'source-unavailable'],
    // Thanos without partial responses
    [
      422,
      '{"status":"error","errorType":"execution","error":"expanding series: proxy Series(): SECRET rpc error"}',
      'source-refused',
    ],
    // Mimir's limits, and its authentication
    [
      429,
      '{"status":"error","errorType":"too_many_requests","error":"the request has been rejected SECRET (err-mimir-tenant-max-request-rate)"}',
      'source-rate-limited',
    ],
    [
      422,
      '{"status":"error","errorType":"execution","error":"SECRET (err-mimir-max-chunks-per-query)"}',
      'source-refused',
    ],
    [401, 'no org id SECRET', 'source-refused'],
    // VictoriaMetrics puts the status into errorType
    [422, '{"status":"error","errorType":"422","error":"error when executing query=\\"SECRET\\""}', 'source-refused'],
    [503, '{"status":"error","errorType":"503","error":"SECRET"}', 'source-unavailable'],
    [200, '{"status":"error","errorType":"execution","error":"SECRET"}', 'source-refused'],
    [408, 'SECRET', 'source-timeout'],
    [500, '', 'source-unavailable'],
    [502, '<html>SECRET', 'source-unavailable'],
    [403, '<html>SECRET', 'source-refused'],
    [404, '404 page not found', 'source-refused'],
    [405, 'SECRET', 'source-refused'],
    [302, '', 'source-refused'],
  ])('a %i of %s is %s; what it says is not repeated', (status, text, code) => {
    const answer = readAnswer(status, text);
    expect(answer).toMatchObject({ kind: 'trouble', code });
    expect(JSON.stringify(answer)).not.toContain('SECRET');
  });

  it.each([
    ['nothing', ''],
    ['HTML with 200', '<html><title>Sign in</title></html>'],
    ['half of it', '{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"up"},"val'],
    ['other JSON', '{"ok":true}'],
    ['a list', '[]'],
    ['no result', one('{"resultType":"vector"}')],
    ['a series without labels', one('{"resultType":"vector","result":[{"value":[1,"1"]}]}')],
    ['a series without samples', one('{"resultType":"matrix","result":[{"metric":{}}]}')],
    ['a label that is no text', one('{"resultType":"vector","result":[{"metric":{"a":1},"value":[1,"1"]}]}')],
    ['a value that is no text', one('{"resultType":"vector","result":[{"metric":{},"value":[1,1]}]}')],
    ['a value that is no number', one('{"resultType":"vector","result":[{"metric":{},"value":[1,"0x1"]}]}')],
    ['a time that is a text', one('{"resultType":"vector","result":[{"metric":{},"value":["1","1"]}]}')],
    [
      'a histogram without a count',
      one('{"resultType":"vector","result":[{"metric":{},"histogram":[1,{"sum":"1"}]}]}'),
    ],
    [
      'a bucket with three parts',
      one('{"resultType":"vector","result":[{"metric":{},"histogram":[1,{"count":"1","buckets":[[0,"1","2"]]}]}]}'),
    ],
  ])('%s is incomplete', (_, text) => {
    expect(readAnswer(200, text)).toMatchObject({ kind: 'trouble', code: 'source-incomplete' });
  });

  it('of another kind than was asked for is incomplete', () => {
    expect(readAnswer(200, one('{"resultType":"vector","result":[{"metric":{},"value":[1,"1"]}]}'), 'matrix')).toEqual({
      kind: 'trouble',
      code: 'source-incomplete',
      detail: 'expected a matrix, got another kind of answer',
    });
    expect(readAnswer(200, one('{"resultType":"matrix","result":[]}'), 'matrix')).toEqual([]);
  });

  it('of a text is refused', () => {
    expect(readAnswer(200, one('{"resultType":"string","result":[1,"a"]}'))).toMatchObject({ code: 'source-refused' });
  });
});
