/** Throws when the environment is one of production: whoever reaches this portal may read everything as a guest. */
export function refuseProduction(env: Readonly<Record<string, string | undefined>>): void {
  if (env['NODE_ENV'] !== 'production') return;
  throw new Error(
    'expected: a machine to try things on; got: NODE_ENV=production; do: build a Backstage app of your own and add ' +
      'the plugins to it, since this portal lets everybody in as a guest',
  );
}
