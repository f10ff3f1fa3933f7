/** checklist: inputs -> facts -> decide -> report. */
import type { Gate, GateContext, GateResult } from '@shipgate/kit/gate';
import type { Inputs } from './inputs.ts';
import { inputSpecs } from './inputs.ts';
import type { Outside } from './outside.ts';
import { codeOrder } from './reasons.ts';
import { runChecklist } from './run.ts';
import { statementOf } from './statement.ts';

export function checklistGate(version: string, outside: Outside): Gate<typeof inputSpecs> {
  return {
    name: 'checklist',
    version,
    description: 'Proves that the production checklist and its sign-offs are true for this very commit.',
    inputs: inputSpecs,
    codeOrder,
    documents: (verdict, text) => {
      const statement = statementOf(verdict, text);
      return statement === undefined ? [] : [{ name: 'statement.intoto.json', text: statement }];
    },
    run: (inputs: Inputs, context: GateContext): Promise<GateResult> => runChecklist(inputs, context, outside),
  };
}
