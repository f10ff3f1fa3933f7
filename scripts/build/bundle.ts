import { basename, join, relative, sep } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';
import { build } from 'esbuild';
import type { Buildable, PackageBuild } from './package-build.ts';

export interface Bundles {
  /** Name in dist -> content. */
  readonly files: ReadonlyMap<string, string>;
  /** Every file that went in, from the top of the repository, sorted. */
  readonly inputs: readonly string[];
  /** Licence comments that esbuild took out of the code: file in the tree -> text. */
  readonly legal: string;
}

/**
 * `import.meta.url` does not exist in CommonJS; packages that look for their files beside themselves need it.
 * Added only to a bundle that asks for it.
 */
const moduleUrl = "const shipgateModuleUrl = require('node:url').pathToFileURL(__filename).href;";

/** What CommonJS calls the places that a module asks `import.meta` for. */
const whereAmI = {
  'import.meta.url': 'shipgateModuleUrl',
  'import.meta.dirname': '__dirname',
  'import.meta.filename': '__filename',
} as const;

function options(root: string, unit: Buildable, own: PackageBuild): BuildOptions {
  const entries = { [unit.main]: 'src/main.ts', ...own.entryPoints };
  return {
    absWorkingDir: root,
    entryPoints: Object.entries(entries).map(([out, path]) => ({ out, in: join(root, unit.folder, path) })),
    outdir: join(root, unit.folder, 'dist'),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: false,
    sourcemap: false,
    legalComments: 'external',
    charset: 'utf8',
    logLevel: 'silent',
    metafile: true,
    // The workspace's tsconfig is for the type checker; a bundle must not change with it.
    tsconfigRaw: { compilerOptions: { target: 'ES2023', verbatimModuleSyntax: true } },
    external: [...(own.external ?? [])],
    define: { ...whereAmI, ...own.define },
    loader: { ...own.loader },
    plugins: (own.withoutSideEffects ?? []).map(withoutSideEffects),
  };
}

/** What `sideEffects: false` in the package's own package.json would say. */
function withoutSideEffects(name: string): Plugin {
  const isInside = new RegExp(`[\\\\/]node_modules[\\\\/]${name.replaceAll('/', '[\\\\/]')}[\\\\/]`);
  const resolving = Symbol('resolving');
  return {
    name: `without side effects: ${name}`,
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ path, pluginData, ...from }) => {
        if (pluginData === resolving || !(isInside.test(from.importer) || path === name)) return undefined;
        const found = await build.resolve(path, { ...from, pluginData: resolving });
        return isInside.test(found.path) ? { ...found, sideEffects: false } : found;
      });
    },
  };
}

/** Bundles one package in memory. The same sources give the same bytes, in whatever folder the repository lies. */
export async function bundle(root: string, unit: Buildable, own: PackageBuild): Promise<Bundles> {
  const result = await build(options(root, unit, own));
  const files = new Map<string, string>();
  const legal: string[] = [];
  for (const { path, text } of result.outputFiles ?? []) {
    const name = basename(path);
    if (name.endsWith('.LEGAL.txt')) legal.push(text.trim());
    else files.set(name, withHead(unit, name, text));
  }
  const inputs = Object.keys(result.metafile?.inputs ?? {}).map((path) => relative(root, join(root, path)));
  return { files, inputs: inputs.map((path) => path.split(sep).join('/')).sort(), legal: legal.join('\n\n') };
}

function withHead(unit: Buildable, name: string, text: string): string {
  const isCommand = unit.command && name === `${unit.main}.cjs`;
  const head = [
    ...(isCommand ? ['#!/usr/bin/env node'] : []),
    `// Made from ${unit.folder}/src by \`npm run build\`. Do not edit; licences are in THIRD-PARTY-NOTICES.`,
  ].join('\n');
  const code = text.includes('shipgateModuleUrl') ? afterDirective(text, moduleUrl) : text;
  return `${head}\n${code}`;
}

/** "use strict" only counts as the first statement. */
function afterDirective(text: string, line: string): string {
  const directive = '"use strict";\n';
  return text.startsWith(directive) ? `${directive}${line}\n${text.slice(directive.length)}` : `${line}\n${text}`;
}
