import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readChecklist } from './read.ts';
import { rowOf, seedRows } from './seed-items.fixture.ts';

const FILE = 'seed/production-checklist.ru.md';
const text = readFileSync(new URL(`../../${FILE}`, import.meta.url), 'utf8');
const document = readChecklist(text, FILE);
const rows = seedRows();

test('the table has 152 rows', () => expect(rows).toHaveLength(152));

test('every item of the seed is read as the table has it', () => {
  const read = document.items.map((item, index) => rowOf(item, rows[index] ?? { phase: '', head: '', notes: [] }));
  expect(read).toEqual(rows);
});

test('all are open, and nothing is wrong in the file', () => {
  expect(document.items.filter((item) => item.tick !== 'open')).toEqual([]);
  expect(document.troubles).toEqual([]);
});

test('55 are outer ones, 18 have code, 4 are signatures without a name', () => {
  expect(document.items.filter((item) => item.depth === 0)).toHaveLength(55);
  expect(document.items.filter((item) => item.codeBlocks.length > 0)).toHaveLength(18);
  expect(document.items.flatMap((item) => item.signoff ?? [])).toEqual([
    { label: 'Руководитель разработки' },
    { label: 'Руководитель DevOps' },
    { label: 'Руководитель безопасности' },
    { label: 'Product Owner' },
  ]);
});

test('phases are ten with a number and two without, named as GitHub makes anchors', () => {
  expect(document.phases.map((phase) => `${phase.line} ${phase.number ?? '–'} ${phase.id}`)).toEqual([
    '5 1 фаза-1-качество-кода-и-безопасность',
    '52 2 фаза-2-конфигурация',
    '88 3 фаза-3-инфраструктура',
    '125 4 фаза-4-kubernetesdocker',
    '180 5 фаза-5-мониторинг-и-observability',
    '222 6 фаза-6-безопасность',
    '259 7 фаза-7-производительность',
    '295 8 фаза-8-disaster-recovery',
    '324 9 фаза-9-compliance-и-legal',
    '345 10 фаза-10-документация',
    '461 – -мониторинг-после-deployment',
    '473 – -подписи',
  ]);
});

test('ids have the headings below the title, and no two are the same', () => {
  const ids = document.items.map((item) => item.id);
  expect(new Set(ids).size).toBe(152);
  expect(ids[0]).toBe('-предварительный-чеклист/фаза-1-качество-кода-и-безопасность/все-тесты-проходят');
  expect(ids.filter((id) => id.endsWith('/процедура-rollback'))).toHaveLength(2);
  expect(ids.at(-1)).toBe('-подписи/product-owner');
});

test('numbers of code, versions and ports are no thresholds', () => {
  const health = document.items.find((item) => item.line === 139);
  expect(health?.thresholds).toEqual([]);
  expect(health?.codeBlocks[0]?.text).toContain('initialDelaySeconds: 30');
});

test('thresholds are said of what stands before them', () => {
  const of = Object.fromEntries(
    document.items.flatMap(({ line, thresholds }) => thresholds.map((each) => [line, each.of])),
  );
  expect(of).toMatchObject({
    7: 'coverage',
    197: 'error rate',
    198: 'p95',
    216: 'error rate',
    306: 'rto',
    307: 'rpo',
    43: 'pylint',
  });
});
