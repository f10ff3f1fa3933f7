import { afterEach, describe, expect, it } from 'vitest';
import { collectPins, pythonLocks } from './pip-pins.ts';
import { type Ground, type GroundSetup, groundOf } from './tree.fixture.ts';

let ground: Ground | undefined;
afterEach(() => ground?.remove());

async function pinsOf(files: GroundSetup['files'] | string) {
  ground?.remove();
  ground = groundOf({ files: typeof files === 'string' ? { 'requirements.txt': files } : files });
  const { packages, troubles } = await collectPins(ground.tree);
  return {
    packages: packages.map(({ name, version }) => `${name} ${version}`).sort(),
    troubles: troubles.map(({ got, place }) => `${place?.file}:${place?.line ?? ''} ${got}`),
  };
}

const address = 'an address, of which no index knows anything';
const absent = 'a file that is not in the tree';

describe('pins of requirements', () => {
  it.each([
    ['order-mail==2.0', 'order-mail 2.0'],
    ['Order_Mail[pdf, xml] == 2.0  # pinned', 'order-mail 2.0'],
    ['order.mail==2.0 ; python_version < "3"', 'order-mail 2.0'],
    ['order-mail==2.0 --hash=sha256:00 \\\n  --hash=sha256:11', 'order-mail 2.0'],
    ['order-mail===2.0', 'order-mail 2.0'],
    ['order-mail==1!2.0rc1', 'order-mail 1!2.0rc1'],
    ['order-mail==2.0+cu118', 'order-mail 2.0'],
    ['\ufefforder-mail==2.0\r\n', 'order-mail 2.0'],
    ['--index-url https://127.0.0.1/simple\n--find-links ./wheels\norder-mail==2.0', 'order-mail 2.0'],
    ['# -*- coding: utf-8 -*-\norder-mail==2.0', 'order-mail 2.0'],
  ])('are read from %j', async (text, pinned) => {
    expect(await pinsOf(text)).toEqual({ packages: [pinned], troubles: [] });
  });

  it.each([
    ['order-mail', 'order-mail without =='],
    ['order-mail>=2.0', 'order-mail without =='],
    ['order-mail==2.*', 'order-mail without =='],
    ['order-mail~=2.0,!=2.3', 'order-mail without =='],
    ['git+https://127.0.0.1/orders.git@main#egg=order-mail', address],
    ['order-mail @ https://127.0.0.1/order-mail-2.0.tar.gz', address],
    ['https://127.0.0.1/order-mail-2.0-py3-none-any.whl', address],
    ['./wheels/order-mail-2.0-py3-none-any.whl', address],
    ['-e git+https://127.0.0.1/orders.git', address],
    ['--editable=../../other', address],
    ['-r https://127.0.0.1/more.txt', absent],
    ['-r ../../../outside.txt', absent],
    ['-rmore.txt', absent],
    ['-r /more.txt', absent],
    ['-c more.txt', absent],
    ['order-mail==latest', 'order-mail with another word'],
    ['order-mail=2.0', 'order-mail without =='],
    ['order-mail==${VERSION}', 'order-mail without =='],
    ['order-mail 2.0', 'a line of no known form'],
    ['/srv/order-mail', address],
    ['file:///srv/order-mail', address],
    ['-e ./no/such/folder', address],
    ['. https://127.0.0.1/more.whl', address],
    ['--pre -r more.txt', 'a line of no known form'],
    ['# coding: utf-7\n#+AAo-order-mail==2.0', 'a comment that names another coding'],
    ['\n# vim: set fileencoding=utf_16 :', 'a comment that names another coding'],
  ])('are not told of %j', async (text, got) => {
    const { packages, troubles } = await pinsOf(text);
    expect(packages).toEqual([]);
    expect(troubles).toHaveLength(1);
    expect(troubles[0]).toContain(got);
  });

  it.each(['.', '-e .', '-e ./libs/orders[pdf]', 'file:./libs/orders'])(
    'are those of the file where it asks for a folder of the project: %s',
    async (line) => {
      const files = { 'requirements.txt': `${line}\norder-mail==2.0\n`, 'libs/orders/pyproject.toml': '' };
      expect(await pinsOf(files)).toEqual({ packages: ['order-mail 2.0'], troubles: [] });
    },
  );

  it('hide behind no sign that ends a line for pip alone', async () => {
    for (const end of ['\r', '\v', '\f', '\u001c', '\u0085', '\u2028', '\u2029']) {
      expect((await pinsOf(`# note${end}order-mail==2.0\n`)).packages).toEqual(['order-mail 2.0']);
    }
  });
});

