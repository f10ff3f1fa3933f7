// The security scan of two releases: the example's own files and its planted findings. Advisories are invented, and answered by a
// registry on the loopback.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  type AdvisoryServer,
  type AdvisoryServerSetup,
  startAdvisoryServer,
} from '../../actions/security-scan/src/scanners/advisory-server.fixture.ts';
import { tokenOf } from '../../actions/security-scan/src/secrets/kinds.fixture.ts';
import { daysSinceExample, shifted } from './checklist-dates.ts';
import { judgeWith, type Place, type ReleaseRun, type Releases } from './releases.ts';
import { judged } from './service.ts';

export const securityEntry = 'actions/security-scan/dist/index.cjs';

type Files = Readonly<Record<string, string>>;

export interface SecurityFiles {
  /** What is known, what is suppressed, and the policy that says so. */
  readonly base: Files;
  /** A secret and a vulnerable package. */
  readonly worse: Files;
  /** Reports that the jobs before leave in the workspace. */
  readonly made: Files;
}

const service = 'examples/order-service';

/** `made` are all reports of the example. */
export function securityFiles(root: string, now: number, made: Files): SecurityFiles {
  const policy = readFileSync(join(root, service, '.github/shipgate.yml'), 'utf8');
  return {
    base: { ...planted(root, 'base'), '.github/shipgate.yml': shifted(policy, daysSinceExample(now)) },
    worse: { ...planted(root, 'secret'), ...planted(root, 'vulnerable-package') },
    made,
  };
}

/** Files of a planted folder. The secret is made here: in the repository it would be one that is leaked. */
function planted(root: string, name: string): Files {
  const folder = join(root, service, 'security/planted', name);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const text = readFileSync(file, 'utf8').replace(/@@SECRET:([\w-]+)@@/g, (_all, kind: string) => tokenOf(kind, 7));
      return [relative(folder, file).replaceAll('\\', '/'), text] as const;
    }),
  );
}

/** What `npm audit` asks. The caller closes it. */
export function startAdvisories(root: string): Promise<AdvisoryServer> {
  const text = readFileSync(join(root, service, 'security/planted/advisories.json'), 'utf8');
  return startAdvisoryServer(JSON.parse(text) as AdvisoryServerSetup);
}

const runIds = { [judged.good]: '7700000044', [judged.bad]: '7700000059' } as const;

/** Runs security-scan on a push of the release to main. Throws when it leaves no verdict. */
export function judgeSecurity(
  release: typeof judged.good | typeof judged.bad,
  { made }: SecurityFiles,
  registry: Pick<AdvisoryServer, 'url'>,
  releases: Releases,
  place: Place,
): Promise<ReleaseRun> {
  const job = { runId: runIds[release], workflow: 'scan' as const, name: `security-${release}` };
  const gate = { ...job, entry: securityEntry, inputs: {} };
  return judgeWith(release, gate, made, releases, place, { NPM_CONFIG_REGISTRY: registry.url });
}
