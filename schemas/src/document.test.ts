import { describe, expect, it } from 'vitest';
import { readShipgateFile } from './document.ts';
import { ConfigurationError } from './fault.ts';

const file = '.github/shipgate.yml';
const places = (text: string | Uint8Array, section?: 'migrations' | 'canary') => {
  const { faults, warnings } = readShipgateFile(text, section === undefined ? { file } : { file, section });
  const place = ({ location }: (typeof faults)[number]) => `${location?.line}:${location?.column}`;
  return { faults: faults.map(place), warnings: warnings.map(place) };
};

describe('strictness', () => {
  const text = 'version: 1\nmigrations:\n  pth: x\n  scope: nwe\n';

  it('is the same in validate and in the run of the gate that reads the section', () => {
    expect(places(text).faults).toEqual(['3:3', '4:10']);
    expect(places(text, 'migrations')).toEqual(places(text));
  });

  it('only warns of what another gate reads, and leaves that section out', () => {
    const result = readShipgateFile(`${text}service: { name: a }\n`, { file, section: 'canary' });
    expect(places(text, 'canary')).toEqual({ faults: [], warnings: ['3:3', '4:10'] });
    expect(result.warnings[0]?.do).toContain('not read by canary-promote, so only a warning; did you mean "path"?');
    expect(result.value).toEqual({ version: 1, service: { name: 'a' } });
  });

  it('is full in service and environments, whoever reads', () => {
    const shared = 'version: 1\nservice: { nmae: x }\nenvironments: [{ name: a, kin: b }]\n';
    expect(places(shared, 'canary').faults).toEqual(['2:1', '2:12', '3:27']);
  });

  it('warns of an unknown section with a guess, and is silent about sections of other gates', () => {
    const result = readShipgateFile('version: 1\nmigratons: 1\nbackstage: {}\n', {
      file,
    });
    expect(result.faults).toEqual([]);
    expect(result.warnings.map(({ title }) => title)).toEqual(['unknown key "migratons" at the top level']);
    expect(result.warnings[0]?.do).toContain('did you mean "migrations"?');
  });
});

describe('text', () => {
  it('has the same places with CRLF line ends', () => {
    expect(places('version: 1\r\nmigrations:\r\n  pth: x\r\n').faults).toEqual(['3:3']);
    const [fault] = readShipgateFile('version: 1\r\nmigrations:\r\n  pth: x\r\n', { file }).faults;
    expect(fault?.excerpt?.at(-1)).toEqual({ line: 3, text: '  pth: x' });
  });

  it('has the same places behind a byte order mark, as bytes and as text', () => {
    expect(places('\uFEFFversion: 2\n').faults).toEqual(['1:10']);
    expect(places(Buffer.from('\uFEFFversion: 2\n')).faults).toEqual(['1:10']);
  });

  it('says where a byte is no UTF-8, and what a NUL is', () => {
    const broken = readShipgateFile(Buffer.from('version: 1\n# caf\xe9\n', 'latin1'), { file }).faults[0];
    expect(broken).toMatchObject({ title: 'the file is not UTF-8 text', location: { line: 2, column: 6 } });
    const nul = readShipgateFile(Buffer.from('version: 1\n\0'), { file }).faults[0];
    expect(nul).toMatchObject({ got: 'a NUL character', location: { line: 2 } });
  });

  it('is refused above 256 KiB', () => {
    expect(readShipgateFile(`version: 1\n#${' '.repeat(256 * 1024)}`, { file }).faults[0]?.title).toBe(
      'the file is too large',
    );
  });

  it.each([
    '['.repeat(200_000),
    '{a: '.repeat(50_000),
    '- '.repeat(100_000),
    `a:\n${'  '.repeat(10)}${'? '.repeat(60)}x`,
  ])(
    'ends with a fault when it is nested too deeply',
    (text) => {
      expect(readShipgateFile(`version: 1\n${text}`, { file }).faults.length).toBeGreaterThan(0);
    },
    20_000,
  );

  it('reads anchors and points at the part that is written', () => {
    const text = 'version: 1\nenvironments:\n  - &a { name: one, ulr: x }\n  - *a\n';
    expect(places(text).faults).toEqual(['3:21', '4:5', '4:5']);
  });
});

describe('version', () => {
  it.each([['2'], ['"1"'], ['1.5'], ['[1]'], ['']])(
    '%s is refused, and the fault says what this release reads',
    (version) => {
      const { faults } = readShipgateFile(`version: ${version}\n`, { file });
      expect(faults.map(({ expected }) => expected)).toEqual(['1, the only version that this release reads']);
    },
  );
});

describe('related places', () => {
  it('tie a missing key to the slip that was meant', () => {
    const [missing, slip] = readShipgateFile('version: 1\nservice:\n  nmae: x\n', { file }).faults;
    expect(missing).toMatchObject({ title: 'service has no name', related: '3:3' });
    expect(slip?.location).toMatchObject({ line: 3, column: 3 });
  });
});

describe('ConfigurationError', () => {
  it('holds the faults and says expected, got and what to do', () => {
    const { faults } = readShipgateFile('version: 1\nmigrations: { tool: goos }\n', { file });
    const error = new ConfigurationError(faults);
    expect(error.faults).toBe(faults);
    expect(error.message).toContain(
      `${file}:2:21 migrations.tool has a value that is not known: expected golang-migrate`,
    );
    expect(error.message).toContain('got goos; did you mean "goose"?');
  });
});
