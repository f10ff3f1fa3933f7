import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Format } from 'esbuild';
import { build } from 'esbuild';
import { folderOfPackage, noticesText, readThirdParty } from '../build/notices.ts';
import { emitDeclarations, reachedDeclarations, withPublishedImports } from './declarations.ts';
import type { Manifest } from './manifest.ts';
import { readManifest } from './manifest.ts';

/** Parts of these stand in the generated validators. */
const partsOf = ['ajv', 'ajv-formats'];

const formats: readonly { readonly format: Format; readonly file: string }[] = [
  { format: 'cjs', file: 'index.js' },
  { format: 'esm', file: 'index.mjs' },
];

/**
 * Writes the published form of `@shipgate/schemas` into `folder`. The sources are TypeScript with `.ts` imports, which
 * only Node reads, and only outside node_modules: others get CommonJS, ES modules and declarations.
 */
export async function stageSchemas(root: string, folder: string): Promise<void> {
  const source = join(root, 'schemas');
  mkdirSync(join(folder, 'dist'), { recursive: true });
  await Promise.all(formats.map(({ format, file }) => bundle(source, format, join(folder, 'dist', file))));
  const emitted = `${folder}-types`;
  await emitDeclarations(root, 'schemas', emitted);
  copyDeclarations(join(emitted, 'src'), join(folder, 'dist/types'));
  writeFileSync(join(folder, 'dist/index.d.ts'), "export * from './types/index.js';\n");
  writeFileSync(join(folder, 'dist/index.d.mts'), "export * from './types/index.js';\n");
  const schemas = readdirSync(source).filter((name) => name.endsWith('.schema.json'));
  for (const name of [...schemas, 'README.md']) cpSync(join(source, name), join(folder, name));
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  const parties = partsOf.map((name) => readThirdParty(root, folderOfPackage(root, 'schemas', name)));
  writeFileSync(join(folder, 'dist/THIRD-PARTY-NOTICES'), noticesText(parties, ''));
  const manifest = publishedManifest(readManifest(source), schemas);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

async function bundle(source: string, format: Format, outfile: string): Promise<void> {
  await build({
    absWorkingDir: source,
    entryPoints: ['src/index.ts'],
    outfile,
    bundle: true,
    format,
    platform: 'neutral',
    packages: 'external',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
}

function copyDeclarations(from: string, to: string): void {
  for (const name of reachedDeclarations(from, 'index.d.ts')) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    writeFileSync(join(to, name), withPublishedImports(readFileSync(join(from, name), 'utf8')));
  }
}

/**
 * The package.json of the tarball. It has no `type`, so that `.js` is CommonJS for every resolver, old ones too.
 * `private` guards the one in the tree, whose entry is no JavaScript.
 */
export function publishedManifest(source: Manifest, schemas: readonly string[]): Manifest {
  const { name, version, description, license, dependencies } = source;
  return {
    name,
    version,
    ...(description === undefined ? {} : { description }),
    ...(license === undefined ? {} : { license }),
    main: './dist/index.js',
    module: './dist/index.mjs',
    types: './dist/index.d.ts',
    exports: {
      '.': {
        import: { types: './dist/index.d.mts', default: './dist/index.mjs' },
        require: { types: './dist/index.d.ts', default: './dist/index.js' },
      },
      ...Object.fromEntries(schemas.map((file) => [`./${file}`, `./${file}`])),
      './package.json': './package.json',
    },
    sideEffects: false,
    files: ['dist', '*.schema.json'],
    ...(dependencies === undefined ? {} : { dependencies }),
  };
}
