import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { realTool } from '../../../../scripts/real-tools.ts';
import { readSarif } from '../reports/sarif.ts';

/** It has no driver: it is read by the SARIF that it writes. Rules are in a file here; no registry of rules is asked. */
const semgrep = realTool('semgrep');

const rules = `rules:
  - id: orders.shell
    languages: [python]
    severity: ERROR
    message: A shell gets the text of a customer
    pattern: subprocess.run(..., shell=True)
`;
const shell = 'import subprocess\n\ndef export(name):\n    subprocess.run(name, shell=True)\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipgate-semgrep-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What the gate reads of one run; `timeout` in milliseconds, after which it is killed. */
function scan(files: Readonly<Record<string, string>>, flags: readonly string[] = [], timeout = 100_000) {
  for (const [path, text] of Object.entries({ 'app/rules.yml': rules, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const given = ['scan', '--metrics', 'off', '--disable-version-check', '--config', 'rules.yml', '--sarif'];
  const { status, signal, stdout } = spawnSync(semgrep ?? '', [...given, ...flags, '.'], {
    cwd: join(folder, 'app'),
    env: { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' },
    timeout,
    killSignal: 'SIGKILL',
  });
  const origin = { file: 'semgrep.sarif', root: join(folder, 'app'), has: (path: string) => `app/${path}` in files };
  return { end: signal ?? status, read: readSarif(stdout, origin) };
}

describe.skipIf(semgrep === null)('the real semgrep, by its SARIF', () => {
  it('has findings, with an exit code that says so where it is asked to', () => {
    const { end, read } = scan({ 'app/src/export.py': shell }, ['--error']);
    expect(end).toBe(1);
    expect(read).toMatchObject({
      tool: 'Semgrep OSS',
      findings: [
        {
          rule: 'orders.shell',
          severity: 'high',
          category: 'code',
          location: { path: 'src/export.py', line: 4, column: 5, endColumn: 37 },
        },
      ],
    });
  });

  it('is clean over a file without faults', () => {
    const { end, read } = scan({ 'app/a.py': 'x = 1\n' });
    expect(end).toBe(0);
    expect(read).toMatchObject({ findings: [], tool: 'Semgrep OSS' });
    expect(read).not.toHaveProperty('trouble');
  });

  it('is an error over a file that it cannot parse to its end, whatever its exit code is, and keeps what it found', () => {
    const { end, read } = scan({ 'app/a.py': `${shell}\ndef ))) (:\n  = = =\n{{{{ @@@ "open\n` });
    expect(end).toBe(0);
    expect(read).toMatchObject({
      trouble: { got: 'Semgrep OSS: 1 place that it could not read, in notifications' },
      found: { findings: [{ rule: 'orders.shell' }] },
    });
  });

  it('is an error when its rules cannot be read, which its report calls a success', () => {
    const { read } = scan({ 'app/a.py': shell, 'app/rules.yml': rules.replace('(...', '((((') });
    expect(read).toMatchObject({ trouble: { got: 'Semgrep OSS: 1 error of its own in notifications' } });
  });

  it('is an error when its arguments are wrong, and when it is killed', () => {
    const files = { 'app/a.py': shell };
    expect(scan(files, ['--no-such-option'])).toMatchObject({ end: 2, read: { trouble: { got: 'an empty file' } } });
    expect(scan(files, [], 300)).toMatchObject({ end: 'SIGKILL', read: { trouble: { got: 'an empty file' } } });
  });
});
