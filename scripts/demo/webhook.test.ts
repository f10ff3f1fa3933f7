import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { sendWebhook, signatureOf } from './webhook.ts';

/** https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries#testing-the-webhook-payload-validation */
const example = {
  secret: "It's a Secret to Everybody",
  body: 'Hello, World!',
  signature: 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
};

describe('a webhook', () => {
  it('is signed as the example of GitHub is', () => {
    expect(signatureOf(example.body, example.secret)).toBe(example.signature);
  });

  it.each([
    [202, null],
    [401, 'expected the portal to accept a deployment webhook (202), got 401: no'],
  ])('that is answered with %i', async (status, fault) => {
    let got: readonly unknown[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        got = [
          request.headers['x-github-event'],
          request.headers['x-hub-signature-256'] === signatureOf(body, 's'),
          body,
        ];
        response.writeHead(status).end('no');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      const sent = sendWebhook({ event: 'deployment', payload: { a: 1 } }, { url, secret: 's' });
      if (fault === null) await sent;
      else await expect(sent).rejects.toThrow(fault);
      expect(got).toEqual(['deployment', true, '{"a":1}']);
    } finally {
      server.close();
    }
  });
});
