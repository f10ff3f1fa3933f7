import { isOf, JUDGED_KINDS } from './kinds.ts';
import type { KubernetesObject } from './object.ts';
import type { ManifestFile, ManifestTrouble } from './read.ts';
import { readManifest } from './read.ts';

/** Longer files are read only when their text says at its top that it is a manifest. UTF-16 units. */
const SMALL = 512 * 1024;

/** What a file of a repository is, of which nobody said that it is a manifest. */
export type Recognised =
  /** No object that a rule of ours is about: a workflow, an OpenAPI description, a catalog entry, a custom resource. */
  | { readonly kind: 'other' }
  /** Line of its first `{{`. */
  | { readonly kind: 'template'; readonly line: number }
  /** At least one object that a rule is about, or a trouble of a file that would have one. */
  | {
      readonly kind: 'manifest';
      readonly objects: readonly KubernetesObject[];
      readonly troubles: readonly ManifestTrouble[];
    };

const other = { kind: 'other' } as const;

/** Tells manifests from all else that is YAML or JSON. A manifest that cannot be read is one all the same. Never throws. */
export function recognise(file: ManifestFile): Recognised {
  const { text } = file;
  if (!text.includes('apiVersion') || !text.includes('kind')) return other;
  const looks = looksLikeManifest(text);
  if (!looks && (text.length > SMALL || ![...JUDGED_KINDS].some((kind) => text.includes(kind)))) return other;
  const read = readManifest(file);
  if (read.templateLine !== undefined) return looks ? { kind: 'template', line: read.templateLine } : other;
  const has = read.objects.some((object) => isOf(object, object.kind));
  if (!has && !(looks && read.troubles.length > 0)) return other;
  return { kind: 'manifest', objects: read.objects, troubles: read.troubles };
}

/** Whether a document of the text, as far as it can be told without reading it, is an object that a rule is about. */
function looksLikeManifest(text: string): boolean {
  const whole = jsonRoot(text);
  if (whole !== undefined) return isJudged(whole.apiVersion, whole.kind);
  return text.split(/^---(?=\s|$)/m).some((document) => {
    const start = document.replace(/^(?:\s|#.*)+/, '');
    const top = /^(?:\{(?!\{)|\[)/.test(start) ? start : topLines(document);
    const groups = valuesOf(top, 'apiVersion');
    return groups.length > 0 && valuesOf(top, 'kind').some((kind) => groups.some((group) => isJudged(group, kind)));
  });
}

/** The two fields of a text that is JSON; undefined for other texts. */
function jsonRoot(text: string): { readonly apiVersion: string; readonly kind: string } | undefined {
  if (!/^\uFEFF?\s*\{(?!\{)/.test(text)) return undefined;
  try {
    const root: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const field = (name: string) => String((root as Readonly<Record<string, unknown>> | null)?.[name] ?? '');
    return { apiVersion: field('apiVersion'), kind: field('kind') };
  } catch {
    return undefined;
  }
}

/** Lines of the keys of a document's root: those that are indented least. */
function topLines(document: string): string {
  const lines = document.split(/\r\n?|\n/).filter((line) => /^\s*[^\s#%]/.test(line) && !/^\s*\{\{/.test(line));
  const indent = (line: string) => line.length - line.trimStart().length;
  const least = lines.reduce((low, line) => Math.min(low, indent(line)), Number.POSITIVE_INFINITY);
  return lines.filter((line) => indent(line) === least && !line.trimStart().startsWith('- ')).join('\n');
}

const FIELDS = {
  apiVersion: /(?:^|[\s,{"'])apiVersion["']?\s*:\s*(?:[!&]\S*\s+)*["']?(\{\{|[^\s"'#,{}[\]]+)/gm,
  kind: /(?:^|[\s,{"'])kind["']?\s*:\s*(?:[!&]\S*\s+)*["']?(\{\{|[^\s"'#,{}[\]]+)/gm,
};

function valuesOf(text: string, field: keyof typeof FIELDS): readonly string[] {
  return [...text.matchAll(FIELDS[field])].map(([, value]) => value ?? '');
}

/** A List may hold anything, and so may a template that fills the fields in. */
function isJudged(apiVersion: string, kind: string): boolean {
  const slash = apiVersion.indexOf('/');
  const group = slash === -1 ? '' : apiVersion.slice(0, slash);
  if (apiVersion === '' || (group === '' && kind === 'List')) return apiVersion !== '';
  if (kind.startsWith('{{')) return apiVersion.startsWith('{{');
  const single = kind.replace(/List$/, '');
  return apiVersion.includes('{{') ? JUDGED_KINDS.has(single) : isOf({ kind: single, group }, single);
}
