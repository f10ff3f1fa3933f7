import { describe, expect, it } from 'vitest';
import { refName, versionOf } from './deployment-view';

const sha = '9b41c7e2d05f8a63b1c4e7f09a2d5b8c6e3f1a70';

describe('the version of a deployment', () => {
  it.each([
    [{ version: 'v1.2', ref: 'main' }, 'v1.2'],
    [{ version: null, ref: 'main' }, 'main'],
    [{ version: null, ref: 'refs/tags/v1.2' }, 'v1.2'],
    [{ version: null, ref: sha }, '9b41c7e'],
    [{ version: null, ref: '9B41C7E2' }, '9b41c7e'],
  ])('of %j is %s', (row, version) => {
    expect(versionOf({ ...row, sha })).toBe(version);
  });
});

describe('the name of a ref', () => {
  it.each([
    ['refs/heads/feature/x', 'feature/x'],
    ['refs/pull/71/merge', 'pull/71/merge'],
    ['main', 'main'],
  ])('%s is %s', (ref, name) => {
    expect(refName(ref)).toBe(name);
  });
});
