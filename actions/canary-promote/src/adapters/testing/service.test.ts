import { afterEach, describe, expect, it } from 'vitest';
import { startService, type TestService } from './service.ts';

const services: TestService[] = [];
afterEach(async () => {
  for (const service of services.splice(0)) await service.close();
});

describe('the test service', () => {
  it('tells in both formats what it served, and forgets it by a restart', async () => {
    const service = await startService({ pods: [{ pod: 'a', release: '2' }] });
    services.push(service);
    service.handle('a', { code: 200, seconds: 0.2, times: 3 });
    service.handle('a', { code: 503, seconds: 2 });
    const url = `${service.pods[0]?.url}/metrics`;
    const plain = await (await fetch(url)).text();
    expect(plain).toContain(
      '# TYPE http_requests_total counter\nhttp_requests_total{version="2",pod="a",method="GET",code="200"} 3\n',
    );
    expect(plain).toContain('http_request_duration_seconds_bucket{version="2",pod="a",le="0.5"} 3\n');
    const open = await (await fetch(url, { headers: { accept: 'application/openmetrics-text' } })).text();
    expect(open).toMatch(/# TYPE http_requests counter.*# EOF\n$/s);
    const served = service.served('a');
    expect([served.requests, served.bad, served.slowerThan(0.5), served.slowerThan(2)]).toEqual([4, 1, 1, 0]);
    service.restart('a');
    expect(await (await fetch(url)).text()).not.toContain('version');
    expect(service.served('a').requests).toBe(4);
    expect(service.asked('a')).toBe(3);
  });

  it('can be stopped and started at one address', async () => {
    const service = await startService({ pods: [{ pod: 'a', release: '2' }] });
    services.push(service);
    const url = `${service.pods[0]?.url}/health`;
    expect((await fetch(url)).status).toBe(200);
    await service.stop('a');
    await expect(fetch(url)).rejects.toThrow();
    await service.start('a');
    service.setHealth('a', false);
    expect((await fetch(url)).status).toBe(503);
  });
});
