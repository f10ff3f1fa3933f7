/** A change that breaks those who use an interface, as a finding. */
import type { Location, RawFinding } from '../finding.ts';
import { said } from './json.ts';

export interface ContractChange {
  readonly rule: string;
  /** What changed, in the tool's words. */
  readonly text: string;
  /** `GET /orders`; empty where the tool names none. */
  readonly where: string;
  /** high: it breaks. medium: the tool only warns. */
  readonly severity: 'high' | 'medium';
  readonly location: Location | null;
  /** What else the tool says. */
  readonly comment?: string;
  readonly fingerprints?: Readonly<Record<string, string>>;
}

export function contractFinding(change: ContractChange): RawFinding {
  const { rule, text, where, severity, location, comment = '', fingerprints } = change;
  const words = said(text, 300).replace(/\.$/, '');
  const sentence = where === '' ? `${words}.` : `${said(where, 120)}: ${words}.`;
  return {
    category: 'contract',
    ...{ rule, severity, location },
    title: said(words, 100),
    message: comment === '' ? sentence : `${sentence} ${said(comment, 300)}`,
    advisories: [],
    ...(fingerprints === undefined ? {} : { fingerprints }),
  };
}
