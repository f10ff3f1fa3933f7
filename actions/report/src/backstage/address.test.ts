import { describe, expect, it } from 'vitest';
import { backstageAddress } from './address.ts';

describe('the address of Backstage', () => {
  it.each([
    ['https://backstage.example.com', 'https://backstage.example.com/api/deployments/verdicts'],
    ['https://example.com/portal/', 'https://example.com/portal/api/deployments/verdicts'],
    ['https://10.0.0.5:7007', 'https://10.0.0.5:7007/api/deployments/verdicts'],
    ['http://localhost:7007', 'http://localhost:7007/api/deployments/verdicts'],
    ['http://127.0.0.1:7007', 'http://127.0.0.1:7007/api/deployments/verdicts'],
    ['http://[::1]:7007', 'http://[::1]:7007/api/deployments/verdicts'],
    ['https://backstage.example/apis', 'https://backstage.example/apis/api/deployments/verdicts'],
  ])('%s is taken', (text, endpoint) => {
    expect(backstageAddress(text)).toMatchObject({ endpoint });
  });

  it.each([
    ['http://backstage.example.com', 'http://backstage.example.com'],
    ['http://127.0.0.1.example.com', 'http://127.0.0.1.example.com'],
    ['http://localhost.example.com', 'http://localhost.example.com'],
    ['ftp://backstage.example.com', 'ftp://backstage.example.com'],
    ['file:///etc/passwd', 'file://'],
    ['https://user:secret@backstage.example.com', 'credentials in the address'],
    ['https://token@backstage.example.com', 'credentials in the address'],
    ['https://backstage.example.com?x=1', 'an address with ? or #'],
    ['https://backstage.example.com#x', 'an address with ? or #'],
    ['https://backstage.example.com/api', 'an address with /api'],
    ['https://backstage.example.com/api/deployments', 'an address with /api'],
    ['backstage.example.com', 'text that is no address'],
    ['https://backstage.example.com/a b', 'text that is no address'],
    ['https://backstage.example\u0000.com', 'text that is no address'],
  ])('%s is refused, and no password of it is told', (text, got) => {
    const fault = backstageAddress(text);
    expect(fault).toMatchObject({ title: 'backstage-url cannot be used', got });
    expect(JSON.stringify(fault)).not.toContain('secret');
  });
});
