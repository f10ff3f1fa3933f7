import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../scripts/vitest/thoroughly.ts';
import {
  codeSpan,
  commandProof,
  cut,
  fencedBlock,
  html,
  jsonText,
  markdown,
  tableCell,
  visible,
  visibleBlock,
  workflowCommand,
} from './escape.ts';
import { commandsIn } from './runner-rules.fixture.ts';

const pieces = [
  '::',
  ':',
  '##[',
  '##',
  '#',
  '[',
  ']',
  'error',
  'add-mask',
  'warning file=a',
  '\n',
  '\r',
  '\r\n',
  '\t',
  ' ',
  '\u00a0',
  '\u3000',
  '\u001b[31m',
  '\u009b',
  '\u0085',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u200d',
  '\u00ad',
  '\ufeff',
  '\ufe0f',
  '\u2028',
  '\u034f',
  '\0',
  '`',
  '``',
  '```',
  '|',
  '\\',
  '\\|',
  '*',
  '**',
  '_',
  '~~',
  '<img src=x onerror=y>',
  '<!--',
  '&lt;',
  '</code>',
  '[a](javascript:x)',
  '![',
  '](',
  '@team',
  '#12',
  'https://evil.example/',
  'www.evil.example',
  'a@b.example',
  '$x$',
  ':x:',
  'drop',
  'Ж',
  '漢',
  '😀',
  '\ud83d',
  '1. ',
  '- ',
  '+ ',
  '# ',
  '=',
  '---',
  '> ',
  '%',
  '%0A',
  ',',
  '"',
  "'",
];
const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''));
const renderer = markdownIt({ html: true, linkify: true });

/** What a reader sees of HTML. */
function textOf(rendered: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return rendered
    .replace(/<\/?(?:code|wbr|p)>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '');
}

describe('visible', () => {
  it.each([
    ['a\nb', 'a\\nb'],
    ['\r\t', '\\r\\t'],
    ['\u001b[31mred', '\\x1b[31mred'],
    ['\u009b', '\\x9b'],
    ['a\u202eb', 'a\\u{202e}b'],
    ['\u200b\ufeff', '\\u{200b}\\u{feff}'],
    ['\ud83d', '\\u{d83d}'],
    ['«Все» 漢 😀 é', '«Все» 漢 😀 é'],
  ])('shows %j as %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('leaves no character that is not seen', () => {
    fc.assert(fc.property(hostile, (text) => !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(visible(text))));
  });

  it('keeps lines and tabs of a block, with one kind of line end', () => {
    expect(visibleBlock('a\r\n\tb\rc\u001b')).toBe('a\n\tb\nc\\x1b');
  });
});

describe('cut', () => {
  it('counts code points and ends with an ellipsis', () => {
    expect(cut('😀😀😀😀', 3)).toBe('😀😀…');
    expect(cut('abc', 3)).toBe('abc');
    expect(cut('😀😀😀', 3)).toBe('😀😀😀');
  });

  it('never splits a surrogate pair', () => {
    const emoji = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(emoji, fc.integer({ min: 1, max: 20 }), (text, length) => {
        const short = cut(text, length);
        expect(Array.from(short).length).toBeLessThanOrEqual(length);
        expect(short).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});

describe('a line of ours with outside text', () => {
  it.each([
    '::error::x',
    '  ::add-mask::x',
    '\u00a0::stop-commands::t',
    'x ##[error]y',
    '###[error]',
    '##[group]a ##[error]b',
  ])('is no command: %j', (text) => {
    expect(commandsIn(text)).not.toEqual([]);
    expect(commandsIn(commandProof(visible(text)))).toEqual([]);
  });

  it('is never a workflow command, whatever stands before it', () => {
    fc.assert(
      fc.property(fc.constantFrom('', '  ', 'FAIL  ', '\u00a0'), hostile, hostile, (lead, a, b) => {
        expect(commandsIn(commandProof(`${lead}${visible(a)}${visible(b)}`))).toEqual([]);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('still shows all of it', () => {
    expect(commandProof('::add-mask::x')).toBe('\\x3a:add-mask::x');
    expect(commandProof('a ##[error]x')).toBe('a \\x23#[error]x');
  });
});

describe('workflowCommand', () => {
  it('is one command that the runner reads back as it was meant', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (file, title, data) => {
        const given = { file: visible(file), title: visible(title) };
        const [command, ...more] = commandsIn(
          workflowCommand('error', { ...given, line: 3, col: undefined }, visible(data)),
        );
        expect(more).toEqual([]);
        const kept = Object.fromEntries(Object.entries({ ...given, line: '3' }).filter(([, value]) => value !== ''));
        expect(command).toEqual({ name: 'error', properties: kept, data: visible(data) });
      }),
    );
  });

  it('has no blank when there are no properties', () => {
    expect(workflowCommand('debug', {}, '100 %\n')).toBe('::debug::100 %25%0A');
  });
});

describe('markdown', () => {
  it('renders as exactly the text, with no element but code', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const rendered = renderer.render(`x ${markdown(text)}`);
        expect(rendered.replace(/<\/?(?:p|code|wbr)>/g, '')).not.toMatch(/<\w/);
        expect(textOf(rendered).replace(/\s+/g, ' ').trim()).toBe(`x ${visible(text)}`.replace(/\s+/g, ' ').trim());
      }),
      { numRuns: runs(3000) },
    );
  });

  it('begins no list, heading or quote at the start of a line', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(renderer.render(markdown(text).trim())).not.toMatch(/<(?:h\d|ul|ol|blockquote|hr|pre|table|a|img)/);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('puts mentions, references and links into code', () => {
    expect(markdown('ask @team about #12, see https://a.example/.')).toBe(
      'ask `@team` about `#12`, see `https://a.example/`.',
    );
  });

  it('leaves names with underscores as they are', () => {
    expect(markdown('lock_timeout of 0014_orders')).toBe('lock_timeout of 0014_orders');
  });
});

describe('codeSpan', () => {
  it('renders as one code element with exactly the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const rendered = renderer.renderInline(codeSpan(text));
        expect(rendered).toMatch(/^<code>.*<\/code>$/s);
        expect(textOf(rendered).trim()).toBe(visible(text).trim());
      }),
      { numRuns: runs(2000) },
    );
  });

  it('stays in its cell of a table', () => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        const rendered = renderer.render(
          `| h | h |\n| - | - |\n| ${tableCell(codeSpan(a))} | ${tableCell(markdown(b))} |`,
        );
        expect(rendered.match(/<td/g)?.length).toBe(2);
        expect(rendered.match(/<tr/g)?.length).toBe(2);
      }),
      { numRuns: runs(2000) },
    );
  });
});

describe('fencedBlock', () => {
  it('holds the text and nothing leaves it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const rendered = renderer.render(`${fencedBlock(text, 'sql')}\n\nafter`);
        expect(rendered).toMatch(/^<pre><code class="language-sql">[^<]*<\/code><\/pre>\n<p>after<\/p>\n$/);
      }),
    );
  });
});

describe('html', () => {
  it('has no markup', () => {
    expect(html('<img src="x"> & \'\n')).toBe('&#60;img src=&#34;x&#34;&#62; &#38; &#39;\\n');
  });
});

describe('jsonText', () => {
  it('is the same value, and no line of it is a command', () => {
    fc.assert(
      fc.property(fc.array(hostile), (texts) => {
        const text = jsonText({ texts });
        expect(JSON.parse(text)).toEqual({ texts });
        expect(commandsIn(text)).toEqual([]);
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
      { numRuns: runs(1000) },
    );
  });
});
