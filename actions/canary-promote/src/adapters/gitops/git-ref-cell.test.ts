import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkedLease, type LeaseState } from '../../steering/lease.ts';
import { codeOf, GitopsWorld, never } from './gitops.fixture.ts';

let world: GitopsWorld;
beforeEach(async () => {
  world = await GitopsWorld.make();
});
afterEach(async () => {
  expect(world.standIn.faults).toEqual([]);
  await world.close();
});

const lease = (holder: string, transitions = 1): LeaseState => ({ holder, duration: 240, renewedAt: 5, transitions });
const cell = () => world.cell('lease', checkedLease);

describe('a cell in a git ref', () => {
  it('is empty at first, and holds what was written last', async () => {
    const [one, other] = [cell(), cell()];
    expect(await one.read(never)).toEqual({ value: undefined, version: undefined });
    const first = await one.write(lease('ü "quoted" \n'), undefined, never);
    expect(await other.read(never)).toEqual({ value: lease('ü "quoted" \n'), version: first });
    const second = await other.write(lease('two', 2), first, never);
    expect(await one.read(never)).toEqual({ value: lease('two', 2), version: second });
    expect(one.description).toBe('state in refs/heads/shipgate/lease of acme/gitops');
  });

  it('is a chain of commits that no workflow begins for', async () => {
    const one = cell();
    const first = await one.write(lease('one'), undefined, never);
    const second = await one.write(lease('two'), first, never);
    expect(world.git('rev-list', '--parents', 'shipgate/lease').split('\n')).toEqual([`${second} ${first}`, first]);
    expect(world.git('show', '--no-patch', '--format=%s', `${second}`)).toBe('shipgate: state of a rollout [skip ci]');
  });

  it('asks once when nothing changed', async () => {
    const one = cell();
    await one.write(lease('one'), undefined, never);
    await one.read(never);
    const asked = world.standIn.requests.length;
    await one.read(never);
    expect(world.standIn.requests.slice(asked).map(({ operation }) => operation)).toEqual(['git/get-ref']);
  });

  it('lets one of many writers win that saw the same, also with the same value, also when there was none', async () => {
    let version: string | undefined;
    for (let round = 0; round < 5; round += 1) {
      const writers = Array.from({ length: 4 }, () => cell());
      const expected = version;
      const ends = await Promise.all(writers.map((each) => codeOf(each.write(lease('same'), expected, never))));
      expect(ends.toSorted()).toEqual(['conflict', 'conflict', 'conflict', 'done']);
      ({ version } = await cell().read(never));
    }
    expect(world.git('rev-list', '--count', 'shipgate/lease')).toBe('5');
  });

  it('is a conflict for who saw nothing or an older one, and stays as it is', async () => {
    const one = cell();
    const first = await one.write(lease('one'), undefined, never);
    const second = await one.write(lease('two'), first, never);
    expect(await codeOf(one.write(lease('late'), undefined, never))).toBe('conflict');
    expect(await codeOf(one.write(lease('late'), first, never))).toBe('conflict');
    expect(await one.read(never)).toEqual({ value: lease('two'), version: second });
  });

  it('is a conflict when somebody deletes the ref', async () => {
    const one = cell();
    const first = await one.write(lease('one'), undefined, never);
    world.disturbed((_, path) => {
      if (path === '/git/refs/{ref}') world.git('update-ref', '-d', 'refs/heads/shipgate/lease');
    });
    expect(await codeOf(one.write(lease('late'), first, never))).toBe('conflict');
    expect(await one.read(never)).toEqual({ value: undefined, version: undefined });
  });

  it.each([
    ['git/create-ref', undefined],
    ['git/update-ref', 'one'],
  ])('whose answer to %s was lost is an unknown effect, and a look shows it', async (operation, before) => {
    const one = cell();
    const version = before === undefined ? undefined : await one.write(lease(before), undefined, never);
    world.standIn.fail({ kind: 'cut' }, { operation });
    expect(await codeOf(one.write(lease('new'), version, never))).toBe('unknown-effect');
    expect((await one.read(never)).value).toEqual(lease('new'));
  });

  it.each([
    ['another file', { 'other.json': '{}' }, true],
    ['no JSON', { 'value.json': '{' }, false],
    ['none of ours', { 'value.json': '{"holder": 1}' }, false],
  ])('with %s is odd', async (_, files, isBare) => {
    await cell().write(lease('one'), undefined, never);
    if (isBare) {
      world.git('read-tree', '--empty');
      const commit = world.git('commit-tree', world.git('write-tree'), '-p', 'shipgate/lease', '-m', 'emptied');
      world.git('update-ref', 'refs/heads/shipgate/lease', commit);
    }
    world.foreign(files, 'shipgate/lease');
    const error = await cell()
      .read(never)
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'odd-record', message: expect.stringContaining('delete the branch') });
  });

  it('is refused a value that would be too large, and one under a signal that is aborted', async () => {
    expect(await codeOf(cell().write(lease('x'.repeat(5_000_000)), undefined, never))).toBe('unfit');
    expect(await codeOf(cell().write(lease('one'), undefined, AbortSignal.abort()))).toBe('unavailable');
    expect(await cell().read(never)).toEqual({ value: undefined, version: undefined });
  });
});
