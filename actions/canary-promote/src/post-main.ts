/** The entry of the action's post step: the same program, which must never take a post step for a rollout. */
process.env['SHIPGATE_POST'] = 'true';
// Beside this file in dist; not bundled twice.
const program = './index.cjs';
void import(program);
