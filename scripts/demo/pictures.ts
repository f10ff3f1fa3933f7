// Makes docs/images/*.png of what the last `npm run demo` wrote. Not part of the tests; run it when the pages change:
//   npm run demo && node scripts/bootstrap.mjs scripts/demo/pictures.ts
// Needs Chromium and fonts: apt-get install --no-install-recommends chromium fonts-liberation fonts-noto-color-emoji
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../steps.ts';
import { page } from './page.ts';

const shown = 'bad/cascade-takes-trigger';
/** Largest picture that is committed, in bytes. */
const largest = 200_000;

interface Picture {
  readonly name: string;
  readonly body: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** The part of the run's page from one text to another, without the second. */
function part(html: string, from: string, to: string): string {
  const start = html.indexOf(from);
  const end = html.indexOf(to, start);
  if (start === -1 || end === -1)
    throw new Error(`expected ${from} and then ${to} in the page of ${shown}; do: npm run demo`);
  return html.slice(start, end);
}

function pictures(html: string): readonly Picture[] {
  const summary = `${part(html, '<section class="card">', '</section>')}</section>`;
  const sql = `${part(html, '<details open><summary>', '</details>')}</details>`;
  const log = part(html, '<h2>What was printed</h2>', 'not proven').replace('<h2>What was printed</h2>', '');
  return [
    { name: 'summary-red', body: `${sql}${summary}`, width: 940, height: 832 },
    { name: 'terminal-red', body: `${log.trimEnd()}</pre>`, width: 940, height: 548 },
  ];
}

/** Blink's preferredColorScheme: 0 is dark, 1 is light. */
const schemes = [
  ['light', 1],
  ['dark', 0],
] as const;

function take({ name, body, width, height }: Picture, folder: string): void {
  const source = join(folder, `${name}.html`);
  writeFileSync(source, page(name, body).replace('padding: 24px 16px 64px', 'padding: 8px 16px 16px'));
  for (const [scheme, number] of schemes) {
    const target = join(root, 'docs/images', `${name}-${scheme}.png`);
    const flags = [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-lcd-text', '--hide-scrollbars'],
      ...[`--window-size=${width},${height}`, '--force-device-scale-factor=1.25'],
      ...[`--blink-settings=preferredColorScheme=${number}`, `--user-data-dir=${join(folder, 'chromium')}`],
    ];
    execFileSync('chromium', [...flags, `--screenshot=${target}`, pathToFileURL(source).href], { stdio: 'ignore' });
    const { size } = statSync(target);
    if (size > largest) throw new Error(`${target}: expected at most ${largest} bytes, got ${size}`);
    console.log(`docs/images/${name}-${scheme}.png  ${size} bytes`);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'shipgate-pictures-'));
try {
  const html = readFileSync(join(root, '.data/demo', shown, 'index.html'), 'utf8');
  for (const picture of pictures(html)) take(picture, folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
