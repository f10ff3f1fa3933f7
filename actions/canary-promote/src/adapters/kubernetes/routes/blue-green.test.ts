import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../cluster.ts';
import { blueGreenService } from './blue-green.ts';
import { patched } from './json-patch.fixture.ts';

const options = { service: 'orders', label: 'example.com/tilde~version', stable: 'blue', canary: 'green' };
const rules = blueGreenService(options);
const service = (value?: unknown): KubeObject => ({
  metadata: { name: 'orders' },
  spec: {
    selector: { app: 'orders', ...(value === undefined ? {} : { [options.label]: value }) },
    ports: [{ port: 80 }],
  },
});

describe('the selector of a Service', () => {
  it('is 0 % with stable and 100 % with the canary', () => {
    expect(rules.read(service('blue'))).toEqual({ canary: 0, live: 0 });
    expect(rules.read(service('green'))).toEqual({ canary: 100, live: 100 });
  });

  it('is switched behind a test of what was there', () => {
    const operations = rules.operations(service('blue'), 100);
    const path = '/spec/selector/example.com~1tilde~0version';
    expect(operations).toEqual([
      { op: 'test', path, value: 'blue' },
      { op: 'replace', path, value: 'green' },
    ]);
    expect(patched(service('blue'), operations)).toEqual(service('green'));
    expect(() => patched(service('red'), operations)).toThrow();
    expect(patched(service('green'), rules.operations(service('green'), 0))).toEqual(service('blue'));
  });

  it.each([1, 50, 99.9, -1, 101, Number.NaN])('is unfit for %d %%', (weight) => {
    const message = expect.stringContaining(`expected 0 or 100 %, got ${weight} %`);
    expect(() => rules.operations(service('blue'), weight)).toThrow(
      expect.objectContaining({ code: 'unfit', message }),
    );
  });

  it.each([
    ['another value', service('red'), 'got red'],
    ['no such label', service(), 'got no such label'],
    ['no selector', { spec: {} }, 'got no such label'],
    ['a value that is no text', service(['blue']), 'got no such label'],
  ])('is unfit with %s', (_, object, got) => {
    const unfit = expect.objectContaining({ code: 'unfit', message: expect.stringContaining(got) });
    expect(() => rules.read(object)).toThrow(unfit);
    expect(() => rules.operations(object, 100)).toThrow(unfit);
  });
});
