import MarkdownIt from 'markdown-it';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ReportWorld } from './built-report.fixture.ts';
import { refused } from './testing/portal-stand-in.ts';
import { reason, red, subject } from './testing/verdicts.ts';

let world: ReportWorld;
beforeEach(async () => {
  world = await ReportWorld.start();
});
afterEach(() => world.stop());

const hostile = [
  '::add-mask::all\n::set-output name=outcome::delivered\r##[error]x',
  '--> <script>alert(1)</script> <img src=x onerror=alert(1)>',
  '](https://evil.example) ![x](https://evil.example/x.png) https://evil.example www.evil.example',
  '@everyone #1 acme/orders#2 \u202e\u200b\u001b[31m `` ``` ~~~ | a | b',
].join(' ');

const verdict = red({
  headline: hostile.slice(0, 300),
  subject: { ...subject, service: hostile, path: `../../${hostile}` },
  tool: { name: hostile, version: hostile },
  reasons: [
    reason({ title: hostile, seen: hostile, hurts: hostile, mend: hostile, docs: 'https://evil.example/docs' }),
    reason({ title: ' ', location: { file: hostile, line: 1 } }),
  ],
});

describe('hostile text of a verdict', () => {
  it('is no command, no link, no mention and no markup in the comment, the summary and the log', async () => {
    world.artifact('gate', verdict);
    world.portal.answer(refused(403, hostile, hostile));
    const { commands, summary, stdout, stderr, faults, outputs, report } = await world.run({
      'backstage-url': world.portal.url,
    });
    expect([faults, world.gitHub.faults, outputs['outcome']]).toEqual([[], [], 'incomplete']);
    expect(commands.filter(({ name }) => !['debug', 'add-mask', 'error', 'stop-commands'].includes(name))).toEqual([]);
    expect(commands.filter(({ name }) => name === 'add-mask')).toHaveLength(1);
    expect(`${stdout}${stderr}`).not.toMatch(/[\u202e\u200b]|\u001b\[31m`/u);
    expect(report.troubles).toHaveLength(1);
    const body = world.own.comments[0]?.body ?? '';
    for (const page of [body, summary]) {
      const html = new MarkdownIt({ html: true, linkify: true }).render(page);
      const shown = html.replaceAll(/<code>.*?<\/code>/gs, '');
      expect(shown).not.toMatch(/<script|<img|href="(?!https:\/\/github\.com\/(?:acme\/orders|shipgate\/shipgate)\/)/);
      expect(shown).not.toMatch(/@everyone|(?<!&)#1\b|orders#2/);
    }
    expect(body.split('\n').length).toBeLessThanOrEqual(15);
    expect(body.split('\n')[0]).toMatch(
      /^<!-- shipgate:sticky gate=migrate-gate service=[\w.%/-]+ path=[\w.%/-]+ -->$/,
    );
  });

  it('is no command in a dry run either', async () => {
    world.artifact(`gate`, verdict);
    const { commands, faults, exitCode } = await world.run({ 'dry-run': 'true' });
    expect([exitCode, faults, commands]).toEqual([0, [], []]);
  });

  it('is no command when it is the name of an artifact', async () => {
    world.file('verdicts/##[error]x ::add-mask::y\u202e/verdict.json', '{');
    const { commands, faults, exitCode, stdout } = await world.run();
    expect([exitCode, faults]).toEqual([1, []]);
    expect(commands.map(({ name }) => name)).toEqual(['error']);
    expect(stdout).not.toContain('\u202e');
  });
});
