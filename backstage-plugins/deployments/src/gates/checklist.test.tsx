import type { ChecklistSummary, GateResult, SignatureSummary } from '@shipgate/backstage-plugin-deployments-common';
import { screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { busy, FakeDeployments, gate, NOW, reason, release } from '../feed/deployments.fixture';
import { renderTab } from '../tab/render-tab.fixture';
import { signatureLook } from './signature-look';

const phase = (changes: Partial<ChecklistSummary['phases'][number]> = {}) => ({
  ...{ id: 'phase-1', title: 'Фаза 1: Код', gates: true, items: 14, done: 12 },
  ...{ proven: 9, claimed: 3, notApplicable: 0, open: 1, unknown: 1, ...changes },
});
const signature = (changes: Partial<SignatureSummary> = {}): SignatureSummary => ({
  ...{ role: 'lead', label: 'Руководитель разработки', state: 'proven', login: 'dev-lead', ...changes },
});
const checklist = (changes: Partial<ChecklistSummary> = {}): ChecklistSummary => ({
  signatures: [signature(), signature({ role: 'devops', label: 'Руководитель DevOps', state: 'stale', login: null })],
  phases: [phase(), phase({ items: 4, done: 4, claimed: 0, open: 0, unknown: 0 }), phase({ title: '', gates: false })],
  override: null,
  ...changes,
});

async function show(facts: ChecklistSummary | undefined, changes: Partial<GateResult> = {}): Promise<HTMLElement> {
  const headline = 'production is not ready, 2 items and 1 signature';
  const judged = gate({
    gate: 'checklist',
    outcome: 'fail',
    headline,
    environment: 'production',
    proofs: [],
    ...changes,
  });
  const result = facts === undefined ? judged : { ...judged, checklist: facts };
  await renderTab(new FakeDeployments({ ...busy, releases: [release({ gates: [result] })] }));
  return await screen.findByRole('cell', { name: /v1\.4\.3|production/ });
}

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true, now: NOW }));
afterEach(() => void vi.useRealTimers());

describe('a checklist among the gates', () => {
  it('shows outcome, environment, headline and who has signed', async () => {
    const cell = await show(checklist());
    expect(cell).toHaveTextContent('production is not ready, 2 items and 1 signature');
    expect(within(cell).getByText('fail')).toBeInTheDocument();
    expect(cell).toHaveTextContent('in production');
    const lines = within(within(cell).getByRole('list', { name: 'Signatures' })).getAllByRole('listitem');
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      'Руководитель разработки  signed · @dev-lead',
      'Руководитель DevOps  stale',
    ]);
    expect(within(cell).getByText('stale')).toHaveAttribute('data-tone', 'stop');
  });

  it('counts the phases that it gates by, and lists them all', async () => {
    const cell = await show(checklist());
    const phases = within(cell).getByText('Phases: 1 of 2 complete').closest('details');
    expect(phases).not.toHaveAttribute('open');
    expect([...(phases?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent)).toEqual([
      'Фаза 1: Код 12 of 14 done · 3 claimed · 1 open · 1 unknown',
      'Фаза 1: Код 4 of 4 done',
      'without a heading 12 of 14 done · 3 claimed · 1 open · 1 unknown · gates nothing here',
    ]);
  });

  it('says loudly what was let through, by whom and until when', async () => {
    const override = {
      reason: 'payments are down',
      expires: '2026-11-20T18:00:00.000Z',
      people: ['boris-ops', 'dev-lead'],
    };
    const allowance = { by: 'override' as const, reason: override.reason, expires: '2026-11-20' };
    const reasons = [reason({ blocks: 'no', allowance })];
    const cell = await show(checklist({ override }), { outcome: 'pass', reasons });
    const told = within(cell).getByText(/^Let through by break-glass of/);
    expect(told).toHaveTextContent('boris-ops, dev-lead until 18:00: payments are down');
    expect(told).toHaveAttribute('data-tone', 'caution');
    expect(cell).toHaveTextContent('Let through by an override: payments are down, until 2026-11-20');
  });

  it.each([
    ['that could not begin', undefined],
    ['without roles and phases', { signatures: [], phases: [], override: null }],
  ])('%s shows its headline alone', async (_what, facts) => {
    const cell = await show(facts);
    expect(cell).toHaveTextContent('production is not ready');
    expect(within(cell).queryByRole('list')).toBeNull();
    expect(cell).not.toHaveTextContent('Phases');
  });

  it('shows text from outside as text', async () => {
    const hostile = '<img src=x onerror=alert(1)> $t(gates.title) {{version}} \u202Egnp';
    const cell = await show({
      signatures: [signature({ label: hostile, login: hostile })],
      phases: [phase({ title: hostile })],
      override: { reason: hostile, expires: 'never', people: [hostile] },
    });
    expect(cell.querySelector('img')).toBeNull();
    expect(cell.textContent).not.toContain('\u202E');
    expect(cell.textContent?.split('$t(gates.title) {{version}} \\u{202e}gnp')).toHaveLength(6);
  });
});

describe('a signature', () => {
  it('looks like one only when it is proven', () => {
    const states = fc.constantFrom(
      'claimed',
      'missing',
      'stale',
      'void',
      'not-allowed',
      'unknown',
      'Proven',
      'toString',
    );
    fc.assert(
      fc.property(fc.oneof(fc.string(), states), (state) => {
        const { word, tone, sign } = signatureLook(state as SignatureSummary['state']);
        expect([word === 'signed', tone === 'good', sign === 'tick']).toEqual(Array(3).fill(state === 'proven'));
      }),
    );
    expect(signatureLook('proven')).toEqual({ word: 'signed', tone: 'good', sign: 'tick' });
  });
});
