import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { githubHistory } from '../testing/github-history.fixture';
import { statusPayload } from '../testing/webhook.fixture';
import { readEvent } from './read-event';

interface Published {
  readonly name: string;
  readonly examples: readonly object[];
}

/** Payloads that others have collected from github.com and from GitHub Enterprise Server 3.1 to 3.5. */
const folder = dirname(dirname(createRequire(import.meta.url).resolve('@octokit/webhooks-examples')));
const sources = ['api.github.com', 'ghes-31', 'ghes-32', 'ghes-33', 'ghes-34', 'ghes-35'];
const published = sources.flatMap((source) => {
  const events = JSON.parse(readFileSync(join(folder, source, 'index.json'), 'utf8')) as Published[];
  return events.flatMap(({ name, examples }) => examples.map((example) => ({ source, name, example })));
});
const deployments = published.filter(({ name }) => name === 'deployment' || name === 'deployment_status');

describe('published payloads of GitHub', () => {
  it('are read without an exception, whatever the event, and those of deployments give facts', () => {
    const kinds = published.map(({ name, example }) => [name, readEvent(name, JSON.stringify(example)).kind]);
    expect(kinds.length).toBeGreaterThan(700);
    expect(kinds.filter(([, kind]) => kind === 'unreadable')).toEqual([]);
    const withFacts = kinds.filter(([, kind]) => kind === 'facts').map(([name]) => name);
    expect(withFacts).toEqual(deployments.map(({ name }) => name));
    expect(deployments.length).toBeGreaterThan(20);
  });

  it('of every other event are none of a deployment, even when they are called one', () => {
    const others = published.filter(({ name }) => !/^deployment/.test(name));
    const readings = others.map(({ example }) => readEvent('deployment_status', JSON.stringify(example)));
    expect(readings.filter(({ kind }) => kind === 'facts')).toEqual([]);
  });

  it('give what they say', () => {
    const one = deployments.find(({ source, name }) => source === 'api.github.com' && name === 'deployment_status');
    expect(readEvent('deployment_status', JSON.stringify(one?.example))).toMatchObject({
      kind: 'facts',
      facts: {
        repository: { fullName: expect.stringContaining('/') },
        deployment: { commit: expect.stringMatching(/^[0-9a-f]{40}$/), environment: expect.any(String) },
        status: { state: expect.any(String), createdAt: expect.any(Number) },
      },
    });
  });
});

/** Replaces one value, somewhere in a payload. */
function spoiled(value: unknown, path: readonly number[], by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(keys.length, 1)];
  if (key === undefined) return by;
  const copy: Record<string, unknown> = { ...value };
  copy[key] = spoiled(copy[key], rest, by);
  return copy;
}

describe('a payload with anything in the place of anything', () => {
  it('is not used when its action is an object that cannot be a text', () => {
    const body = JSON.stringify({ action: { toString: 0 } });
    expect(readEvent('deployment_status', body)).toMatchObject({ kind: 'not-used' });
  });

  it('is read without an exception, and what it gives has texts and times', () => {
    const seeds = fc.constantFrom(statusPayload(), ...githubHistory(50).map(({ payload }) => payload));
    const path = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 3 });
    const property = fc.property(seeds, path, fc.jsonValue(), (payload, where, by) => {
      const reading = readEvent('deployment_status', JSON.stringify(spoiled(payload, where, by)));
      if (reading.kind !== 'facts') return;
      const { deployment, status, repository } = reading.facts;
      expect(deployment.commit).toMatch(/^[0-9a-f]{40}/);
      expect(Number.isInteger(deployment.createdAt) && Number.isInteger(status?.createdAt)).toBe(true);
      expect(repository.id).toMatch(/^[1-9][0-9]*$/);
    });
    fc.assert(property, { numRuns: 2000 });
  });

  it('gives no link but a web address', () => {
    const property = fc.property(
      fc.oneof(fc.webUrl(), fc.string(), fc.constantFrom('javascript:x', ' data:x', 'JAVASCRIPT:x', '//x')),
      (url) => {
        const reading = readEvent(
          'deployment_status',
          JSON.stringify(statusPayload({ status: { environment_url: url, log_url: url } })),
        );
        const status = reading.kind === 'facts' ? reading.facts.status : undefined;
        for (const link of [status?.environmentUrl, status?.logUrl])
          expect(link === null || /^https?:\/\//.test(link ?? '')).toBe(true);
      },
    );
    fc.assert(property);
  });
});
