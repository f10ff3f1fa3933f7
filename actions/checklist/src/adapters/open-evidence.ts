/** Edge: a reader for each kind of evidence, over the real world. Each is loaded when the first of its kind is asked for. */
import { resolve } from 'node:path';
import { cut, visible } from '@shipgate/kit/escape';
import type { Environment } from '@shipgate/kit/host';
import type { Look } from '../collect.ts';
import type { EvidenceEntry } from '../evidence/entry.ts';
import type { EvidenceResult } from '../evidence/result.ts';
import type { Occasion } from '../outside.ts';
import type { EvidenceReader, RepositoryFiles } from '../ports.ts';

type Kind = EvidenceEntry['kind'];
type Reader<Of extends Kind> = EvidenceReader<Extract<EvidenceEntry, { kind: Of }>>;
type Loaders = { readonly [Of in Kind]: (occasion: Occasion, env: Environment) => Promise<Reader<Of>> };

export function openEvidence(occasion: Occasion, env: Environment): Look {
  const readers = new Map<Kind, Promise<EvidenceReader<EvidenceEntry>>>();
  return async (question) => {
    const { kind } = question.entry;
    // Kind and reader go together by the table's type; TypeScript does not follow a union through an index.
    const reader = readers.get(kind) ?? (loaders[kind](occasion, env) as Promise<EvidenceReader<EvidenceEntry>>);
    readers.set(kind, reader);
    return (await reader).look(question);
  };
}

/** Of a command's output. */
const MOST_LINES = 20;

const loaders: Loaders = {
  gate: async ({ inputs, context: { host }, site, configuration }, env) => {
    const { GateEvidence } = await import('../evidence/gate.ts');
    return new GateEvidence({
      folders: (inputs.verdicts ?? []).map((folder) => resolve(site.start, folder)),
      github: await gateGitHub(inputs.token, host, env),
      runId: host.run?.id,
      checkRuns: configuration.mode === 'report',
      onPullRequest: configuration.mode === 'report' && configuration.base !== undefined,
    });
  },
  report: async ({ files }) => new (await import('../evidence/report.ts')).ReportEvidence(files),
  metric: async (occasion, env) =>
    new (await import('../evidence/metric.ts')).MetricReader(await doorOf(occasion), env),
  http: async (occasion) => new (await import('../evidence/http.ts')).HttpReader(await doorOf(occasion)),
  manifest: async (occasion, env) => {
    const { ManifestEvidence } = await import('../evidence/manifest.ts');
    const { judgeManifests } = await import('@shipgate/manifests/judgement');
    const { readManifests } = await import('./manifest-files.ts');
    return new ManifestEvidence(async () => {
      const sources = await readManifests(occasion, env);
      const judged = judgeManifests({ ...sources, now: occasion.context.clock.now() });
      return { results: judged.results, troubles: [...sources.troubles, ...judged.troubles] };
    });
  },
  file: async ({ files }) => new (await import('../evidence/file.ts')).FileReader(files),
  command: async (occasion, env) => {
    const { site, context } = occasion;
    const secret = secretIn(occasion, env);
    if (secret !== undefined)
      return { look: ({ entry }) => Promise.resolve(besideSecret(entry.command.join(' '), secret)) };
    const { CommandReader } = await import('../evidence/command.ts');
    const eventName = context.host.event?.name;
    // What it complains of is needed to mend it; the end says most.
    const log = (lines: readonly string[]) => {
      for (const line of lines.slice(-MOST_LINES)) context.progress.note(line);
    };
    return new CommandReader({ top: site.top, git: site.git, env, eventName, log });
  },
  attestation: async (occasion) => {
    const { AttestationReader } = await import('../evidence/attestation.ts');
    return new AttestationReader(occasion.files, keyFiles(occasion));
  },
};

/** What a program of the change could read of our process: more than the token of its own job. */
function secretIn({ inputs, configuration }: Occasion, env: Environment): string | undefined {
  if (inputs['team-token'] !== undefined) return 'team-token';
  const names = (configuration.section.evidence ?? []).flatMap((entry) => entry['token-env'] ?? []);
  return names.find((name) => (env[name] ?? '') !== '');
}

function besideSecret(command: string, secret: string): EvidenceResult {
  const seen = `a command is not run where ${secret} is: it could read it`;
  const mend = 'run it in a job of its own, and read what it leaves as a report';
  return { kind: 'command', outcome: 'unknown', source: cut(visible(command)), seen, mend };
}

async function doorOf({ configuration }: Occasion) {
  const { UrlDoor } = await import('../evidence/url-door.ts');
  return new UrlDoor({ hosts: configuration.section.hosts ?? [] });
}

async function gateGitHub(token: string | undefined, host: Occasion['context']['host'], env: Environment) {
  const apiUrl = env['GITHUB_API_URL'];
  const { repository } = host;
  if (host.kind !== 'github' || repository === undefined || apiUrl === undefined) return undefined;
  const { GitHubClient } = await import('@shipgate/kit/github-client');
  return { api: new GitHubClient({ apiUrl, repository, ...(token === undefined ? {} : { token }) }), repository };
}

/** Keys of attestations: a change must not bring its own. */
function keyFiles({ configuration: { base }, files }: Occasion): Pick<RepositoryFiles, 'read'> {
  if (base === undefined) return files;
  return {
    read: async (path) => {
      const read = await files.read(path);
      if (!('bytes' in read)) return read;
      try {
        const bytes = (await base.read([path])).get(path);
        const isSame = bytes?.equals(read.bytes) === true;
        return isSame ? read : { kind: 'refused', why: 'it differs from the base of this change' };
      } catch {
        return { kind: 'refused', why: 'the base of this change has no such file' };
      }
    },
  };
}
