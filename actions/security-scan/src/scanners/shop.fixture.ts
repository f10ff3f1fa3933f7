import type { AdvisoryServerSetup } from './advisory-server.fixture.ts';

/** Invented advisories and packages of the order service, as its invented registry has them. */
export const shop: AdvisoryServerSetup = {
  advisories: {
    'fast-order-xml': [
      {
        id: 1200001,
        url: 'https://github.com/advisories/GHSA-2f4h-9q7m-c3vx',
        title: 'fast-order-xml reads files outside its folder',
        severity: 'high',
        vulnerable_versions: '<2.3.4',
        cwe: ['CWE-22'],
        cvss: { score: 7.5, vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N' },
      },
      {
        id: 1200002,
        url: 'https://github.com/advisories/GHSA-4vfx-82qm-jr6c',
        title: 'fast-order-xml expands entities without a limit',
        severity: 'moderate',
        vulnerable_versions: '>=2.0.0 <2.2.0 || >=2.3.0 <=2.3.2',
        cwe: ['CWE-776'],
      },
    ],
    'old-queue': [
      {
        id: 1200003,
        url: 'https://github.com/advisories/GHSA-9r8w-3hjc-p6gf',
        title: 'old-queue runs code of a message',
        severity: 'critical',
        vulnerable_versions: '<1.9.0',
        cwe: ['CWE-502', 'CWE-94'],
      },
    ],
    'pdf-stamp': [
      {
        id: 1200005,
        url: 'https://github.com/advisories/GHSA-3c5v-9g8w-x2hm',
        title: 'pdf-stamp writes outside its buffer',
        severity: 'low',
        vulnerable_versions: '<1.0.0',
      },
    ],
    'table-press': [
      {
        id: 1200004,
        url: 'https://github.com/advisories/GHSA-7q2p-mm4x-c3vj',
        title: 'table-press: slow pattern',
        severity: 'info',
        vulnerable_versions: '*',
      },
    ],
  },
  packages: {
    'fast-order-xml': { '2.3.1': {}, '2.3.4': {} },
    'old-queue': { '1.8.0': {}, '1.9.3': {}, '2.0.0': {} },
    'order-forms': { '5.1.0': { '@acme/xml-tools': '^1.4.0', 'old-queue': '^1.9.0' } },
    '@acme/xml-tools': { '1.4.2': { 'fast-order-xml': '^2.3.0' } },
    'order-mail': { '3.2.0': { 'pdf-stamp': '0.9.0' }, '4.0.0': {} },
    'pdf-stamp': { '0.9.0': {}, '1.0.0': {} },
    'table-press': { '2.3.0': {} },
  },
};
