/** What a result says of the package that an advisory is about, in the places where tools put it. */
import { PackageURL } from 'packageurl-js';
import type { PackageFact } from '../finding.ts';
import { listAt, textAt, textsAt } from './sarif-fields.ts';

/** undefined where no kind of package can be told: a package without one is equal to nothing. */
export function packageOf(result: unknown, rule: unknown, message: string, path: string): PackageFact | undefined {
  const purl = purlOf(result, rule);
  const said = saidOf(message, rule);
  const type = purl?.type ?? typeOfSnyk(textAt(result, 'ruleId') ?? '') ?? said?.type ?? typeOfFile(path);
  const name = purl === undefined ? said?.name : nameOf(purl);
  if (type === undefined || name === undefined || name === '') return undefined;
  const version = textAt(result, 'properties', 'packageVersion') ?? purl?.version ?? said?.version ?? null;
  const text = purl === undefined ? made(type, name, version) : purl.toString();
  if (text === undefined) return undefined;
  return {
    purl: text,
    name,
    version,
    range: textAt(result, 'properties', 'affectedVersions') ?? null,
    fixed: textAt(result, 'properties', 'fixedVersion') ?? said?.fixed ?? null,
    via: [],
  };
}

/** In properties (grype, and we), or as the logical place (dependency-check). */
function purlOf(result: unknown, rule: unknown): PackageURL | undefined {
  const places = listAt(result, 'locations').flatMap((each) => listAt(each, 'logicalLocations'));
  const texts = [
    ...textsAt(result, 'properties', 'purl'),
    ...places.flatMap((each) => textsAt(each, 'fullyQualifiedName')),
    ...textsAt(rule, 'properties', 'purls').slice(0, 1),
  ];
  return texts.map(parsed).find((purl) => purl !== undefined);
}

function parsed(text: string): PackageURL | undefined {
  if (!text.startsWith('pkg:')) return undefined;
  try {
    return PackageURL.fromString(text);
  } catch {
    return undefined;
  }
}

function nameOf({ type, namespace, name }: PackageURL): string {
  const separator = type === 'maven' ? ':' : '/';
  return namespace === undefined || namespace === null || namespace === '' ? name : `${namespace}${separator}${name}`;
}

function made(type: string, name: string, version: string | null): string | undefined {
  const parts = name.split(type === 'maven' ? ':' : '/');
  try {
    const namespace = parts.slice(0, -1).join('/');
    return new PackageURL(
      type,
      namespace === '' ? null : namespace,
      parts.at(-1) ?? '',
      version,
      null,
      null,
    ).toString();
  } catch {
    return undefined;
  }
}

interface Said {
  readonly name: string;
  readonly version: string | null;
  readonly fixed: string | null;
  readonly type?: string;
}

/** In the sentences of trivy, osv-scanner, grype and snyk. */
function saidOf(message: string, rule: unknown): Said | undefined {
  const trivy = /^Package: (\S+)$/m.exec(message)?.[1];
  if (trivy !== undefined)
    return {
      name: trivy,
      version: /^Installed Version: (\S+)$/m.exec(message)?.[1] ?? null,
      fixed: /^Fixed Version: ([^\s,]+)/m.exec(message)?.[1] ?? null,
    };
  const osv = /^Package '(.+)@([^@']+)' is vulnerable/.exec(message);
  if (osv !== null) return { name: osv[1] ?? '', version: osv[2] ?? null, fixed: null };
  const grype = /vulnerability in (\S+) package: (\S+), version (\S+) /.exec(message);
  if (grype !== null) {
    const type = typesOfGrype[grype[1] ?? ''];
    return { name: grype[2] ?? '', version: grype[3] ?? null, fixed: null, ...(type === undefined ? {} : { type }) };
  }
  const snyk = /(?:^|\) )(\S+)@([^@\s]+)$/.exec(textAt(rule, 'fullDescription', 'text') ?? '');
  return snyk === null ? undefined : { name: snyk[1] ?? '', version: snyk[2] ?? null, fixed: null };
}

const typesOfGrype: Readonly<Record<string, string>> = {
  npm: 'npm',
  python: 'pypi',
  'go-module': 'golang',
  'java-archive': 'maven',
  'rust-crate': 'cargo',
  gem: 'gem',
  'php-composer': 'composer',
  dotnet: 'nuget',
};

const typesOfSnyk: Readonly<Record<string, string>> = {
  JS: 'npm',
  PYTHON: 'pypi',
  JAVA: 'maven',
  RUBY: 'gem',
  GOLANG: 'golang',
  PHP: 'composer',
  DOTNET: 'nuget',
  RUST: 'cargo',
};

function typeOfSnyk(id: string): string | undefined {
  const language = /^SNYK-([A-Z]+)-/.exec(id)?.[1];
  return language === undefined ? undefined : typesOfSnyk[language];
}

const typesOfFiles: readonly (readonly [RegExp, string])[] = [
  [/^(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock)$/, 'npm'],
  [
    /^(?:requirements.*\.txt|poetry\.lock|uv\.lock|pdm\.lock|pylock.*\.toml|pyproject\.toml|Pipfile(?:\.lock)?)$/,
    'pypi',
  ],
  [/^go\.(?:mod|sum)$/, 'golang'],
  [/^Cargo\.(?:lock|toml)$/, 'cargo'],
  [/^(?:Gemfile(?:\.lock)?|.*\.gemspec)$/, 'gem'],
  [/^composer\.(?:lock|json)$/, 'composer'],
  [/^(?:pom\.xml|gradle\.lockfile|.*\.jar)$/, 'maven'],
  [/^(?:packages\.lock\.json|packages\.config|.*\.csproj|.*\.deps\.json)$/, 'nuget'],
  [/^pubspec\.lock$/, 'pub'],
  [/^mix\.lock$/, 'hex'],
  [/^Package\.resolved$/, 'swift'],
];

function typeOfFile(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return typesOfFiles.find(([form]) => form.test(name))?.[1];
}
