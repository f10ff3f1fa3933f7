import { brokenReport } from './broken-report.fixture.ts';
import { readNpmAudit } from './npm-audit.ts';

for (const name of ['npm-audit-11.json', 'npm-audit-6.json', 'npm-audit-pnpm-10.json'])
  brokenReport(name, readNpmAudit);
