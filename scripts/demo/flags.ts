// Flags of `npm run demo`. Pure.

export interface DemoFlags {
  /** Whether the portal is started. */
  readonly portal: boolean;
  /** Undefined: the usual one, or any that is free. */
  readonly port: number | undefined;
  /** Check the portal by its API and end, instead of serving until Ctrl-C. */
  readonly once: boolean;
}

export const usage = `npm run demo -- [flags]
  --no-portal   the gate alone
  --port N      the portal's port (without it 7007, or a free one when that is taken)
  --once        check what the portal shows and end (so does CI=true)`;

/** The flags, or what is wrong with them in words for people. */
export function readFlags(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): DemoFlags | string {
  let flags: DemoFlags = { portal: true, port: undefined, once: env['CI'] === 'true' };
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    const [name, glued] = arg.split('=', 2);
    if (arg === '--no-portal') flags = { ...flags, portal: false };
    else if (arg === '--once') flags = { ...flags, once: true };
    else if (name === '--port') {
      const text = glued ?? args[at + 1] ?? 'nothing';
      const port = Number(text);
      if (!Number.isInteger(port) || port < 1 || port > 65_535)
        return wrong('a port from 1 to 65535 after --port', text);
      flags = { ...flags, port };
      if (glued === undefined) at += 1;
    } else return wrong('one of the flags below', arg);
  }
  if (!flags.portal && flags.port !== undefined) return wrong('--port only with the portal', '--no-portal --port');
  return flags;
}

function wrong(expected: string, got: string): string {
  return `expected: ${expected}\ngot: ${JSON.stringify(got)}\ndo: ${usage}`;
}
