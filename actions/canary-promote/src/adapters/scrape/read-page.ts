/** From a page to its series, or why it says nothing. Pure. */
import type { Exposed, Format } from '../../exposition/exposed.ts';
import { isFaulty, parseExposition } from '../../exposition/parse.ts';
import type { Trouble } from '../../strata.ts';
import { trouble } from '../trouble.ts';
import type { Page } from './page.ts';

export function readPage({ type, bytes }: Page): readonly Exposed[] | Trouble {
  const format = formatOf(type);
  if (format === undefined) {
    const [media = ''] = type.split(';');
    return trouble('source-incomplete', `expected OpenMetrics or Prometheus text, got ${media.trim().slice(0, 40)}`);
  }
  const parsed = parseExposition(bytes, format);
  if (!isFaulty(parsed)) return parsed.series;
  const [first] = parsed.faults;
  const others = parsed.faults.length - 1;
  const more = others > 0 ? `, and ${others} more` : '';
  const place = `line ${first?.line}, column ${first?.column}`;
  return trouble('source-incomplete', `expected ${first?.expected}, got ${first?.got} (${place}${more})`);
}

/** A page that does not say what it is may be text of Prometheus; older servers say nothing. */
function formatOf(type: string): Format | undefined {
  const media = type.split(';')[0]?.trim().toLowerCase();
  if (media === 'application/openmetrics-text') return 'openmetrics';
  return media === 'text/plain' || media === '' ? 'prometheus' : undefined;
}
