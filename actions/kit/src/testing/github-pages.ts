/** Pages of lists as the GitHub stand-in gives them. */
import { type Answer, UnknownSituation, type WorldQuestion } from './github-rule.ts';

/**
 * https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api: 30 a page unless told, at most 100, and
 * a header with the addresses of the other pages. `key` is for lists inside of an object with their total count.
 */
export function pageOf<T>(all: readonly T[], question: WorldQuestion, show: (one: T) => unknown, key?: string): Answer {
  const { parameters, apiUrl, asked } = question;
  const [size, page] = [Math.min(100, whole(parameters['per_page'] ?? '30')), whole(parameters['page'] ?? '1')];
  const last = Math.max(1, Math.ceil(all.length / size));
  const items = all.slice((page - 1) * size, page * size).map(show);
  const link = Object.entries(neighbours(page, last)).map(([name, to]) => {
    const url = new URL(asked, apiUrl);
    url.searchParams.set('page', String(to));
    return `<${url.href}>; rel="${name}"`;
  });
  return {
    status: 200,
    body: key === undefined ? items : { total_count: all.length, [key]: items },
    ...(link.length === 0 ? {} : { headers: { link: link.join(', ') } }),
  };
}

function neighbours(page: number, last: number): Record<string, number> {
  return {
    ...(page > 1 ? { prev: page - 1 } : {}),
    ...(page < last ? { next: page + 1, last } : {}),
    ...(page > 1 ? { first: 1 } : {}),
  };
}

function whole(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new UnknownSituation(`the page or size ${text}`);
  return number;
}
