/** Whether a run is to write a policy and not to judge by one. */
import type { Environment } from '@shipgate/kit/host';
import { inputVariable } from '@shipgate/kit/inputs';

export function asksForInit(args: readonly string[], env: Environment): boolean {
  const isFlag = args.some(
    (each, index) => each === '--mode=init' || (each === '--mode' && args[index + 1] === 'init'),
  );
  return isFlag || (env['GITHUB_ACTIONS'] === 'true' && env[inputVariable('mode')]?.trim() === 'init');
}
