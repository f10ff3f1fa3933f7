import { describe, expect, it } from 'vitest';
import { server } from './pool.fixture.ts';
import { Pool } from './pool.ts';
import { named, parseServers, questions } from './servers.ts';

const state = [
  '1',
  '# be_id be_name srv_id srv_name srv_addr srv_op_state srv_admin_state srv_uweight srv_iweight',
  '3 web 1 s1 127.0.0.1 2 0 90 100',
  '3 web 2 c1 127.0.0.1 2 0 10 0',
].join('\n');
const stat = [
  '# pxname,svname,status,weight,bck,',
  'other,s1,DOWN,1,0,',
  'web,s1,UP,90,0,',
  'web,c1,no check,5,0,',
].join('\n');

describe('what HAProxy says of its servers', () => {
  it('is read by the names of its columns', () => {
    expect(parseServers('web', [state, stat])).toEqual([
      { name: 's1', weight: 90, initial: 100, effective: 90, isUp: true, isBackup: false },
      { name: 'c1', weight: 10, initial: 0, effective: 5, isUp: true, isBackup: false },
    ]);
    const newer = ['# weight,new,svname,bck,pxname,status,', '90,,s1,0,web,UP,', '5,,c1,0,web,no check,'].join('\n');
    expect(parseServers('web', [state, newer])).toEqual(parseServers('web', [state, stat]));
  });

  it.each([
    ['UP', true],
    ['UP 1/3', true],
    ['DRAIN', true],
    ['no check', true],
    ['DOWN', false],
    ['DOWN 1/2', false],
    ['MAINT', false],
    ['MAINT (via web/s2)', false],
    ['NOLB', false],
  ])('takes %s for up: %s', (status, isUp) => {
    const [first] = parseServers('web', [state, stat.replace('web,s1,UP', `web,s1,${status}`)]);
    expect(first?.isUp).toBe(isUp);
  });

  it.each([
    [0, true],
    [8, false],
    [16, false],
    [64, true],
  ])('knows of the administrative state %d whether it drains', (bits, isUp) => {
    const [first] = parseServers('web', [state.replace('127.0.0.1 2 0 90', `127.0.0.1 2 ${bits} 90`), stat]);
    expect(first?.isUp).toBe(isUp);
  });

  it('is missing without the backend', () => {
    expect(() => parseServers('web', ["Can't find backend.", stat])).toThrow(
      expect.objectContaining({ code: 'missing' }),
    );
  });

  it.each([
    ['no answer', ['', '']],
    ['no table', ['Unknown command', stat]],
    ['a column less', [state.replace('srv_uweight', 'other'), stat]],
    ['text for a number', [state.replace(' 90 ', ' x '), stat]],
    ['a line that was cut off', [state.slice(0, -6), stat]],
    ['a server in one table only', [state, stat.replace('web,c1', 'web,c2')]],
  ])('is unfit with %s', (_, answers) => {
    expect(() => parseServers('web', answers)).toThrow(expect.objectContaining({ code: 'unfit' }));
  });

  it('is asked for names only that can be nothing else', () => {
    expect(questions('be_1:a.b-c')[0]).toBe('show servers state be_1:a.b-c');
    for (const name of ['a b', 'a;b', 'a\nb', 'a\\', '#1', '', 'ä', 'a/b'])
      expect(() => named('server', name)).toThrow(expect.objectContaining({ code: 'unfit' }));
  });
});

describe('two groups of servers', () => {
  const wanted = { backend: 'web', stable: ['s1', 's2'], canary: ['c1'] };
  const usual = [server('s1', { weight: 60 }), server('s2', { weight: 30 }), server('c1', { weight: 10 })];

  it('share the traffic by their weights, and by those that are up', () => {
    expect(new Pool(usual, wanted)).toMatchObject({ weight: 10, live: 10, stableUp: 2 });
    const without = [server('s1', { weight: 60, isUp: false }), ...usual.slice(1)];
    expect(new Pool(without, wanted)).toMatchObject({ weight: 10, live: 25, stableUp: 1 });
    const slow = [...usual.slice(0, 2), server('c1', { weight: 10, effective: 1 })];
    expect(new Pool(slow, wanted)).toMatchObject({ weight: 10, live: 1.1 });
    const dead = usual.map((each) => ({ ...each, isUp: false }));
    expect(new Pool(dead, wanted)).toMatchObject({ weight: 10, live: 0, stableUp: 0 });
  });

  it.each([
    ['a third one with a weight', [...usual, server('x', { weight: 1 })], wanted, 'unfit'],
    ['a backup in a group', [...usual.slice(0, 2), server('c1', { isBackup: true })], wanted, 'unfit'],
    ['no weight at all', usual.map(({ name }) => server(name, { weight: 0 })), wanted, 'unfit'],
    ['a name in both', usual, { ...wanted, canary: ['s1'] }, 'unfit'],
    ['an empty group', usual, { ...wanted, canary: [] }, 'unfit'],
    ['a server that is not there', usual.slice(1), wanted, 'missing'],
  ])('cannot have %s', (_, servers, names, code) => {
    expect(() => new Pool(servers, names)).toThrow(expect.objectContaining({ code }));
  });

  it('may stand beside a backup, and beside a server without weight', () => {
    const more = [server('b', { isBackup: true }), server('idle', { weight: 0 })];
    expect(new Pool([...usual, ...more], wanted).weight).toBe(10);
  });
});
