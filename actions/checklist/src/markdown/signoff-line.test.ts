import { describe, expect, test } from 'vitest';
import { only, read } from './read.fixture.ts';

describe('signatures', () => {
  const signed = (line: string, heading = '✅ Подписи') => only(`## ${heading}\n\n${line}\n`).signoff;

  test.each([
    [
      '- [ ] **Руководитель DevOps:** Иванов И.И. Дата: 20.11.2026',
      { label: 'Руководитель DevOps', name: 'Иванов И.И.', date: '20.11.2026' },
    ],
    [
      '- [x] **DevOps lead:** @dev-lead Date: 2026-11-20',
      { label: 'DevOps lead', name: '@dev-lead', date: '2026-11-20' },
    ],
    ['- [ ] DevOps lead: dev-lead', { label: 'DevOps lead', name: 'dev-lead' }],
    ['- [ ] **Lead:** ******\\_\\_\\_****** Дата: ****\\_\\_\\_****', { label: 'Lead' }],
    ['- [ ] **Lead:** \\_\\_\\_\\_ Date: ........', { label: 'Lead' }],
    ['- [ ] **Lead:** __dev-lead__ / Date: __2026-11-20__', { label: 'Lead', name: 'dev-lead', date: '2026-11-20' }],
    ['- [ ] **Lead:** Date: 2026-11-20', { label: 'Lead', date: '2026-11-20' }],
    ['- [ ] **Lead:**', { label: 'Lead' }],
  ])('%s', (line, signoff) => expect(signed(line)).toEqual(signoff));

  test.each([
    'Подписи',
    'Согласования',
    'Sign-offs',
    'Signoff',
    '✍️ Signatures',
    'Approvals',
    'Подписи и согласования',
    'Sign-offs & approvals:',
  ])('stand below %s', (heading) =>
    expect(signed('- [ ] **Lead:** dev-lead', heading)).toEqual({ label: 'Lead', name: 'dev-lead' }),
  );

  test.each(['Approvals API', 'Designs', 'Подписи кода'])('do not stand below %s', (heading) =>
    expect(signed('- [ ] **Lead:** dev-lead', heading)).toBeUndefined(),
  );

  test('stand below headings of the section too, and not behind it', () => {
    const { items } = read('## Sign-offs\n### Team\n- [ ] Lead: a\n## Next\n- [ ] Lead: b\n');
    expect(items.map((item) => item.signoff?.name)).toEqual(['a', undefined]);
  });

  test('want no thresholds', () => expect(only('## Sign-offs\n- [ ] Lead: >80%').thresholds).toEqual([]));

  test('need a label', () => expect(signed('- [ ] All signed')).toBeUndefined());
});
