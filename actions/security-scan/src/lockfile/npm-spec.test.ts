import { describe, expect, it } from 'vitest';
import { isAnswer, type Locked } from './npm-spec.ts';

const locked = (more: Partial<Locked>): Locked => ({
  ...{ name: 'forms', version: undefined, resolved: undefined, link: undefined },
  ...more,
});
const at = (version: string, resolved?: string) => locked({ version, resolved });
const sha = '0123456789abcdef0123456789abcdef01234567';
const git = (address: string, version?: string) => locked({ version, resolved: address });

describe('isAnswer', () => {
  it.each<[string, Locked, boolean]>([
    ['^1.0.0', at('1.2.0'), true],
    ['^1.0.0', at('2.0.0'), false],
    ['1.2.0', at('1.2.0'), true],
    ['=v1.2.0', at('1.2.0'), true],
    ['>=2 <5 || 6.x', at('6.1.0'), true],
    ['^1.0.0', at('1.1.0-rc.1'), false],
    ['', at('1.1.0-rc.1'), true],
    ['*', at('1.1.0-rc.1'), true],
    ['x', at('1.1.0-rc.1'), true],
    ['latest', at('9.0.0'), true],
    ['next', locked({}), false],
    ['npm:other@^1', locked({ name: 'other', version: '1.2.0' }), true],
    ['npm:other', locked({ name: 'other', version: '1.2.0' }), true],
    ['npm:@acme/other@^1', locked({ name: '@acme/other', version: '1.2.0' }), true],
    ['npm:other@^1', locked({ name: 'other', version: '2.0.0' }), false],
    ['npm:other@^1', at('1.2.0'), false],
    ['workspace:*', at('1.0.0'), false],
    ['catalog:', at('1.0.0'), false],
    [`>=${'1'.repeat(3_000)}`, at('1.0.0'), false],
  ])('of a registry: %s', (spec, target, expected) => {
    expect(isAnswer(spec, '', target)).toBe(expected);
  });

  it.each<[string, string, Locked, boolean]>([
    ['file:../forms', 'packages/mail', locked({ link: 'packages/forms' }), true],
    ['file:packages/forms/', '', locked({ link: 'packages/forms' }), true],
    ['./packages/forms', '', locked({ link: 'packages/forms' }), true],
    ['file:.\\packages\\forms', '', locked({ link: 'packages/forms' }), true],
    ['file:../forms', '', locked({ link: '../forms' }), true],
    ['file:../forms', '', locked({ link: 'packages/forms' }), false],
    ['file:forms.tgz', '', at('1.0.0', 'file:forms.tgz'), true],
    ['vendor/forms-1.0.0.tgz', '', at('1.0.0', 'file:vendor/forms-1.0.0.tgz'), true],
    ['forms.tar.gz', '', at('1.0.0', 'file:forms.tgz'), false],
    ['file:forms-2.tgz', '', at('1.0.0', 'file:forms.tgz'), false],
    ['file:packages/forms', '', at('1.0.0', 'https://registry.example.com/forms/-/forms-1.0.0.tgz'), false],
    ['file:///opt/forms', '', locked({ link: '../../opt/forms' }), true],
    ['^1.0.0', '', locked({ link: 'packages/forms', version: '1.3.0' }), true],
    ['^1.0.0', '', locked({ link: 'packages/forms', version: '2.0.0' }), false],
    ['^1.0.0', '', locked({ link: 'packages/forms' }), false],
  ])('of a path: %s from %j', (spec, from, target, expected) => {
    expect(isAnswer(spec, from, target)).toBe(expected);
  });

  it.each<[string, Locked, boolean]>([
    ['acme/forms', git(`git+ssh://git@github.com/acme/forms.git#${sha}`), true],
    ['github:Acme/Forms#main', git(`git+ssh://git@github.com/acme/forms.git#${sha}`), true],
    ['git+https://github.com/acme/forms.git', git(`git+ssh://git@github.com/acme/forms.git#${sha}`), true],
    ['git@github.com:acme/forms.git', git(`git+ssh://git@github.com/acme/forms.git#${sha}`), true],
    ['https://github.com/acme/forms', git(`git+https://github.com/acme/forms.git#${sha}`), true],
    ['github:acme/forms', git(`https://codeload.github.com/acme/forms/tar.gz/${sha}`), true],
    ['gitlab:acme/forms', git(`git+ssh://git@gitlab.com/acme/forms.git#${sha}`), true],
    [
      'git+ssh://git@git.example.com:2222/acme/forms.git',
      git(`git+ssh://git@git.example.com:2222/acme/forms.git#${sha}`),
      true,
    ],
    [`github:acme/forms#${sha}`, git(`git+ssh://git@github.com/acme/forms.git#${sha}`), true],
    [`github:acme/forms#${sha.replace('0', 'f')}`, git(`git+ssh://git@github.com/acme/forms.git#${sha}`), false],
    ['github:other/forms', git(`git+ssh://git@github.com/acme/forms.git#${sha}`), false],
    ['gitlab:acme/forms', git(`git+ssh://git@github.com/acme/forms.git#${sha}`), false],
    ['github:acme/forms', at('1.0.0', 'https://registry.example.com/forms/-/forms-1.0.0.tgz'), false],
    ['github:acme/forms#semver:^1', git(`git+ssh://git@github.com/acme/forms.git#${sha}`, '1.2.0'), true],
    ['github:acme/forms#semver:^2', git(`git+ssh://git@github.com/acme/forms.git#${sha}`, '1.2.0'), false],
    ['https://files.example.com/forms.tgz', at('1.0.0', 'https://files.example.com/forms.tgz'), true],
    ['https://files.example.com/forms.tgz', at('1.0.0', 'https://files.example.com/other.tgz'), false],
    ['https://files.example.com/forms.tgz', at('1.0.0'), false],
  ])('of an address: %s', (spec, target, expected) => {
    expect(isAnswer(spec, '', target)).toBe(expected);
  });

  it('of a branch: only the one that was asked for when the lock was written', () => {
    const target = git(`git+ssh://git@github.com/acme/forms.git#${sha}`);
    expect(isAnswer('github:acme/forms#v2', '', target, 'github:acme/forms#v1')).toBe(false);
    expect(isAnswer('github:acme/forms#v2', '', target, 'github:acme/forms')).toBe(false);
    expect(isAnswer('github:acme/forms#feat%2Fx', '', target, 'acme/forms#feat/x')).toBe(true);
  });
});
