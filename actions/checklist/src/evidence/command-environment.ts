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
