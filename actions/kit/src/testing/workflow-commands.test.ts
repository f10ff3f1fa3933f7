import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKeyValues } from './runner-files.ts';
import { readWorkflowCommands } from './workflow-commands.ts';

const namesIn = (output: string) => readWorkflowCommands(output).commands.map((command) => command.name);

describe('readWorkflowCommands', () => {
  it('reads properties and data, and undoes the escapes', () => {
    const line = '::error file=a%2Cb%3A%25.sql,line=7,endLine=8,col=1,endColumn=9,title=T%0AT::100%25%0Anext, as: is';
    expect(readWorkflowCommands(`${line}\n`).annotations).toEqual([
      {
        kind: 'error',
        message: '100%\nnext, as: is',
        title: 'T\nT',
        file: 'a,b:%.sql',
        line: 7,
        endLine: 8,
        col: 1,
        endColumn: 9,
      },
    ]);
  });

  it('reads the older form anywhere in a line', () => {
    expect(readWorkflowCommands('text ##[warning file=a%3B.sql;line=2]said%5D').annotations).toEqual([
      { kind: 'warning', message: 'said]', file: 'a;.sql', line: 2 },
    ]);
  });

  it.each(['  ::debug::x', '\t::DEBUG::x', '\u0085::debug::x', 'a\r::debug::x', 'a\n::debug::x', '::debug ::x'])(
    'takes %j for a command',
    (output) => {
      expect(namesIn(output)).toEqual(['debug']);
    },
  );

  it.each(['x ::debug::y', ':: debug::x', '::debug:x', '::unknown::x', '##[unknown]x', '##[debug', '\ufeff'])(
    'takes %j for text',
    (output) => {
      expect(readWorkflowCommands(output)).toMatchObject({ commands: [], text: [output] });
    },
  );

  it('carries nothing out between the stop marks, in neither form', () => {
    const output = [
      '::stop-commands::t0ken',
      '::add-mask::x',
      '##[error]y',
      '::stop-commands::other',
      '::t0ken::',
      '::notice::z',
    ];
    const read = readWorkflowCommands(output.join('\n'));
    expect(read.commands.map((command) => command.name)).toEqual(['notice']);
    expect(read.text).toEqual(['::add-mask::x', '##[error]y', '::stop-commands::other']);
    expect(read.faults).toEqual([]);
  });

  it('complains about stop marks that are left open or can be guessed, and about commands that the runner refuses', () => {
    expect(readWorkflowCommands('::stop-commands::t0ken\n').faults).toHaveLength(1);
    expect(readWorkflowCommands('::stop-commands::debug\n::debug::\n').faults).toHaveLength(1);
    expect(readWorkflowCommands('::set-env name=PATH::x').faults).toHaveLength(1);
  });

  it('gives back any message and file name that was escaped as GitHub says', () => {
    const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
    const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
    // White space at the ends of the properties is trimmed by the runner.
    const name = fc.string({ unit: 'binary', minLength: 1 }).map((text) => `a${text}b`);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), name, (message, file) => {
        const [read] = readWorkflowCommands(`::error file=${property(file)}::${data(message)}\n`).annotations;
        expect(read).toEqual({ kind: 'error', message, file });
      }),
    );
  });
});

describe('readKeyValues', () => {
  it('reads both forms', () => {
    expect(readKeyValues('a=1=2\nb<<EOF\nline = 1\n\nline << 2\nEOF\nc<<E\nE\nd=<<x\n')).toEqual({
      ...{ a: '1=2', b: 'line = 1\n\nline << 2', c: '', d: '<<x' },
    });
  });

  it.each(['text\n', 'a<<EOF\nx\n', '=x\n', '<<EOF\nEOF\n', 'a<<\n\n'])('fails as the runner does on %j', (text) => {
    expect(() => readKeyValues(text)).toThrow(/Invalid format|Matching delimiter/);
  });
});
