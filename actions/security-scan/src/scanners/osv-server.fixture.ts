/** A service of vulnerabilities on this machine, as pip-audit's `--osv-url` asks one. Invented vulnerabilities only. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The part of https://ossf.github.io/osv-schema/ that pip-audit reads. */
export interface ServedVulnerability {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly fixed: string;
  readonly versions: readonly string[];
}

export interface OsvServer {
  /** For PIP_AUDIT_OSV_URL. */
  readonly url: string;
  readonly asked: readonly { readonly name: string; readonly version: string }[];
  close(): Promise<void>;
}

/** Starts on a free port of the loopback; `hang` never answers. */
export async function startOsvServer(
  known: Readonly<Record<string, readonly ServedVulnerability[]>>,
  mode: 'answer' | 'hang' | 'fail' = 'answer',
): Promise<OsvServer> {
  const asked: { name: string; version: string }[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { package: of, version } = JSON.parse(Buffer.concat(parts).toString('utf8')) as {
      package: { name: string };
      version: string;
    };
    asked.push({ name: of.name, version });
    if (mode === 'hang') return;
    const vulns = (known[of.name] ?? []).filter(({ versions }) => versions.includes(version));
    const body = vulns.length === 0 ? {} : { vulns: vulns.map((each) => asOsv(of.name, each)) };
    response.writeHead(mode === 'fail' ? 503 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/query`,
    asked,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function asOsv(name: string, { id, aliases, summary, fixed, versions }: ServedVulnerability): object {
  const ranges = [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed }] }];
  return {
    ...{ id, aliases, summary, schema_version: '1.6.0', published: '2026-01-02T00:00:00Z' },
    affected: [{ package: { name, ecosystem: 'PyPI' }, ranges, versions }],
  };
}

/** Packages of the order service's scripts; versions are such that real indexes have none of it. */
export const scriptVulnerabilities: Readonly<Record<string, readonly ServedVulnerability[]>> = {
  'order-export': [
    {
      id: 'PYSEC-2026-9001',
      aliases: ['CVE-2026-19001', 'GHSA-6x7p-9q2v-m4jh'],
      summary: 'order-export runs formulas of a customer. Cells that begin with = are kept.',
      fixed: '1.4.1',
      versions: ['1.4.0'],
    },
  ],
};
