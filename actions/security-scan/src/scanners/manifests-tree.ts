/** Which files of a tree are Kubernetes manifests, and what of them cannot be judged as it stands. */
import { setImmediate } from 'node:timers/promises';
import { isOf } from '@shipgate/manifests/kinds';
import { isKustomizationPath, type Kustomization, readKustomization } from '@shipgate/manifests/kustomize';
import type { KubernetesObject } from '@shipgate/manifests/object';
import type { ManifestTrouble } from '@shipgate/manifests/read';
import { type Recognised, recognise } from '@shipgate/manifests/recognise';
import type { Trouble } from '../finding.ts';
import type { Tree } from '../ports.ts';
import { decode } from '../secrets/text.ts';
import { readableWords } from './manifests-words.ts';
import type { Turns } from './turns.ts';

export interface ManifestTree {
  /** As they are applied. */
  readonly objects: readonly KubernetesObject[];
  /** Of patches: parts of objects. */
  readonly parts: readonly KubernetesObject[];
  /** Text of each file that has objects. */
  readonly texts: ReadonlyMap<string, string>;
  /** Files that are manifests and cannot be read. */
  readonly unreadable: readonly Trouble[];
  /** Templates and patches: what is applied is something else. */
  readonly unrendered: readonly Trouble[];
}

const MANIFEST = /\.(?:ya?ml|json)$/i;
/** Of engines for templates; what a program makes of such a file is applied, and not the file. */
const TEMPLATE =
  /\.(?:j2|jinja2?|tpl|tmpl|gotmpl|tftpl|template|erb|ejs|mustache|hbs|handlebars|liquid|njk|gomplate|envsubst)$|\.(?:ya?ml|json)\.(?:in|tt?|templ|ytt)$/i;
const RENDERED = 'manifests as they are applied';
const RENDER =
  'Render them into a file of the checkout in a step before (helm template, kustomize build), and exclude what they are made of in the policy';

/** Reads every file that could be a manifest. */
export async function manifestTree(tree: Tree, turns: Turns): Promise<ManifestTree | { readonly trouble: Trouble }> {
  const sorting = new Sorting();
  for (const path of tree.files.filter(isLookedAt)) {
    const late = await turns.next(setImmediate);
    if (late !== undefined) return { trouble: late };
    try {
      sorting.read(path, decoded(await tree.read(path)));
    } catch (error) {
      const got = error instanceof Error && 'code' in error ? String(error.code) : 'an error';
      const mend = 'Make it readable, or exclude it in the policy';
      sorting.unreadable.push({ expected: 'a file that can be read', got, mend, place: { file: path } });
    }
  }
  return sorting.tree();
}

function isLookedAt(path: string): boolean {
  return MANIFEST.test(path) || TEMPLATE.test(path) || isKustomizationPath(path);
}

/** Whether a rule can say anything about an object of itself: a NetworkPolicy only helps others. */
export function isSubject(object: KubernetesObject): boolean {
  return object.kind !== 'NetworkPolicy' && isOf(object, object.kind);
}

/**
 * YAML may be UTF-16 or UTF-32, with a mark or without: https://yaml.org/spec/1.2.2/#52-character-encodings. Other bytes are
 * UTF-8. 'binary': a manifest by its words, and no text.
 */
function decoded(bytes: Buffer): { readonly text: string } | 'binary' {
  const wide = decode(bytes);
  if (wide !== 'binary') return { text: wide.plain ? bytes.toString('utf8') : wide.text };
  const words = bytes.toString('latin1').replaceAll('\0', '');
  return words.includes('apiVersion') && words.includes('kind') ? 'binary' : { text: bytes.toString('utf8') };
}

class Sorting {
  readonly unreadable: Trouble[] = [];
  readonly #objects: KubernetesObject[] = [];
  readonly #texts = new Map<string, string>();
  readonly #unrendered: Trouble[] = [];
  readonly #kustomizations: Kustomization[] = [];

  read(path: string, content: ReturnType<typeof decoded>): void {
    if (content !== 'binary') this.#add(path, content.text);
    else {
      const mend = 'Write it in UTF-8, or exclude it in the policy when it is no manifest';
      this.unreadable.push({ expected: 'YAML or JSON', got: 'bytes that are no text', mend, place: { file: path } });
    }
  }

  #add(path: string, text: string): void {
    if (isKustomizationPath(path)) this.#kustomizations.push(readKustomization({ path, text }));
    const file = recognised(path, text);
    if (file.kind === 'manifest' && TEMPLATE.test(path)) {
      this.#unrendered.push({
        expected: RENDERED,
        got: 'a template that was not rendered',
        mend: RENDER,
        place: { file: path },
      });
      return;
    }
    if (file.kind === 'template') this.#addTemplate(path, file.line);
    if (file.kind !== 'manifest') return;
    this.#objects.push(...file.objects);
    this.#texts.set(path, text);
    this.unreadable.push(...file.troubles.map(unreadableOf));
  }

  tree(): ManifestTree {
    const changing = this.#kustomizations.filter(({ changes }) => changes > 0);
    const patches = new Set(changing.flatMap(({ patchFiles }) => patchFiles));
    return {
      objects: this.#objects.filter(({ file }) => !patches.has(file)),
      parts: this.#objects.filter(({ file }) => patches.has(file)),
      texts: this.#texts,
      unreadable: this.unreadable,
      unrendered: [...this.#unrendered, ...changing.map(unapplied)],
    };
  }

  #addTemplate(file: string, line: number): void {
    const got = 'a template that was not rendered: it holds {{';
    this.#unrendered.push({ expected: RENDERED, got, mend: RENDER, place: { file, line, column: 1 } });
  }
}

/** Braces in a comment make no template of what is applied: one line of them would else hide a file. */
function recognised(path: string, text: string): Recognised {
  const file = recognise({ path, text });
  if (file.kind !== 'template') return file;
  const plain = text.replace(/^[ \t]*#.*$/gm, (line) => line.replaceAll('{{', '{ '));
  const bare = plain.includes('{{') ? file : recognise({ path, text: plain });
  return bare.kind === 'manifest' ? bare : file;
}

function unapplied({ path, changes }: Kustomization): Trouble {
  const got = `a kustomization whose ${changes === 1 ? 'patch or chart was' : `${changes} patches and charts were`} not applied`;
  return { expected: RENDERED, got, mend: RENDER, place: { file: path } };
}

function unreadableOf({ file, line, column, expected, got }: ManifestTrouble): Trouble {
  const place = { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
  const mend = 'Mend the file, or exclude it in the policy when it is no manifest';
  return { expected, got: readableWords(got), mend, place };
}