describe('pins of several files', () => {
  it('are not those of a file of the tree where the path is one of the machine', async () => {
    const files = { 'jobs/requirements.txt': '-r /more.in\n', 'jobs/more.in': 'order-mail==2.0\n' };
    expect(await pinsOf(files)).toEqual({ packages: [], troubles: [`jobs/requirements.txt:1 ${absent}`] });
  });

  it('are each told once, and each version of a package', async () => {
    const { packages } = await pinsOf({
      'requirements.txt': 'order-mail==2.0\n',
      'requirements/dev.txt': 'Order.Mail==2.0\norder-mail==1.9\n',
      'Pipfile.lock': '{"default": {"order-forms": {"version": "==5.1.0"}}, "develop": {}}',
      'poetry.lock': '[[package]]\nname = "order-export"\nversion = "1.4.0"\n\n[metadata]\nlock-version = "2.1"\n',
    });
    expect(packages).toEqual(['order-export 1.4.0', 'order-forms 5.1.0', 'order-mail 1.9', 'order-mail 2.0']);
  });

  it('are found where a file asks for others, from its own folder, in a circle too', async () => {
    const files = {
      'requirements.txt': '-r deps/base.in\n',
      'deps/base.in': 'order-forms==5.1.0',
      'jobs/requirements.txt': '-r ../deps/more.txt\n',
      'deps/more.txt': '-r again.txt\norder-mail==2.0\n',
      'deps/again.txt': '-r more.txt\n--requirement="more.txt"\norder-export==1.4.0\n',
    };
    expect((await pinsOf(files)).packages).toEqual(['order-export 1.4.0', 'order-forms 5.1.0', 'order-mail 2.0']);
  });

  it('come from constraints for what is asked for, and for nothing else', async () => {
    const files = {
      'requirements.txt': '-c limits/constraints.txt\norder-mail>=2\norder-forms\n',
      'limits/constraints.txt': 'order-mail==2.1\nunused==9\norder-forms<6\n',
    };
    expect(await pinsOf(files)).toEqual({
      packages: ['order-mail 2.1'],
      troubles: ['requirements.txt:3 order-forms without =='],
    });
  });

  it('come from constraints that constraints ask for, and packages from what they ask for with -r', async () => {
    const files = {
      'requirements.txt': '-c limits/a.txt\norder-mail>=2\norder-forms\n',
      'limits/a.txt': '-c b.txt\n-r more.in\n',
      'limits/b.txt': '-c a.txt\norder-mail==2.1\norder-forms==5.1.0; python_version < "3"\n',
      'limits/more.in': 'order-export==1.4.0\n',
    };
    expect(await pinsOf(files)).toEqual({
      packages: ['order-export 1.4.0', 'order-forms 5.1.0', 'order-mail 2.1'],
      troubles: ['requirements.txt:3 order-forms with == under a condition alone'],
    });
  });

  it('are told as missing where a file cannot be read', async () => {
    const files = { 'requirements.txt': '-c limits.txt\norder-mail>=2\n', 'limits.txt': 'order-mail==2.1\n' };
    for (const lost of Object.keys(files)) {
      ground?.remove();
      ground = groundOf({ files });
      const { tree } = ground;
      const read = (path: string) => (path === lost ? Promise.reject(new Error('no')) : tree.read(path));
      const { packages, troubles } = await collectPins({ ...tree, read });
      expect(packages).toEqual([]);
      expect(troubles).toContainEqual(expect.objectContaining({ got: 'one that cannot', place: { file: lost } }));
    }
  });

  it('are told as missing where a lock is broken', async () => {
    expect((await pinsOf({ 'uv.lock': '[[package]]\nname = "a', 'pylock.toml': 'x' })).troubles).toHaveLength(2);
  });

  it('are looked for in locks of Python alone', () => {
    const files = ['package-lock.json', 'yarn.lock', 'pnpm-lock.yaml', 'uv.lock', 'app/Pipfile.lock', 'docs/notes.txt'];
    expect(pythonLocks([...files, 'requirements-dev.txt', 'node_modules/a/requirements.txt'])).toEqual([
      'uv.lock',
      'app/Pipfile.lock',
      'requirements-dev.txt',
    ]);
  });
});
