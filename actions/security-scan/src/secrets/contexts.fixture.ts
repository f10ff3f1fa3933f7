/** Files as people write them, with a place for a secret. */
import type { Chance } from './chance.fixture.ts';
import type { Made } from './kinds.fixture.ts';

export interface Context {
  readonly path: string;
  around(made: Made, c: Chance): string;
}

/** A value that is known by the line around it stands on that line; another one is given a line of the file's own. */
function lineOf(made: Made, own: (value: string) => string): string {
  return typeof made === 'string' ? own(made) : made.line;
}

const quoted = (made: Made, own: (value: string) => string) =>
  lineOf(typeof made === 'string' ? made.replaceAll('\n', '\\n') : made, own);

export const contexts: readonly Context[] = [
  {
    path: '.env',
    around: (made) => `# production\nPORT=8080\n${quoted(made, (value) => `SERVICE_TOKEN=${value}`)}\nDEBUG=false\n`,
  },
  {
    path: 'config.yaml',
    around: (made) =>
      `service:\n  name: orders\n  replicas: 3\n  credentials:\n    ${quoted(made, (value) => `token: "${value}"`)}\n    expires: never\n`,
  },
  {
    path: 'settings.json',
    around: (made) => {
      const value = typeof made === 'string' ? made : made.line;
      return JSON.stringify({ name: 'orders', auth: { token: value }, retries: 3 }, null, 2);
    },
  },
  {
    path: 'client.ts',
    around: (made) =>
      `import { Client } from './client.ts';\n\n// ${quoted(made, () => 'see the wiki')}\nexport const client = new Client({ token: ${quoted(made, (value) => `'${value}'`)} });\n`,
  },
  {
    path: 'deploy.sh',
    around: (made) =>
      `#!/bin/sh\nset -eu\n${quoted(made, (value) => `curl -H "Authorization: Bearer ${value}" https://api.acme.test/deploy`)}\necho done\n`,
  },
  {
    path: 'README.md',
    around: (made) =>
      `# Orders\n\nSet it up:\n\n\`\`\`sh\n${lineOf(made, (value) => value)}\n\`\`\`\n\nThen start it.\n`,
  },
  {
    path: 'request.http',
    around: (made, c) =>
      quoted(made, (value) => `GET https://api.acme.test/v1/orders?key=${value}&page=${c.between(1, 9)}`),
  },
  {
    path: 'bundle.min.js',
    around: (made, c) =>
      `!function(){var a="${c.base62(300)}",b=${quoted(made, (value) => `"${value}"`)};${`f(a,b);g("${c.hex(40)}");`.repeat(200)}}();`,
  },
  {
    path: 'windows.ini',
    around: (made) => `[service]\r\n${quoted(made, (value) => `Token = ${value}`)}\r\nName = orders\r\n`,
  },
  { path: 'Ünïcode.txt', around: (made) => `Größe ≥ 5 \u{1f511} ${quoted(made, (value) => `„${value}“`)} ende\n` },
];
