/** What a command of the policy may see, and where none is run. Pure. */
import { allowedEnvironment } from '@shipgate/kit/command';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where programs, their caches and their settings are; none of them is a credential. */
const names = [
  ...[
    'PATH',
    'HOME',
    'LANG',
    'LC_ALL',
    'LC_CTYPE',
    'TZ',
    'TMPDIR',
    'CI',
    'GITHUB_ACTIONS',
    'GITHUB_SHA',
    'GITHUB_WORKSPACE',
  ],
  ...[
    'RUNNER_OS',
    'RUNNER_ARCH',
    'RUNNER_TEMP',
    'RUNNER_TOOL_CACHE',
    'AGENT_TOOLSDIRECTORY',
    'LD_LIBRARY_PATH',
    'SSL_CERT_FILE',
  ],
  ...['JAVA_HOME', 'MAVEN_HOME', 'M2_HOME', 'GRADLE_HOME', 'GRADLE_USER_HOME', 'ANDROID_HOME', 'KOTLIN_HOME'],
  ...['GOROOT', 'GOPATH', 'GOCACHE', 'GOMODCACHE', 'GOTOOLCHAIN', 'CARGO_HOME', 'RUSTUP_HOME', 'RUSTUP_TOOLCHAIN'],
  ...['NVM_DIR', 'NVM_BIN', 'NODE_PATH', 'NODE_ENV', 'COREPACK_HOME', 'PNPM_HOME', 'BUN_INSTALL', 'DENO_DIR'],
  ...[
    'PYTHONPATH',
    'PYTHONHOME',
    'VIRTUAL_ENV',
    'pythonLocation',
    'PIPX_HOME',
    'CONDA_PREFIX',
    'POETRY_HOME',
    'UV_CACHE_DIR',
  ],
  ...['GEM_HOME', 'GEM_PATH', 'BUNDLE_PATH', 'RBENV_ROOT', 'COMPOSER_HOME', 'DOTNET_ROOT', 'SDKMAN_DIR', 'ASDF_DIR'],
];

export function commandEnvironment(from: Environment): Record<string, string> {
  return allowedEnvironment(names, from);
}

/**
 * Why this run must not execute what a change brought: the event has the rights of the base repository
 * (https://docs.github.com/actions/reference/security/secure-use#mitigating-the-risks-of-untrusted-code-checkout), or the
 * job can ask for an OIDC token, which a child finds in the memory of its parent.
 */
export function whyNotToRun(eventName: string | undefined, env: Environment): string | undefined {
  if (eventName === 'pull_request_target' || eventName === 'workflow_run') return `no command is run on ${eventName}`;
  const asked = ['ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_URL'];
  const holdsToken = asked.some((name) => env[name] !== undefined && env[name] !== '');
  return holdsToken ? 'no command is run in a job that can ask for an OIDC token' : undefined;
}
