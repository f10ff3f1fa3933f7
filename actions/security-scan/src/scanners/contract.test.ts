import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Tree } from '../ports.ts';
import { breakingOpenapi, openapi, proto } from './contract.fixture.ts';
import { contractScanner } from './contract.ts';
import { type Ground, groundOf } from './gitleaks.fixture.ts';

/** With programs that only play the tools; the real ones are in contract.real.test.ts. */
let ground: Ground;
beforeEach(() => {
  ground = groundOf();
});
afterEach(() => ground.close());

const scanner = contractScanner({ tool: 'oasdiff', path: './api/openapi.yaml' });

function sides(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): { base: Tree; tree: Tree } {
  for (const [path, content] of Object.entries(before)) ground.write(`before/${path}`, content);
  for (const [path, content] of Object.entries(after)) ground.write(`after/${path}`, content);
  for (const side of ['before', 'after']) mkdirSync(join(ground.root, side), { recursive: true });
  return { base: ground.tree('before'), tree: ground.tree('after') };
}

function answering(stdout: string, exit = 0, stderr = ''): void {
  ground.program(
    'oasdiff',
    `[ "$1" = --version ] && { echo "oasdiff version 1.37.0"; exit 0; }; printf '%s' '${stdout}'; printf '%s' '${stderr}' >&2; exit ${exit}`,
  );
}

const path = 'api/openapi.yaml';

