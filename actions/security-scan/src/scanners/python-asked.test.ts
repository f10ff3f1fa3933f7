import { afterEach, describe, expect, it } from 'vitest';
import { collectPins } from './pip-pins.ts';
import { type Ground, type GroundSetup, groundOf } from './tree.fixture.ts';

let ground: Ground | undefined;
afterEach(() => ground?.remove());

async function pinsOf(files: GroundSetup['files']) {
  ground?.remove();
  ground = groundOf({ files });
  const { packages, troubles } = await collectPins(ground.tree);
  return { packages: packages.map(({ name }) => name).sort(), troubles };
}

const troublesOf = async (files: GroundSetup['files']) =>
  (await pinsOf(files)).troubles.map(({ got, place }) => `${place?.file}: ${got}`);

const requirements = { 'requirements.txt': 'order-mail==2.0\nOrder_Forms==5.1.0\n' };

describe('a project that asks for more than is pinned beside it', () => {
  it.each([
    ['pyproject.toml', '[project]\ndependencies = ["order-mail>=2", "order.forms[pdf]~=5.0", "order-export>1"]\n'],
    ['pyproject.toml', '[project.optional-dependencies]\npdf = ["order-export ; python_version < \'3\'"]\n'],
    [
      'pyproject.toml',
      '[dependency-groups]\ndev = ["order-export", {include-group = "lint"}]\nlint = ["order-mail"]\n',
    ],
    ['pyproject.toml', '[tool.poetry.dependencies]\npython = "^3"\nOrder_Export = "1"\n'],
    ['pyproject.toml', '[tool.poetry.group.dev.dependencies]\norder-export = {version = "1"}\n'],
    ['pyproject.toml', '[tool.pdm.dev-dependencies]\ntest = ["order-export"]\n'],
    ['pyproject.toml', '[tool.uv]\ndev-dependencies = ["order-export"]\n'],
    ['setup.cfg', '[options]\ninstall_requires =\n  order-mail\n  order-export>=1\npython_requires = >=3\n'],
    ['setup.py', 'setup(\n  install_requires=[\n    "order-mail", \'order-export>=1\',\n  ],\n)\n'],
    ['Pipfile', '[packages]\norder-mail = "*"\n[dev-packages]\norder-export = "*"\n[requires]\npython_version = "3"\n'],
    ['requirements.in', 'order-mail\norder-export>=1\n'],
  ])('is told with what it is: %s %j', async (file, text) => {
    expect(await troublesOf({ ...requirements, [file]: text })).toEqual([
      `${file}: ${file} asks for order-export, pinned nowhere`,
    ]);
  });

  it.each([
    [
      'pyproject.toml',
      '[project]\nname = "orders"\ndependencies = ["order-mail>=2"]\n[build-system]\nrequires = ["x"]\n',
    ],
    ['pyproject.toml', '[project]\nname = "Orders"\n[project.optional-dependencies]\nall = ["orders[pdf]"]\n'],
    ['pyproject.toml', '[tool.black]\nline-length = 100\n'],
    ['pyproject.toml', '[project'],
    ['setup.py', 'setup(install_requires=read("requirements.txt"))'],
    ['requirements.in', '-r base.in\n'],
  ])('is none where all is pinned, or nothing is asked for by name: %s %j', async (file, text) => {
    expect(await troublesOf({ ...requirements, [file]: text })).toEqual([]);
  });

  it('is looked for near its lock: beside, above and below it, and not in another project', async () => {
    const project = '[project]\ndependencies = ["order-mail"]\n';
    const pinned = 'order-mail==2.0\n';
    expect(await troublesOf({ 'a/pyproject.toml': project, 'requirements.txt': pinned })).toEqual([]);
    expect(await troublesOf({ 'a/pyproject.toml': project, 'a/requirements/prod.txt': pinned })).toEqual([]);
    expect(await troublesOf({ 'a/pyproject.toml': project, 'ab/requirements.txt': pinned })).toEqual([
      'a/pyproject.toml: pyproject.toml asks for order-mail, pinned nowhere',
    ]);
    expect(await troublesOf({ 'a/pyproject.toml': '[project', 'b/requirements.txt': pinned })).toEqual([
      'a/pyproject.toml: pyproject.toml asks for packages, pinned nowhere',
    ]);
  });

  it('asks for no other project of the tree', async () => {
    const files = {
      'uv.lock': 'version = 1\n\n[[package]]\nname = "order-mail"\nversion = "2.0"\n',
      'a/pyproject.toml': '[project]\nname = "orders-api"\ndependencies = ["orders-core", "order-mail"]\n',
      'core/pyproject.toml': '[project]\nname = "Orders.Core"\n',
    };
    expect(await pinsOf(files)).toEqual({ packages: ['order-mail'], troubles: [] });
  });

  it('brings the files that its dynamic dependencies are read from', async () => {
    const files = {
      'pyproject.toml':
        '[tool.setuptools.dynamic]\ndependencies = {file = ["deps/run.txt"]}\noptional-dependencies.pdf = {file = "deps/pdf.txt"}\n',
      'deps/run.txt': 'order-mail==2.0\norder-export>1\n',
      'deps/pdf.txt': 'order-forms==5.1.0\n',
    };
    const { packages, troubles } = await pinsOf(files);
    expect(packages).toEqual(['order-forms', 'order-mail']);
    expect(troubles).toMatchObject([{ got: 'order-export without ==', place: { file: 'deps/run.txt', line: 2 } }]);
  });

  it('is told where such a file is not there', async () => {
    const project = '[tool.setuptools.dynamic]\ndependencies = {file = "../deps.txt"}\n';
    expect(await troublesOf({ ...requirements, 'pyproject.toml': project })).toEqual([
      'pyproject.toml: a file that is not in the tree',
    ]);
  });

  it('names three packages and counts the others', async () => {
    const project = `[project]\ndependencies = ${JSON.stringify(['a', 'b', 'c', 'd', 'e'])}\n`;
    expect(await troublesOf({ ...requirements, 'pyproject.toml': project })).toEqual([
      'pyproject.toml: pyproject.toml asks for a, b, c and 2 more, pinned nowhere',
    ]);
  });
});
