/** Edge: the files of the checkout. */
import { allowedEnvironment } from '@shipgate/kit/command';
import { gitEnvironmentNames } from '@shipgate/kit/git';
import type { Environment } from '@shipgate/kit/host';
import type { Site } from '@shipgate/kit/site';
import { CheckoutFiles } from '../evidence/repository-files.ts';
import type { RepositoryFiles } from '../ports.ts';

export function openFiles(site: Site, env: Environment, workspace: string): RepositoryFiles {
  return new CheckoutFiles(site.top, site.git, { env: allowedEnvironment(gitEnvironmentNames, env), workspace });
}
