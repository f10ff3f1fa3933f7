import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleRecord } from '../adapters/testing/traffic-contract.ts';
import type { RolloutRecord } from './record.ts';
import { checkedRecord, readRecord, writeRecord } from './record-text.ts';

const percent = fc.double({ min: 0, max: 100, noNaN: true }).map((value) => value + 0);
const time = fc.nat();
const text = fc.string({ unit: 'binary' });
const cause = fc.constantFrom('step', 'rollback', 'stage', 'abort', 'cancel', 'reap', 'soak');
const move = fc.record(
  { step: fc.integer({ min: -1 }), from: percent, weight: percent, cause, asked: time, arrived: time },
  { requiredKeys: ['step', 'from', 'weight', 'cause', 'asked'], noNullPrototype: true },
);
const records: fc.Arbitrary<RolloutRecord> = fc.record(
  {
    version: fc.constant(1),
    id: text,
    planHash: text,
    canary: text,
    stable: text,
    run: text,
    epoch: fc.nat(),
    state: fc.constantFrom('running', 'held', 'promoted', 'rolled-back', 'soaked', 'soak-breached'),
    safeWeight: percent,
    from: percent,
    weight: percent,
    step: fc.integer({ min: -1 }),
    log: fc.array(move),
    approvals: fc.array(fc.record({ step: fc.nat(), by: text, at: time }, { noNullPrototype: true })),
    stablePods: fc.nat(),
    soakUntil: time,
  },
  {
    requiredKeys: [
      ...(['version', 'id', 'planHash', 'epoch', 'state', 'safeWeight'] as const),
      ...(['from', 'weight', 'step', 'log', 'approvals'] as const),
    ],
    noNullPrototype: true,
  },
);

describe('a record as text', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(readRecord(writeRecord(record))).toEqual(record);
      }),
    );
  });

  it('is read from any text or refused as an odd record, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (any) => {
        expect(() => readRecord(any)).toThrow(expect.objectContaining({ code: 'odd-record' }));
      }),
    );
  });

  it('is none where there is no text', () => {
    expect(readRecord(undefined)).toBeUndefined();
  });

  it.each([
    ['version', 2],
    ['version', '1'],
    ['id', undefined],
    ['planHash', 7],
    ['canary', null],
    ['run', {}],
    ['epoch', 1.5],
    ['state', 'paused'],
    ['state', ['running']],
    ['safeWeight', 101],
    ['from', -1],
    ['weight', '10'],
    ['weight', Number.NaN],
    ['step', '0'],
    ['log', {}],
    ['log', [{}]],
    ['log', [{ step: 0, from: 0, weight: 10, cause: ['step'], asked: 1 }]],
    ['log', [{ step: 0, from: 0, weight: 10, cause: 'step', asked: 1, arrived: 'now' }]],
    ['approvals', [{ step: 0, by: 7, at: 1 }]],
    ['stablePods', 0.5],
    ['soakUntil', '2026-11-20'],
  ])('names %s when it is %j', (field, value) => {
    const message = expect.stringMatching(new RegExp(`^expected .*, got .*\\b${field}\\b.*; remove`));
    expect(() => checkedRecord({ ...sampleRecord(), [field]: value })).toThrow(
      expect.objectContaining({ code: 'odd-record', message }),
    );
  });
});
