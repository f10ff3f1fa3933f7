import type { FaultWords } from '../source-text.ts';
import { shownValue } from '../value-text.ts';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** What is wrong with a day; undefined when it is `2027-01-31`, and in the calendar. */
export function dayFault(text: string): FaultWords | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === '') return formFault(text);
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) {
    const words = {
      title: `there is no month ${month}`,
      expected: 'a month from 01 to 12: YYYY-MM-DD',
      got: shownValue(text),
    };
    return { ...words, do: 'write year, month and day in this order' };
  }
  const days = daysOf(Number(year), Number(month));
  if (Number(day) >= 1 && Number(day) <= days) return undefined;
  return {
    title: `there is no day ${Number(day)} in ${name} ${year}`,
    expected: `a day from 01 to ${days}`,
    got: shownValue(text),
    do: `write a day that is in the calendar, such as ${year}-${month}-${days}`,
  };
}

function formFault(text: string): FaultWords {
  const meant = meantDay(text);
  return {
    title: 'a day is written in another form',
    expected: 'a day as YYYY-MM-DD, such as 2027-01-31',
    got: shownValue(text),
    do: meant === undefined ? 'write year, month and day with hyphens' : `write ${meant}`,
  };
}

/** What other ways of writing say without doubt: `1/2/2027` is another day in other countries, so it is none of them. */
function meantDay(text: string): string | undefined {
  const forms = [
    /^(?<y>\d{4})[-./]?(?<m>\d{1,2})[-./]?(?<d>\d{1,2})(?:[T ].*)?$/,
    /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})$/,
  ];
  const { y = '', m = '', d = '' } = forms.map((form) => form.exec(text)?.groups).find(Boolean) ?? {};
  const day = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const isUnclear = /^\d+$/.test(text) && text.length !== 8;
  return y === '' || isUnclear || dayFault(day) !== undefined ? undefined : day;
}

function daysOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
