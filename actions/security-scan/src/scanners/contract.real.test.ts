import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { realTool } from '../../../../scripts/real-tools.ts';
import type { ScanContext, Scanned } from '../ports.ts';
import { breakingOpenapi, breakingProto, harmlessOpenapi, harmlessProto, openapi, proto } from './contract.fixture.ts';
import { contractScanner } from './contract.ts';
import type { ContractTool } from './contract-tools.ts';
import { type Ground, groundOf } from './gitleaks.fixture.ts';

const programs: Readonly<Record<ContractTool, string | null>> = {
  buf: realTool('buf'),
  oasdiff: realTool('oasdiff'),
  'openapi-diff': realTool('openapi-diff'),
};

let ground: Ground;
afterEach(() => ground.close());

type Files = Readonly<Record<string, string>>;

async function compared(
  tool: ContractTool,
  path: string,
  before: Files,
  after: Files,
  more: Partial<ScanContext> = {},
): Promise<Scanned> {
  for (const side of ['before', 'after']) mkdirSync(join(ground.root, side), { recursive: true });
  for (const [name, content] of Object.entries(before)) ground.write(`before/${name}`, content);
  for (const [name, content] of Object.entries(after)) ground.write(`after/${name}`, content);
  const context = ground.context({ base: ground.tree('before'), ...more });
  return await contractScanner({ tool, path }).scan(ground.tree('after'), context);
}

function found(scanned: Scanned) {
  if ('trouble' in scanned) throw new Error(`${scanned.trouble.expected}, got ${scanned.trouble.got}`);
  return scanned.findings.map(({ rule, severity, location }) => [rule, severity, location]);
}

describe.each(['oasdiff', 'openapi-diff'] as const)('the real %s', (tool) => {
  const path = 'api/openapi.yaml';
  beforeEach((context) => {
    ground = groundOf(programs[tool]);
    context.skip(programs[tool] === null);
  });

  it('finds what breaks', async () => {
    const changes = found(await compared(tool, path, { [path]: openapi }, { [path]: breakingOpenapi }));
    expect(changes.length).toBeGreaterThanOrEqual(tool === 'oasdiff' ? 2 : 1);
    if (tool === 'oasdiff')
      expect(changes).toContainEqual(['request-parameter-became-required', 'high', { path, line: 8 }]);
    else expect(changes).toContainEqual(['path.remove', 'high', { path }]);
  });

  it('is clean when nothing changed, and when nothing breaks', async () => {
    expect(found(await compared(tool, path, { [path]: openapi }, { [path]: openapi }))).toEqual([]);
    expect(found(await compared(tool, path, { [path]: openapi }, { [path]: harmlessOpenapi }))).toEqual([]);
  });

  it('follows references to other files, or says that it cannot', async () => {
    const document = 'openapi: 3.0.3\ninfo: {title: a, version: "1"}\npaths:\n  /a: {$ref: "paths/a.yaml"}\n';
    const before = { [path]: document, 'api/paths/a.yaml': 'get: {responses: {"200": {description: ok}}}\n' };
    const after = { [path]: document, 'api/paths/a.yaml': 'put: {responses: {"200": {description: ok}}}\n' };
    const scanned = await compared(tool, path, before, after);
    if (tool === 'oasdiff') expect(found(scanned)).toHaveLength(1);
    else expect(scanned).toMatchObject({ trouble: { got: '2 files' } });
  });

  it('gives no answer for a contract that is none', async () => {
    for (const broken of ['openapi: [\n', 'orders: 1\n', '', 'openapi: 3.0.3\npaths: 7\n']) {
      expect(await compared(tool, path, { [path]: openapi }, { [path]: broken })).toHaveProperty('trouble');
    }
  });

  it('is ready, and gives no answer when the time is over', async () => {
    const late = await compared(tool, path, { [path]: openapi }, { [path]: breakingOpenapi }, { timeoutMs: 1 });
    expect(late).toMatchObject({ trouble: { got: 'no answer within 1 ms' } });
    const found = contractScanner({ tool, path }).detect(
      ground.tree('after'),
      ground.context({ base: ground.tree('before') }),
    );
    expect(await found).toMatchObject({ kind: 'ready', version: expect.stringMatching(/^\d+\.\d+/), what: path });
  });
});

