/** Edge: signatures, from GitHub where it can be asked. */
import { pullRequestEvents } from '@shipgate/kit/base';

import type { Environment } from '@shipgate/kit/host';
import { baseText } from '@shipgate/kit/policy-base';
import { labelsOf } from '../checklists.ts';
import type { Occasion } from '../outside.ts';
import type { Policy } from '../policy.ts';
import { CODEOWNERS_FILES, type Owners, ownersOf } from '../signoffs/codeowners.ts';
import { type Gathered, Gatherer } from '../signoffs/gather.ts';
import { signoffApi } from '../signoffs/github/api.ts';
import { numberOf, partOf } from '../signoffs/github/fields.ts';
import { People } from '../signoffs/github/people.ts';
import { History } from '../signoffs/history.ts';
import { commitOf, githubSettings, treesOf } from './no-signoffs.ts';

/** Where GitHub can be asked: see no-signoffs.ts for a run that need not, or cannot. */
export async function gatherSignoffs(
  occasion: Occasion & { readonly policy: Policy },
  env: Environment,
): Promise<Gathered> {
  const { inputs, context, configuration, policy } = occasion;
  const { host, progress } = context;
  const [commit, settings] = [commitOf(occasion), githubSettings(occasion, env)];
  if (commit === undefined || settings === undefined)
    throw new Error('asked for signatures without a commit or GitHub');
  const history = new History(
    treesOf(occasion.site.git, settings),
    configuration.files,
    labelsOf(configuration.section),
  );
  progress.stage('signatures', 'asking GitHub', '..');
  const api = signoffApi(settings);
  const teamToken = inputs['team-token'];
  const teamApi = teamToken === undefined ? null : signoffApi({ ...settings, token: teamToken });
  const gatherer = new Gatherer({ api, history, people: new People(teamApi) });
  return await gatherer.gather({
    commit,
    environment: configuration.environment,
    pullRequest: pullRequestOf(occasion),
    run: host.run?.id,
    policy,
    owners: await ownersFor(policy, occasion),
  });
}

function pullRequestOf({ context: { host } }: Occasion): number | undefined {
  if (!pullRequestEvents.includes(host.event?.name ?? '')) return undefined;
  return numberOf(partOf(host.event?.payload, 'pull_request'), 'number');
}

/** CODEOWNERS of the base on a change, of the commit otherwise; the first of its places that is there. */
async function ownersFor(
  policy: Policy,
  { configuration: { base }, files }: Occasion,
): Promise<ReadonlyMap<string, Owners>> {
  const paths = policy.roles.flatMap(({ codeowners }) => codeowners ?? []);
  if (paths.length === 0) return new Map();
  for (const place of CODEOWNERS_FILES) {
    const text =
      base === undefined ? await committedText(files, place) : (await baseText(base, place))?.toString('utf8');
    if (text !== undefined) return new Map(paths.map((path) => [path, ownersOf(text, path)]));
  }
  return new Map();
}

async function committedText(files: Occasion['files'], place: string): Promise<string | undefined> {
  const read = await files.read(place);
  return 'bytes' in read && read.state === 'committed' ? read.bytes.toString('utf8') : undefined;
}
