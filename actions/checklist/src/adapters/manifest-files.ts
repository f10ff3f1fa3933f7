/** Edge: manifests as text, from files or from the command that renders them. */
import { allowedEnvironment, CommandError, runCommand } from '@shipgate/kit/command';
import { cut, visible } from '@shipgate/kit/escape';
import { whyNotToRun } from '@shipgate/kit/foreign-code';
import type { Environment } from '@shipgate/kit/host';
import { baseText } from '@shipgate/kit/policy-base';
import type { ManifestSources, Occasion } from '../outside.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Each)[] ? Each[] : T[Key] };

const MANIFEST = /\.(ya?ml|json)$/i;

export async function readManifests(occasion: Occasion, env: Environment): Promise<ManifestSources> {
  const { configuration, files } = occasion;
  const { manifests } = configuration.section;
  const sources: Mutable<ManifestSources> = { files: [], policies: [], troubles: [] };
  const render = manifests?.render;
  if (Array.isArray(render)) await addRendered(sources, render, occasion, env);
  const given = configuration.manifestPaths;
  const paths = given ?? manifests?.paths ?? [];
  for (const path of Array.isArray(render) && given === undefined ? [] : paths) {
    const found = await manifestsAt(path, occasion);
    if (found.length === 0) {
      sources.troubles.push({
        file: path,
        expected: 'a folder or file with manifests (.yaml, .yml, .json)',
        got: 'none',
      });
    }
    for (const file of found) await addText(sources, sources.files, file, files);
  }
  // A change must not weaken its own rules.
  for (const file of manifests?.policies ?? []) await addPolicy(sources, file, occasion);
  return sources;
}

/** A folder stands for all manifests below it. */
async function manifestsAt(path: string, { files }: Occasion): Promise<readonly string[]> {
  if (/[*?]/.test(path)) return await files.match(path);
  const below = path === '.' ? '**' : `${path.replace(/\/+$/, '')}/**`;
  const inside = (await files.match(below)).filter((file) => MANIFEST.test(file));
  return inside.length > 0 ? inside : (await files.match(path)).filter((file) => MANIFEST.test(file));
}

async function addText(
  sources: Mutable<ManifestSources>,
  to: { path: string; text: string }[],
  file: string,
  files: Occasion['files'],
): Promise<void> {
  const read = await files.read(file);
  if ('bytes' in read && read.state !== 'changed') {
    to.push({ path: file, text: read.bytes.toString('utf8') });
    return;
  }
  const got =
    'bytes' in read ? 'a file that differs from the commit' : read.kind === 'missing' ? 'no such file' : read.why;
  sources.troubles.push({ file, expected: 'a file of this commit', got });
}

async function addPolicy(sources: Mutable<ManifestSources>, file: string, occasion: Occasion): Promise<void> {
  const { base } = occasion.configuration;
  if (base === undefined) return await addText(sources, sources.policies, file, occasion.files);
  const text = await baseText(base, file);
  if (text !== undefined) sources.policies.push({ path: file, text: text.toString('utf8') });
  else sources.troubles.push({ file, expected: 'a file of the base', got: 'none there' });
}

const RENDER_MS = 120_000;
const MOST_BYTES = 50 * 1024 * 1024;
const NAMES = ['PATH', 'HOME', 'LANG', 'TZ', 'HELM_CACHE_HOME', 'HELM_CONFIG_HOME', 'HELM_DATA_HOME'];

/** The program is the policy's; the charts are the change's, so it runs only where a command may. */
async function addRendered(
  sources: Mutable<ManifestSources>,
  render: readonly string[],
  { site, context }: Occasion,
  env: Environment,
): Promise<void> {
  const [program = '', ...rest] = render;
  const path = `rendered by ${program}`;
  const refuse = (got: string) =>
    sources.troubles.push({ file: path, expected: 'manifests on its standard output', got });
  const why = whyNotToRun(context.host.event?.name, env);
  if (why !== undefined) return void refuse(why);
  try {
    const result = await runCommand({
      argv: [program, ...rest],
      cwd: site.top,
      env: allowedEnvironment(NAMES, env),
      timeoutMs: RENDER_MS,
      maxOutputBytes: MOST_BYTES,
    });
    if (result.timedOut || result.exitCode !== 0)
      refuse(result.timedOut ? 'nothing within 2 minutes' : `exit code ${result.exitCode}: ${lastLine(result.stderr)}`);
    else if (result.truncated) refuse('more than 50 MB');
    else sources.files.push({ path, text: result.stdout.toString('utf8') });
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    refuse(error.message);
  }
}

/** What a program complained of, for people. */
function lastLine(output: Buffer): string {
  const lines = output.toString('utf8').split(/\r?\n/);
  return cut(visible(lines.findLast((line) => line.trim() !== '') ?? 'it printed nothing'), 200);
}