describe('the real oasdiff', () => {
  beforeEach((context) => {
    ground = groundOf(programs.oasdiff);
    context.skip(programs.oasdiff === null);
  });

  it('takes no settings that a contract brings along', async () => {
    const path = 'openapi.yaml';
    const document = openapi.replace('paths:', 'x-a: {$ref: ".oasdiff.yaml"}\npaths:');
    const after = { [path]: breakingOpenapi.replace('paths:', 'x-a: {$ref: ".oasdiff.yaml"}\npaths:') };
    const settings = { '.oasdiff.yaml': 'unmatch-path: ".*"\nformat: text\n' };
    const scanned = await compared('oasdiff', path, { [path]: document, ...settings }, { ...after, ...settings });
    expect(found(scanned).length).toBeGreaterThanOrEqual(2);
  });
});

describe('the real buf', () => {
  beforeEach((context) => {
    ground = groundOf(programs.buf);
    context.skip(programs.buf === null);
  });

  const path = 'proto/orders/v1/orders.proto';

  it('finds what breaks, and a file that is gone', async () => {
    const before = {
      [path]: proto,
      'proto/orders/v1/more.proto': 'syntax = "proto3";\npackage orders.v1;\nmessage More {}\n',
    };
    expect(found(await compared('buf', 'proto', before, { [path]: breakingProto }))).toEqual([
      ['FILE_NO_DELETE', 'high', { path: 'proto' }],
      ['MESSAGE_NO_DELETE', 'high', { path, line: 1 }],
      ['FIELD_SAME_TYPE', 'high', { path, line: 7 }],
    ]);
  });

  it('is clean when nothing changed, and when nothing breaks', async () => {
    expect(found(await compared('buf', 'proto', { [path]: proto }, { [path]: proto }))).toEqual([]);
    expect(found(await compared('buf', 'proto', { [path]: proto }, { [path]: harmlessProto }))).toEqual([]);
  });

  it('keeps to settings of the base, in the module or above it, and to none of the proposal', async () => {
    const proposed = {
      'buf.yaml': 'version: v2\nbreaking: {ignore: [proto]}\n',
      'proto/buf.yaml': 'version: v1\nbreaking: {ignore: [orders]}\n',
    };
    const after = { [path]: breakingProto, ...proposed };
    expect(found(await compared('buf', 'proto', { [path]: proto }, after))).toHaveLength(2);
    const above = ground.trusting({ 'buf.yaml': 'version: v2\nmodules: [{path: proto}]\nbreaking: {use: [WIRE]}\n' });
    expect(found(await compared('buf', 'proto', { [path]: proto }, after, { trusted: above }))).toEqual([
      ['FIELD_WIRE_COMPATIBLE_TYPE', 'high', { path, line: 7 }],
    ]);
    const within = ground.trusting({ 'proto/buf.yaml': 'version: v1\nbreaking: {use: [FILE], ignore: [orders]}\n' });
    expect(found(await compared('buf', 'proto', { [path]: proto }, after, { trusted: within }))).toEqual([]);
  });

  it('gives no answer for files that are not compiled, for settings that are none, and when the time is over', async () => {
    const broken = await compared('buf', 'proto', { [path]: proto }, { [path]: 'syntax = ' });
    expect(broken).toMatchObject({ trouble: { got: expect.stringMatching(/^a file that is not compiled/) } });
    const trusted = ground.trusting({ 'buf.yaml': 'version: v9\n' });
    expect(await compared('buf', 'proto', { [path]: proto }, { [path]: proto }, { trusted })).toHaveProperty('trouble');
    const late = await compared('buf', 'proto', { [path]: proto }, { [path]: proto }, { timeoutMs: 1 });
    expect(late).toMatchObject({ trouble: { got: 'no answer within 1 ms' } });
  });
});
