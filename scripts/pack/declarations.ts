import { readFileSync, rmSync } from 'node:fs';
import { join, posix } from 'node:path';
import { runTool } from './process.ts';

/**
 * Emits the declarations of a project anew into `folder`, where each file has the path that it has in the project.
 * Rejects with the type errors when there are any.
 */
export async function emitDeclarations(root: string, project: string, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  await runTool(root, 'typescript/bin/tsc', ['-p', project, '--outDir', folder, '--pretty', 'false'], root);
}

const relativeImport = /((?:from|import)\s*\(?\s*)(['"])(\.{1,2}\/[^'"]+)\.tsx?\2/g;

/** The declaration files that are reached from one, that one included: names below `folder`, with `/`. */
export function reachedDeclarations(folder: string, entry: string): readonly string[] {
  const reached = new Set([entry]);
  for (const name of reached) {
    const text = readFileSync(join(folder, name), 'utf8');
    for (const [, , , path = ''] of text.matchAll(relativeImport)) {
      reached.add(`${posix.join(posix.dirname(name), path)}.d.ts`);
    }
  }
  return [...reached];
}

/** An import of a declaration file as others can read it: `./fault.ts` is our own way to write `./fault.js`. */
export function withPublishedImports(declarations: string): string {
  return declarations.replaceAll(relativeImport, '$1$2$3.js$2');
}
