/** Units of thresholds as people write them, in English and Russian, with what they are in base units. */
import type { Threshold } from './model.ts';

/** A number is multiplied by `factor` to be in the base unit. */
export interface Unit {
  readonly unit: Threshold['unit'];
  readonly factor: number;
}

const DAY = 86_400;

/** Months and years are of 30 and 365 days. */
const SECONDS: readonly (readonly [number, string])[] = [
  [1e-9, 'ns нс'],
  [1e-6, 'µs μs us мкс'],
  [0.001, 'ms msec millisecond milliseconds мс миллисекунд миллисекунды миллисекунда'],
  [1, 's sec secs second seconds с сек секунд секунды секунда секунду'],
  [60, 'm min mins minute minutes мин минут минуты минута минуту'],
  [3600, 'h hr hrs hour hours ч час часа часов'],
  [DAY, 'd day days день дня дней сут суток'],
  [7 * DAY, 'w week weeks неделя недели недель неделю'],
  [30 * DAY, 'month months мес месяц месяца месяцев'],
  [365 * DAY, 'year years год года лет'],
];

/** kB is 1,000 and KiB 1,024 (IEC 80000-13); `Ki` as Kubernetes has it. `Mb` and `Gb` are bits to some, so they are none. */
const BYTES: readonly (readonly [number, string])[] = [
  [1, 'B byte bytes байт байта байтов'],
  [1e3, 'kB KB kb кБ КБ Кб'],
  [1e6, 'MB mb МБ Мб'],
  [1e9, 'GB gb ГБ Гб'],
  [1e12, 'TB tb ТБ Тб'],
  [2 ** 10, 'KiB Ki КиБ'],
  [2 ** 20, 'MiB Mi МиБ'],
  [2 ** 30, 'GiB Gi ГиБ'],
  [2 ** 40, 'TiB Ti ТиБ'],
];

const RATES: readonly (readonly [number, string])[] = [
  [1, 'rps qps tps r/s req/s reqs/s request/s requests/s req/sec requests/sec ops/s запросов/с запросов/сек'],
];

const SHARES: readonly (readonly [number, string])[] = [[0.01, '% percent процент процента процентов']];

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...named('seconds', SECONDS),
  ...named('bytes', BYTES),
  ...named('per-second', RATES),
  ...named('share', SHARES),
]);

/** As written first, then in small letters, but for sizes: `Mb` is not `mb`. */
export function unitOf(word: string): Unit | undefined {
  const exact = UNITS.get(word);
  if (exact !== undefined) return exact;
  const small = UNITS.get(word.toLowerCase());
  return small?.unit === 'bytes' ? undefined : small;
}

function named(unit: Unit['unit'], table: readonly (readonly [number, string])[]): [string, Unit][] {
  return table.flatMap(([factor, words]) => words.split(' ').map((word): [string, Unit] => [word, { unit, factor }]));
}
