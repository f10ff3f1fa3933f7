// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { httpUrl } from './http-url';

describe('a URL from outside', () => {
  it('becomes a link when it is http or https', () => {
    expect(httpUrl('https://github.com/acme/orders/actions/runs/1')).toBe(
      'https://github.com/acme/orders/actions/runs/1',
    );
    expect(httpUrl('http://localhost:7007/x')).toBe('http://localhost:7007/x');
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.com/x',
    'docs/reasons/migrate-gate/drift.md',
    '//example.com/x',
    '',
    null,
    undefined,
  ])('is no link when it is %j', (url) => {
    expect(httpUrl(url)).toBeNull();
  });

  it('is http, https or no link, whatever it was', () => {
    const schemes = fc.constantFrom('javascript:', 'data:', 'https:', 'http:', '\tjavascript:', 'https://', '');
    fc.assert(
      fc.property(schemes, fc.string({ unit: 'binary' }), (scheme, rest) => {
        expect(httpUrl(scheme + rest) ?? 'https://').toMatch(/^https?:\/\//);
      }),
    );
  });
});
