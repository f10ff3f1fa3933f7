import { describe, expect, it } from 'vitest';
import { readFlags } from './flags.ts';

describe('the flags of the demo', () => {
  it('are the portal on its usual port, until Ctrl-C', () => {
    expect(readFlags([], {})).toEqual({ portal: true, port: undefined, once: false });
  });

  it.each([
    [['--no-portal'], { portal: false, port: undefined, once: false }],
    [['--port', '8080'], { portal: true, port: 8080, once: false }],
    [['--port=8080', '--once'], { portal: true, port: 8080, once: true }],
  ])('%j is understood', (args, flags) => {
    expect(readFlags(args, {})).toEqual(flags);
  });

  it('end by themselves in CI', () => {
    expect(readFlags([], { CI: 'true' })).toMatchObject({ once: true });
    expect(readFlags([], { CI: 'false' })).toMatchObject({ once: false });
  });

  it.each([
    [['--prot', '1'], 'got: "--prot"'],
    [['--port'], 'got: "nothing"'],
    [['--port', '70000'], 'got: "70000"'],
    [['--port='], 'got: ""'],
    [['--no-portal', '--port', '1'], 'expected: --port only with the portal'],
  ])('%j is refused, and the way to write it is said', (args, words) => {
    const said = readFlags(args, {});
    expect(said).toContain(words);
    expect(said).toContain('npm run demo -- [flags]');
  });
});
