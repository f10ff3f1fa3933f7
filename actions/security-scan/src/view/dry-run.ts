/** What would be done: which scanners, in which version, on what. Pure. */
import { bold, code, md, type Text, table } from '@shipgate/kit/report/markdown';
import { mark } from '@shipgate/kit/report/sentence';
import type { ReportView } from '@shipgate/kit/report/view';
import { counted } from '@shipgate/kit/verdict';
import { plain } from '../reasons/text.ts';

/** One scanner or report of a plan. */
export interface PlannedScanner {
  readonly name: string;
  /** run, or read its report; nothing of its kind is there; it cannot run. */
  readonly deed: 'run' | 'read' | 'nothing' | 'unable';
  readonly version: string | null;
  /** On what, from which file, or why not. */
  readonly what: string;
  readonly required: boolean;
}

const deeds = { run: 'would run', read: 'would be read', nothing: 'nothing to scan', unable: 'cannot run' } as const;

/** The plan as people see it. */
export function dryRunView(planned: readonly PlannedScanner[]): ReportView {
  const count = (deed: PlannedScanner['deed']) => planned.filter((each) => each.deed === deed).length;
  const unable = count('unable');
  const cannot = unable === 0 ? '' : ` ${unable} cannot.`;
  return {
    lead: `${counted(count('run'), 'scanner')} would run, ${counted(count('read'), 'report')} would be read.${cannot} Nothing was scanned.`,
    tables: planned.length === 0 ? [] : [planTable(planned)],
    foldsProofs: true,
    remark: 'A dry run proves nothing, so it does not pass (exit code 2).',
    terminal: {
      notes: planned.map(({ name, deed, version, what }) => {
        const shown = [mark(name), version === null ? '' : plain(version, 40)].filter((part) => part !== '').join(' ');
        return `${deeds[deed]}: ${shown}: ${plain(what)}`;
      }),
      conclusion: 'a dry run proves nothing',
    },
  };
}

function planTable(planned: readonly PlannedScanner[]): Text {
  const center = (title: string) => ({ title, align: 'center' as const });
  return table(
    ['Scanner', 'Version', center('Required'), center('Plan'), 'On what, or why not'],
    planned.map(({ name, deed, version, what, required }) => [
      code(name),
      version === null ? 'not known' : md`${plain(version, 40)}`,
      required ? 'yes' : 'no',
      deed === 'unable' ? bold(deeds[deed]) : deeds[deed],
      plain(what),
    ]),
  );
}
