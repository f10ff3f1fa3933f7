import { readSecurityPolicy } from '@shipgate/schemas';
import { describe, expect, it } from 'vitest';
import { root } from '../steps.ts';
import { securityFiles } from './security.ts';

const day = 86_400_000;
const now = Date.UTC(2027, 2, 1, 10);
const { base, worse, made } = securityFiles(root, now, { 'reports/bandit.sarif.json': '{}' });

describe('the security scan of the demo', () => {
  it('begins with what is known and what is suppressed, by a policy whose suppression is not over', () => {
    expect(Object.keys(base)).toContain('backoffice/package-lock.json');
    const { value, faults } = readSecurityPolicy(base['.github/shipgate.yml'] ?? '', { file: 'shipgate.yml' });
    expect(faults).toEqual([]);
    const [entry] = value?.security?.allow ?? [];
    const left = (Date.parse(entry?.expires ?? '') - now) / day;
    expect(left).toBeGreaterThan(14);
    expect(left).toBeLessThanOrEqual(90);
  });

  it('goes on with a secret that stands in no file of this repository', () => {
    const code = worse['backoffice/export.ts'] ?? '';
    expect(code).toMatch(/accessKeyId = 'A[KS]IA[A-Z2-7]{16}'/);
    expect(Object.values({ ...base, ...worse }).join('')).not.toContain('@@');
    expect(worse['backoffice/package-lock.json']).toContain('"version": "2.3.1"');
    expect(base['backoffice/package-lock.json']).not.toContain('"version": "2.3.1"');
  });

  it('reads the reports that the jobs before leave', () => {
    expect(Object.keys(made)).toEqual(['reports/bandit.sarif.json']);
  });
});
