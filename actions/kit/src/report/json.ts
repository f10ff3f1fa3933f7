/** The verdict as JSON: always a file, and with `--json` all of stdout. */
import { jsonText } from '../escape.ts';
import type { Reporter } from './view.ts';

export const reportJson: Reporter = (verdict, _view, _host, options) => {
  const text = jsonText(verdict);
  return [{ kind: 'file', name: 'verdict.json', text }, ...(options.json ? [{ kind: 'stdout', text } as const] : [])];
};
