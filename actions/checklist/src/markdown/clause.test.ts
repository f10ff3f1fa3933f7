import { describe, expect, it } from 'vitest';
import { readThresholds } from './thresholds.ts';

const shown = (text: string) => {
  const { thresholds, unreadable } = readThresholds(text, 1);
  return [...thresholds.map(({ operator, value }) => `${operator} ${value}`), ...unreadable.map(() => 'unreadable')];
};

describe('a comparison that is turned around', () => {
  it.each([
    'Availability must not fall below 99.9%',
    'p95 never drops above 200ms',
    "Error rate isn't > 5%",
    'No module with less than 80%',
    'Latency cannot be more than 200 ms',
    'Доступность не должна опускаться ниже 99.9%',
    'Нет модулей с покрытием менее 80%',
  ])('cannot be read: %s', (text) => expect(shown(text)).toEqual(['unreadable']));

  it.each([
    ['не менее 80%', '>= 0.8'],
    ['никогда не ниже 99.9%', '>= 0.999'],
    ['no more than 200ms', '<= 0.2'],
    ['Не забыть: p95 <200ms', '< 0.2'],
    ['Latency does not exceed 200 ms', '<= 0.2'],
    ['Ошибки: доля не превышает 0,1%', '<= 0.001'],
    ['Coverage greater than or equal to 85%', '>= 0.85'],
    ['85% or more of lines', '>= 0.85'],
    ['200 ms or less', '<= 0.2'],
    ['max. 0.1%', '<= 0.001'],
  ])('%s is %s', (text, wanted) => expect(shown(text)).toEqual([wanted]));
});

describe('a comparison that says when something happens', () => {
  it.each([
    'Alert if CPU is above 5%',
    'Rollback when error rate > 5%',
    'Оповещение при доле ошибок более 1%',
    'Откат, если ошибок > 5%',
  ])('is no demand: %s', (text) => expect(shown(text)).toEqual([]));
});