describe('a scanner for a contract', () => {
  it('has the name of its tool and compares the trees itself', () => {
    expect(scanner).toMatchObject({ name: 'oasdiff', comparesTrees: true });
  });

  it('has nothing to do without a base, and is unable when the base cannot be had', async () => {
    answering('[]');
    const { tree } = sides({}, { [path]: openapi });
    expect(await scanner.detect(tree, ground.context())).toEqual({ kind: 'nothing', why: 'no base to compare with' });
    const baseTrouble = { expected: 'the base', got: 'a shallow clone', mend: 'fetch-depth: 0' };
    expect(await scanner.detect(tree, ground.context({ baseTrouble }))).toEqual({
      kind: 'unable',
      trouble: baseTrouble,
    });
    expect(await scanner.scan(tree, ground.context({ baseTrouble }))).toEqual({ trouble: baseTrouble, notRun: true });
    expect(await scanner.scan(tree, ground.context())).toMatchObject({ notRun: true });
  });

  it('is unable when neither side has the contract', async () => {
    answering('[]');
    const { base, tree } = sides({ 'other.yaml': openapi }, { 'other.yaml': openapi });
    const found = await scanner.detect(tree, ground.context({ base }));
    expect(found).toMatchObject({ kind: 'unable', trouble: { expected: 'the contract api/openapi.yaml' } });
  });

  it('is unable without its tool', async () => {
    const { base, tree } = sides({ [path]: openapi }, { [path]: openapi });
    const found = await scanner.detect(tree, ground.context({ base, env: { PATH: '/usr/bin' } }));
    expect(found).toMatchObject({ kind: 'unable', trouble: { got: 'no such program on the PATH' } });
  });

  it('is clean for a contract that is new, and finds one that is gone', async () => {
    answering('[]');
    const added = sides({}, { [path]: openapi });
    expect(await scanner.scan(added.tree, ground.context({ base: added.base }))).toMatchObject({
      findings: [],
      seen: '1 new contract',
    });
    const { tree, base } = { tree: added.base, base: added.tree };
    expect(await scanner.detect(tree, ground.context({ base }))).toMatchObject({ kind: 'ready', version: '1.37.0' });
    expect(await scanner.scan(tree, ground.context({ base }))).toMatchObject({
      findings: [{ rule: 'contract-removed', severity: 'high', title: 'the contract api/openapi.yaml is gone' }],
    });
  });

  it('believes no exit code alone', async () => {
    const { base, tree } = sides({ [path]: openapi }, { [path]: breakingOpenapi });
    const scan = () => scanner.scan(tree, ground.context({ base }));
    answering('[]');
    expect(await scan()).toMatchObject({ findings: [], seen: '1 file, 0 changes' });
    answering('');
    expect(await scan()).toMatchObject({ trouble: { got: 'an empty file' } });
    answering('[]', 1, 'Error: something');
    expect(await scan()).toMatchObject({ trouble: { got: 'Error: something' } });
    answering('[{"id":"a","text":"gone","level":3}]');
    expect(await scan()).toMatchObject({ findings: [{ rule: 'a', location: { path } }] });
  });

  it('lets no reference read a file of the machine or an address', async () => {
    answering('[]');
    for (const reference of [
      'https://example.invalid/x.yaml',
      'file:///etc/passwd',
      '/etc/passwd',
      '//example.invalid/x',
      '\\\\host\\x',
      '../../outside.yaml#/a',
      'missing.yaml',
    ]) {
      const document = JSON.stringify({ openapi: '3.0.3', paths: { '/a': { $ref: reference } } });
      const { base, tree } = sides({ [path]: openapi }, { [path]: document });
      expect([reference, await scanner.scan(tree, ground.context({ base }))]).toMatchObject([
        reference,
        { trouble: { place: { file: path } } },
      ]);
    }
  });

  it('follows no link that stands in the place of a file', async () => {
    answering('[]');
    const { base, tree } = sides({ [path]: openapi }, { [path]: openapi });
    symlinkSync('/etc/hostname', join(ground.root, 'after/api/linked.yaml'));
    const document = JSON.stringify({ openapi: '3.0.3', paths: { '/a': { $ref: 'linked.yaml' } } });
    ground.write('after/api/openapi.yaml', document);
    expect(await scanner.scan(tree, ground.context({ base }))).toMatchObject({
      trouble: { got: 'a $ref to api/linked.yaml, which is not there' },
    });
  });

  it('says where a contract is broken, and on which side', async () => {
    answering('[]');
    const broken = 'openapi: 3.0.3\npaths:\n  /a: [\n';
    const head = sides({ [path]: openapi }, { [path]: broken });
    expect(await scanner.scan(head.tree, ground.context({ base: head.base }))).toMatchObject({
      trouble: { got: 'something that is neither JSON nor YAML', place: { file: path, line: 4 } },
    });
    const swapped = await scanner.scan(head.base, ground.context({ base: head.tree }));
    expect(swapped).toMatchObject({ trouble: { expected: 'an OpenAPI contract that can be read, on the base' } });
    expect(swapped).not.toHaveProperty('trouble.place');
    const other = sides({ [path]: openapi }, { [path]: 'orders: 1\n' });
    expect(await scanner.scan(other.tree, ground.context({ base: other.base }))).toMatchObject({
      trouble: { got: 'no `openapi` and no `swagger` in it' },
    });
    const swagger = openapi.replace('openapi: 3.0.3', 'swagger: "2.0"');
    const older = sides({ [path]: swagger }, { [path]: swagger });
    expect(await scanner.scan(older.tree, ground.context({ base: older.base }))).toMatchObject({
      trouble: { got: 'swagger 2.0, which this tool does not compare' },
    });
  });

  it('is not led astray by a document that names itself, is nested deep, or unfolds without end', async () => {
    answering('[]');
    const deep = `{"openapi":"3.0.3","paths":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`;
    const circle = JSON.stringify({ openapi: '3.0.3', paths: { '/a': { $ref: 'openapi.yaml#/b' } } });
    const laughs = `openapi: 3.0.3\na0: &a0 [1]\n${Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`).join('\n')}\n`;
    for (const document of [deep, circle, laughs]) {
      const { base, tree } = sides({ [path]: openapi }, { [path]: document });
      expect(await scanner.scan(tree, ground.context({ base }))).toBeDefined();
    }
  });

  it('takes the settings of buf from the trusted commit', async () => {
    ground.program('buf', '[ "$1" = --version ] && { echo 1.75.0; exit 0; }; cat "$2/buf.yaml" >&2; exit 1');
    const buf = contractScanner({ tool: 'buf', path: 'proto' });
    const { base, tree } = sides(
      { 'proto/a.proto': proto },
      { 'proto/a.proto': proto, 'buf.yaml': 'proposed', 'proto/buf.yaml': 'proposed' },
    );
    const trusted = ground.trusting({ 'buf.yaml': 'trusted' });
    expect(await buf.scan(tree, ground.context({ base, trusted }))).toMatchObject({ trouble: { got: 'trusted' } });
    expect(await buf.scan(tree, ground.context({ base }))).toMatchObject({
      trouble: { got: expect.stringContaining('No such file') },
    });
  });
});
