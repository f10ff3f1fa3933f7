import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { sarifOf } from '@shipgate/kit/report/sarif';
import { describe, expect, it } from 'vitest';
import { red } from '../testing/verdicts.ts';
import { packSarif } from './pack.ts';

const packed = (content: unknown) => {
  const bytes = content instanceof Uint8Array ? content : Buffer.from(JSON.stringify(content));
  return packSarif(bytes, 'a/results.sarif', 'migrate-gate');
};
const driver = { name: 'migrate-gate' };
const runs = (...tools: readonly object[]) => ({ version: '2.1.0', runs: tools.map((tool) => ({ tool })) });

describe('SARIF for code scanning', () => {
  it('is what the gate wrote, as gzip in Base64', () => {
    const sarif = JSON.parse(JSON.stringify(sarifOf(red(), 'https://github.com')));
    const result = packed(sarif);
    if ('title' in result) throw new Error(result.title);
    const unpacked = gunzipSync(Buffer.from(result.base64, 'base64')).toString();
    expect([JSON.parse(unpacked), result.results]).toEqual([sarif, 1]);
  });

  it('holds once what stood there twice, so that GitHub reads what was looked at', () => {
    const twice = '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"CodeQL","name":"migrate-gate"}}}]}';
    const result = packed(Buffer.from(twice));
    if ('title' in result) throw new Error(result.title);
    expect(gunzipSync(Buffer.from(result.base64, 'base64')).toString()).not.toContain('CodeQL');
  });

  it.each([
    ['of another tool', runs({ driver: { name: 'CodeQL' } }), 'results of CodeQL'],
    ['of two tools', runs({ driver }, { driver: { name: 'x' } }), 'results of x'],
    ['of a tool with extensions', runs({ driver, extensions: [driver] }), 'results of a tool without a name, or with'],
    ['of no tool', runs({}), 'results of a tool without a name'],
    ['without a run', { version: '2.1.0', runs: [] }, 'text that is no SARIF 2.1.0'],
    ['of another version', { ...runs({ driver }), version: '2.0.0' }, 'text that is no SARIF 2.1.0'],
    ['of 21 runs', runs(...Array(21).fill({ driver })), '21 runs'],
    ['that is a list', [], 'text that is no SARIF 2.1.0'],
    ['in Latin-1', Buffer.from('{"version":"caf\xe9"}', 'latin1'), 'text that is no SARIF 2.1.0'],
    ['that is cut', Buffer.from('{"version":'), 'text that is no SARIF 2.1.0'],
    ['that is empty', Buffer.alloc(0), 'text that is no SARIF 2.1.0'],
  ])('is refused %s', (_what, content, got) => {
    expect(packed(content)).toMatchObject({ got: expect.stringContaining(got) });
  });

  it('is refused above 10 MB as gzip, and above 25,000 results', () => {
    const noise = randomBytes(11 * 1024 * 1024).toString('hex');
    const title = 'a/results.sarif is too large for code scanning';
    expect(packed({ version: '2.1.0', runs: [{ tool: { driver }, noise }] })).toMatchObject({ title });
    const many = { version: '2.1.0', runs: [{ tool: { driver }, results: Array(25_001).fill({}) }] };
    expect(packed(many)).toMatchObject({ title, got: '25,001 results, and GitHub takes 25,000' });
  });
});
