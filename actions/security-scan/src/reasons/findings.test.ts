import { OWN_RULES } from '@shipgate/manifests/rule-names';
import { describe, expect, it } from 'vitest';
import { causes, decided, ofCode, tell } from '../reasons.fixture.ts';

const weakness = (rule: string, scanner: string) => {
  const finding = { ...ofCode('manifest'), rule, fix: OWN_RULES.get(rule)?.mend ?? 'Change it.' };
  return tell({ ...causes['manifest-weakness'], finding: decided(finding, { scanner }) });
};

describe('a weakness of a manifest', () => {
  it('is told with what to do and what to write', () => {
    const { mend, repair } = weakness('run-as-non-root', 'manifests');
    expect(mend).toMatch(/^set securityContext.runAsNonRoot to true for the pod, .*, or let it through by an entry of/);
    expect(repair).toEqual({
      language: 'yaml',
      text: expect.stringMatching(/^securityContext:.*\n {2}runAsNonRoot: true$/),
    });
  });

  it('of another tool is not told with words of ours, though its rule has the name of one', () => {
    const { mend, repair } = weakness('run-as-non-root', 'checkov');
    expect(mend).toMatch(/^change the manifest so that `run-as-non-root` does not match/);
    expect(repair).toBeUndefined();
  });
});
